import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import './in-page';
import { bundle, launch, show } from './browser';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  script = await bundle('utils/page/highlight', 'utils/page/blocks');
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 400, height: 200 } });
}, 60_000);
afterAll(() => browser.close());

beforeEach(async () => {
  await show(
    page,
    script,
    '<style>::highlight(tifa-term-slogan){background-color:#f00}p{margin:0;font-size:20px}</style><p>推行<b>河长</b>制，夯实基础。</p><p>第二段。</p>',
  );
});

/** Marks stretches of the first paragraph, in the page. */
const mark = (...spans: [from: number, to: number][]) =>
  page.evaluate((stretches) => {
    const [block] = window.tifa.blocksOf(document.body);
    if (block)
      new window.tifa.TermHighlights().show([
        { block, marks: stretches.map(([from, to]) => ({ from, to, kind: 'slogan' })) },
      ]);
  }, spans);
const marked = () =>
  page.evaluate(() =>
    [...CSS.highlights].map(([name, highlight]) => [
      name,
      highlight.priority,
      [...highlight].map((range) =>
        (range.startContainer as Text).data.slice(range.startOffset, range.endOffset),
      ),
    ]),
  );
/** How many pixels of the window are red. */
async function red(): Promise<number> {
  const picture = (await page.screenshot()).toString('base64');
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
    let count = 0;
    for (let at = 0; at < pixels.length; at += 4) if (pixels[at] === 255 && pixels[at + 1] === 0) count++;
    return count;
  }, picture);
}

it('marks stretches over inline elements under the name of their kind, without touching a node', async () => {
  const before = await page.content();
  await mark([2, 5], [6, 10]);
  expect(await marked()).toEqual([['tifa-term-slogan', 0, ['河长', '制', '夯实基础']]]);
  expect(await page.content()).toBe(before);
  expect(await red()).toBeGreaterThan(500);
});

it('marks anew after text has changed', async () => {
  await mark([2, 5]);
  const first = await red();
  await page.evaluate(() => {
    const bold = document.querySelector('b')?.firstChild as Text;
    bold.data = '河長';
  });
  await mark([2, 5]);
  expect(await marked()).toEqual([['tifa-term-slogan', 0, ['河長', '制']]]);
  expect(await red()).toBeGreaterThan(first / 2);
});

it('leaves out what the page has shortened or taken away since', async () => {
  await page.evaluate(() => {
    const [block] = window.tifa.blocksOf(document.body);
    document.querySelector('b')?.remove();
    const last = document.querySelector('p')?.lastChild as Text;
    last.data = '制';
    if (block)
      new window.tifa.TermHighlights().show([
        {
          block,
          marks: [
            { from: 2, to: 5, kind: 'slogan' },
            { from: 6, to: 10, kind: 'slogan' },
          ],
        },
      ]);
  });
  expect(await marked()).toEqual([['tifa-term-slogan', 0, ['制']]]);
});

it('replaces what was marked, and takes all away', async () => {
  await mark([0, 2]);
  await mark([6, 8]);
  expect(await marked()).toEqual([['tifa-term-slogan', 0, ['夯实']]]);
  await mark();
  expect(await marked()).toEqual([]);
  await mark([0, 2]);
  await page.evaluate(() => new window.tifa.TermHighlights().clear());
  expect(await marked()).toEqual([]);
  expect(await red()).toBe(0);
});

it('marks each kind under its own name, and leaves alone the kinds that stay as they were', async () => {
  const same = await page.evaluate(() => {
    const highlights = new window.tifa.TermHighlights();
    const [block] = window.tifa.blocksOf(document.body);
    if (!block) return null;
    const slogan = { from: 0, to: 2, kind: 'slogan' } as const;
    highlights.show([{ block, marks: [slogan, { from: 2, to: 5, kind: 'institution' }] }]);
    const before = CSS.highlights.get('tifa-term-slogan');
    highlights.show([{ block, marks: [slogan, { from: 6, to: 8, kind: 'metaphor' }] }]);
    return before === CSS.highlights.get('tifa-term-slogan');
  });
  expect(same).toBe(true);
  expect(await marked()).toEqual([
    ['tifa-term-slogan', 0, ['推行']],
    ['tifa-term-metaphor', 0, ['夯实']],
  ]);
});
