import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closePanel, openPanel } from '../panel';
import type { ReaderPage } from '../reader-page';
import { pageOf } from '../site';
import type { Target } from '../target';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();
let page: ReaderPage;
let panel: Target;

beforeEach(async () => {
  page = await browser.tifa.read('/front-page/');
  panel = await openPanel(browser.tifa, page);
});
afterEach(async () => {
  await closePanel(browser.tifa, panel);
  await browser.tifa.reset();
});

const forms = () =>
  panel.run(() => [...document.querySelectorAll('.phrases .phrase-form')].map((form) => form.textContent));
const click = (selector: string) =>
  panel.run((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
const said = () => panel.run(() => document.body.textContent ?? '');
const state = () =>
  panel.run(() => document.querySelector<HTMLElement>('[data-part="state"]')?.dataset.kind ?? '');
const listed = () => until('the phrases', forms, (all) => all.length > 0);

const DUTIES =
  '会议强调，要深刻领悟“两个确立”的决定性意义，推动高质量发展，推进乡村振兴，落实链长制，持续深化“放管服”改革。';
const articleOf = (title: string, paragraphs: string[]) => pageOf(paragraphs, { title });

describe('the article at a glance', () => {
  test('lists its phrases in order, with how often each stands, the ritual and what is unusual', async () => {
    const found = await listed();
    expect(found.length).toBeGreaterThan(100);
    expect(found.indexOf('双招双引')).toBeLessThan(found.indexOf('双向奔赴'));
    const row = await panel.run(
      () => document.querySelector('[data-part="phrase"] [data-part="go-to"]')?.textContent,
    );
    expect(row).toMatch(/^全市×5/);
    const ritual = await panel.run(() => ({
      ...document.querySelector<HTMLElement>('[data-part="ritual"]')?.dataset,
    }));
    expect(ritual).toMatchObject({ missing: '', inOrder: 'true' });
    expect(await panel.run(() => document.querySelector('[data-part="unusual"]')?.textContent)).toMatch(
      /链长 5 here, \d+ in 1,687 broadcasts/,
    );
    await click('[data-part="view-by-kind"]');
    expect(await said()).toContain('Numeric formula');
  });

  test('follows to the next page, and does not say meanwhile that nothing is read', async () => {
    await listed();
    await panel.run(() => {
      const states: (string | undefined)[] = [];
      Object.assign(window, { states });
      const note = () => {
        const found = document.querySelector<HTMLElement>('[data-part="state"]');
        if (found) states.push(found.dataset.kind);
      };
      new MutationObserver(note).observe(document.body, { childList: true, subtree: true, attributes: true });
    });
    await page.page.goto(browser.tifa.site.url('/article/'));
    await until('the next article', said, (text) => text.includes('一盏灯照亮一条街'));
    const states = await panel.run(() => (window as unknown as { states: string[] }).states);
    expect(new Set(states)).toEqual(new Set(['waiting']));
  });

  test('leads to the place in the page, where the card opens', async () => {
    await listed();
    const wanted = '干部下沉';
    const has = (await forms()).includes(wanted) ? wanted : '时时放心不下';
    const before = await page.page.evaluate(() => scrollY);
    await panel.run((form) => {
      const rows = [...document.querySelectorAll<HTMLElement>('[data-part="go-to"]')];
      rows.find((row) => row.querySelector('.phrase-form')?.textContent === form)?.click();
    }, has);
    const card = await until(
      'the card',
      () => page.card(),
      (shown) => shown?.state === 'open',
    );
    expect(card?.entries[0]?.headword).toBe(has);
    expect(await page.page.evaluate(() => scrollY)).not.toBe(before);
  });

  test('saves what is marked, each with its sentence', async () => {
    await listed();
    await panel.run(() => {
      const boxes = [...document.querySelectorAll<HTMLInputElement>('.phrase-mark input')];
      for (const box of boxes.slice(0, 3)) box.click();
    });
    await until(
      'the button',
      () => panel.run(() => document.querySelector<HTMLButtonElement>('[data-part="save-marked"]')?.disabled),
      (disabled) => disabled === false,
    );
    await click('[data-part="save-marked"]');
    await until('the glossary', said, (text) => text.includes('3 saved to your glossary.'));
    const saved = () =>
      panel.run(
        () =>
          [...document.querySelectorAll('.phrase-mark input')].filter(
            (box) => (box as HTMLInputElement).disabled,
          ).length,
      );
    await until('the saved ones', saved, (count) => count === 3);
  });

  test('follows the page as it scrolls', async () => {
    await listed();
    const current = () =>
      panel.run(() => document.querySelector<HTMLElement>('[aria-current="true"]')?.dataset.id ?? '');
    const first = await until('the first phrase', current, (id) => id !== '');
    await page.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await until('another phrase', current, (id) => id !== '' && id !== first);
  });

  test('goes with the reader to another tab, and says why there is nothing to list', async () => {
    await listed();
    await browser.tifa.open('/plain/list.html');
    await until('the list page', state, (kind) => kind === 'no-article');
    await browser.tifa.openAddress('chrome://version/');
    await until('the browser’s page', state, (kind) => kind === 'unread');
    browser.tifa.site.serve(
      '/weather.html',
      articleOf('昨天下了雨', Array(8).fill('昨天下午，小河边下了一场很大的雨，孩子们都跑回了家。')),
    );
    await browser.tifa.open('/weather.html');
    await until('an article of no phrases', state, (kind) => kind === 'no-phrases');
    await page.page.bringToFront();
    await until('the first page', forms, (all) => all.length > 100);
  });

  test('has the phrases of a page that changes under it', async () => {
    browser.tifa.site.serve('/changing.html', articleOf('澄川推行新举措', Array(6).fill(DUTIES)));
    const changing = await browser.tifa.read('/changing.html');
    await until('the phrases', forms, (all) => all.includes('链长制'));
    await changing.page.evaluate(() => {
      for (const p of document.querySelectorAll('article p'))
        p.textContent =
          '会议指出，要因地制宜发展新质生产力，牢牢守住安全底线，落实河长制，久久为功，善作善成。';
    });
    await until('the new phrases', forms, (all) => all.includes('河长制') && !all.includes('链长制'));
  });
});

test('compares with an article of another tab in the other script, and with one that was kept', async () => {
  await listed();
  await click('[data-part="keep"]');
  await until('the article to be kept', said, (text) => text.includes('Kept for comparison'));
  browser.tifa.site.serve(
    '/taiwan.html',
    articleOf(
      '澄川推行新舉措',
      Array(6).fill('會議強調，要推動高質量發展，落實鏈長制與河長制，推進雙向奔赴，持續優化營商環境。'),
    ),
  );
  const other = await browser.tifa.read('/taiwan.html');
  await until('the phrases', forms, (all) => all.includes('鏈長制'));
  await click('[data-part="view-compare"]');
  const others = () => panel.run(() => document.querySelectorAll('[data-part="other"]').length);
  await until('an open and a kept article', others, (count) => count === 2);
  for (const place of [0, 1]) {
    await panel.run(
      (at) => (document.querySelectorAll('[data-part="other"]')[at] as HTMLElement).click(),
      place,
    );
    const groups = () =>
      panel.run(() =>
        [...document.querySelectorAll<HTMLElement>('[data-part="compared"] tbody')].map((group) =>
          [...group.querySelectorAll('a')].map((link) => link.textContent),
        ),
      );
    const [both, here, there] = await until('the table', groups, (all) => all.length === 3);
    expect(both).toContain('鏈長制');
    expect(here).toContain('河長制');
    expect(there).toContain('双招双引');
  }
  await other.page.close();
});
