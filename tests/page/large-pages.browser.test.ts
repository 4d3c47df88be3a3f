import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import './in-page';
import { bundle, launch, show } from './browser';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  script = await bundle(
    'utils/page/variant-text',
    'utils/page/blocks',
    'utils/page/hover',
    'utils/page/article',
    'utils/page/citation',
  );
  browser = await launch();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage();
});

/** Makes a page by script, since a parser would not nest so deep. */
async function make(js: string): Promise<void> {
  await show(page, script, '<main></main>');
  await page.evaluate(`{ const main = document.querySelector('main'); ${js} }`);
}

const MAKERS: [what: string, js: string, text: string][] = [
  ['1 character', 'main.textContent = "县"', '县'],
  [
    '1,000,000 characters in one node',
    'main.textContent = "青石县发展农业，".repeat(125000)',
    '青石县发展农业，',
  ],
  [
    '1,000,000 characters in paragraphs',
    'main.innerHTML = ("<p>" + "青石县发展农业，".repeat(8) + "</p>").repeat(15625)',
    '青石县发展农业，',
  ],
  ['100,000 nodes in the line', 'main.innerHTML = "<b>县</b>会".repeat(33334)', '县会'],
  ['100,000 elements without text', 'main.innerHTML = "<i></i>".repeat(100000) + "县"', '县'],
  [
    '5,000 elements one in another',
    'let at = main; for (let n = 0; n < 5000; n++) { const next = document.createElement("span"); at.append(next); at = next; } at.append("县")',
    '县',
  ],
  [
    // Chromium itself breaks down at 5,000 boxes.
    '2,000 boxes one in another',
    'let at = main; for (let n = 0; n < 2000; n++) { const next = document.createElement("div"); at.append(next); at = next; } at.append("县")',
    '县',
  ],
  [
    '50,000 nodes in one slot',
    'main.attachShadow({ mode: "open" }).innerHTML = "<slot></slot>"; main.innerHTML = "<b>县</b>".repeat(50000)',
    '县',
  ],
  [
    'unpaired surrogates, marks of direction, private characters',
    'main.textContent = "\\ud842县\\udfb7\\u202e会\\ue000\\u2066"',
    '县',
  ],
  ['tags never closed', 'main.innerHTML = "<p>县<b>会<i>农<p>业<div>长"', '县'],
];

describe('blocks', () => {
  test.each(MAKERS)('%s', async (_, js, text) => {
    await make(js);
    const found = await page.evaluate(() => {
      const blocks = window.tifa.blocksOf(document.body);
      const length = blocks.reduce((sum, block) => sum + block.text.length, 0);
      return `${blocks[0]?.text.slice(0, 10)} ${length}`;
    });
    expect(found.replaceAll(/[\ud842\udfb7]/gu, '')).toContain(text.slice(0, 2));
  });
});

describe('conversion and back', () => {
  test.each(MAKERS)(
    '%s',
    async (_, js) => {
      await make(js);
      const same = await page.evaluate(async () => {
        const nodes: Text[] = [];
        const roots: Node[] = [
          document.body,
          ...(document.querySelector('main')?.shadowRoot
            ? [document.querySelector('main')?.shadowRoot as Node]
            : []),
        ];
        for (const root of roots) {
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
        }
        const before = nodes.map(({ data }) => data);
        const variants = new window.tifa.VariantText(document, async (texts) =>
          texts.map((text) => text.replaceAll('县', '縣')),
        );
        await variants.show('tw');
        const converted = nodes.every(({ data }) => !data.includes('县'));
        await variants.restore();
        return { converted, restored: nodes.every(({ data }, index) => data === before[index]) };
      });
      expect(same).toEqual({ converted: true, restored: true });
    },
    60_000,
  );
});

it('follows a page that never rests with no more than a part of the time, and stops with it', async () => {
  await make(
    'main.innerHTML = "<p>青石县</p>".repeat(200); window.timer = setInterval(() => { main.children[Math.floor(Math.random() * 200)].textContent = "大会" + Math.random(); }, 1)',
  );
  const share = await page.evaluate(async () => {
    let calls = 0;
    const variants = new window.tifa.VariantText(document, async (texts) => {
      calls++;
      return texts.map((text) => text.replaceAll('会', '會'));
    });
    await variants.show('tw');
    calls = 0;
    await new Promise((done) => setTimeout(done, 2000));
    const busy = calls;
    clearInterval((window as unknown as { timer: number }).timer);
    await new Promise((done) => setTimeout(done, 1000));
    calls = 0;
    await new Promise((done) => setTimeout(done, 500));
    return { busy, atRest: calls, left: document.body.textContent?.includes('大会') };
  });
  // At most one pass in 30 milliseconds.
  expect(share.busy).toBeLessThan(70);
  expect(share.busy).toBeGreaterThan(0);
  expect(share).toMatchObject({ atRest: 0, left: false });
});

it('a page that takes away everything that is converted', async () => {
  await make('main.innerHTML = "<p>青石县</p>".repeat(2000)');
  const left = await page.evaluate(async () => {
    const variants = new window.tifa.VariantText(document, async (texts) => {
      document.querySelector('main')?.replaceChildren();
      return texts.map((text) => text.replaceAll('县', '縣'));
    });
    await variants.show('tw');
    await variants.restore();
    return document.body.textContent?.trim();
  });
  expect(left).toBe('');
});

it('finds an article by what is drawn', async () => {
  const paragraph = '<p>会议指出，今年以来全县新修渠道九十一公里，改造泵站十四座，群众得到了实惠。</p>';
  await show(
    page,
    script,
    `<style>.gone{display:none}</style><div class="gone">${paragraph.repeat(30)}</div><h1>全县推进水利建设</h1><div>${paragraph.replace('会议', '大会').repeat(3)}<p class="gone">看不见的一段话，不该算在正文里面，也不该读到。</p></div>`,
  );
  const found = await page.evaluate(() => {
    const article = window.tifa.findArticle(document);
    return article && [article.title, ...article.blocks.map(({ text }) => text.slice(0, 4))];
  });
  expect(found).toEqual(['全县推进水利建设', '大会指出', '大会指出', '大会指出']);
});
