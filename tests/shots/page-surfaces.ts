import type { Page } from 'playwright-core';
import { toJson } from '@/utils/glossary/formats/json';
import { createTerm, editTerm } from '@/utils/glossary/record';
import { GlossaryPage } from '../e2e/glossary-page';
import { pdfFile } from '../e2e/pdf-file';
import { newTerm, occurrence } from '../glossary/records';
import type { Camera } from './camera';

const SENTENCES: [hans: string, hant: string, reading: string, rendering: string, sentence: string][] = [
  ['链长制', '鏈長制', 'lian4 zhang3 zhi4', 'chain chief system', '澄川市全面推行链长制，由市领导担任链长。'],
  [
    '双向奔赴',
    '雙向奔赴',
    'shuang1 xiang4 ben1 fu4',
    'meeting each other halfway',
    '企业与政府双向奔赴，营商环境持续优化。',
  ],
  ['照后减证', '照後減證', 'zhao4 hou4 jian3 zheng4', '', '推行照后减证之后，开一家小店只要一张执照。'],
  ['网格员', '網格員', 'wang3 ge2 yuan2', 'grid worker', '网格员每天走访，两代表一委员轮流值班。'],
];

const TERMS = SENTENCES.map(([hans, hant, reading, rendering, sentence], n) => {
  const date = `2026-03-0${n + 1}`;
  const readAt = `${date}T08:00:00.000Z`;
  const met = occurrence({
    sentence,
    date,
    readAt,
    url: `https://paper.example/${n}`,
    headline: '一盏灯照亮一条街',
  });
  const made = createTerm(newTerm({ hans, hant, headword: hans, reading, occurrence: met }), readAt);
  return rendering ? editTerm(made, { rendering, tags: n % 2 ? ['economy'] : [] }, readAt) : made;
});
const LIST =
  'source,target,tgt_lng\n河长制,river chief system,en\nagent,x,fr\n甲级网格,first-class grid,en\n';

/** Our own pages in their states. */
export async function takePages(camera: Camera): Promise<void> {
  await takeWelcome(camera);
  await takeDocument(camera);
  await takeTerms(camera);
  await takeGlossary(camera);
}

async function takeWelcome(camera: Camera): Promise<void> {
  if (!camera.wants('welcome')) return;
  const page = await camera.tifa.openOwn('/welcome.html');
  await page.waitForFunction(() => CSS.highlights.size > 0).catch(() => undefined);
  await camera.page('welcome', page, { whole: true });
  await page.close();
}

async function takeDocument(camera: Camera): Promise<void> {
  if (!camera.wants('document-empty', 'document-text', 'document-pdf', 'document-problem')) return;
  const page = await camera.tifa.openOwn('/document.html');
  await page.locator('[data-part="paste"]').waitFor();
  await camera.page('document-empty', page);
  await page.fill('[data-part="paste"]', SENTENCES.map((each) => each[4]).join('\n\n'));
  await page.click('[data-part="read"]');
  await page.locator('[data-part="text"]').waitFor();
  await camera.page('document-text', page);
  const choose = (name: string, buffer: Buffer) =>
    page.locator('[data-part="file"]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.reload();
  await choose('澄川日报.bin', Buffer.from([0, 1, 2, 0, 3]));
  await page.locator('[data-part="problem"]').waitFor();
  await camera.page('document-problem', page);
  const lines = SENTENCES.map((each, n) => ({ text: each[4], x: 60, y: 130 + 26 * n }));
  await choose('澄川日报.pdf', pdfFile([[{ text: '春耕时节田间忙', x: 60, y: 80, size: 24 }, ...lines]]));
  await page.locator('.sheet-text').first().waitFor();
  await camera.page('document-pdf', page);
  await page.close();
}

async function takeTerms(camera: Camera): Promise<void> {
  if (!camera.wants('terms-list', 'terms-record', 'terms-comparison', 'terms-none')) return;
  const { tifa } = camera;
  let page: Page = await tifa.openOwn('/terms.html');
  await page.locator('[data-part="term-row"]').first().waitFor();
  await camera.page('terms-list', page);
  await page.fill('[data-part="search"]', 'zzzz');
  await page.locator('[data-part="none"]').waitFor();
  await camera.page('terms-none', page);
  await page.close();
  page = await tifa.openOwn('/terms.html#hezhang-zhi');
  await page.locator('[data-part="record"]').waitFor();
  await camera.page('terms-record', page);
  await page.close();
  page = await tifa.openOwn('/terms.html#compare=hezhang-zhi,lianzhang-zhi');
  await page.waitForTimeout(600);
  await camera.page('terms-comparison', page, { whole: true });
  await page.close();
}

async function takeGlossary(camera: Camera): Promise<void> {
  const states = ['empty', 'import', 'list', 'term', 'concordance', 'none', 'export', 'columns'];
  if (!camera.wants(...states.map((state) => `glossary-${state}`))) return;
  const glossary = await GlossaryPage.open(camera.tifa);
  const { page } = glossary;
  const choose = (name: string, text: string) =>
    glossary.part('import').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await camera.page('glossary-empty', page);
  await choose('terms.json', toJson(TERMS));
  await glossary.part('import-numbers').waitFor();
  await camera.page('glossary-import', page);
  await glossary.part('import-confirm').click();
  await glossary.part('undo').waitFor();
  await camera.page('glossary-list', page);
  await glossary.row('链长制').locator('[data-part="expand"]').click();
  await glossary.part('details').waitFor();
  await camera.page('glossary-term', page);
  await glossary.part('view-concordance').click();
  await glossary.part('line').first().waitFor();
  await camera.page('glossary-concordance', page);
  await glossary.part('view-terms').click();
  await glossary.part('search').fill('zzz');
  await page.locator('[data-state="none"]').waitFor();
  await camera.page('glossary-none', page);
  await glossary.part('search').fill('');
  await glossary.part('export-more').click();
  await glossary.part('export-tbx').waitFor();
  await camera.page('glossary-export', page);
  await page.keyboard.press('Escape');
  await choose('list.csv', LIST);
  await glossary.part('import-numbers').waitFor();
  await page.locator('.columns summary').click();
  await camera.page('glossary-columns', page);
  await glossary.close();
}

/** The card over an article: by pointing at a set phrase, pinned, over a plain word, over a selection. */
export async function takeCard(camera: Camera): Promise<void> {
  const { tifa } = camera;
  if (!camera.wants('card-hover', 'card-pinned', 'card-word', 'card-selection', 'card-zhuyin')) return;
  const page = await tifa.read('/article/');
  const forms: [name: string, phrase: string][] = [
    ['hover', '链长制'],
    ['word', '石桥'],
  ];
  for (const [name, phrase] of forms)
    await camera.page(`card-${name}`, page.page, {
      prepare: async () => {
        await page.rest();
        await page.hover(phrase);
      },
    });
  await camera.page('card-pinned', page.page, {
    prepare: async () => {
      await page.rest();
      await page.hover('链长制');
      await page.page.keyboard.press('p');
    },
  });
  await page.page.keyboard.press('Escape');
  await page.select('两代表一委员轮流值班').catch(() => page.select('链长制'));
  await page.page.waitForTimeout(300);
  await camera.page('card-selection', page.page);
  await page.close();
  await tifa.setSettings({ reading: 'zhuyin' });
  const other = await tifa.read('/article/');
  await camera.page('card-zhuyin', other.page, {
    prepare: async () => {
      await other.rest();
      await other.hover('链长制');
    },
  });
  await tifa.setSettings({});
  await other.close();
}
