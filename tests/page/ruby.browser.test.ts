import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import './in-page';
import { bundle, launch, show } from './browser';

const PAGES = 25;

let browser: Browser;
let page: Page;

let script: string;

beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 700, height: 400 } });
  script = await bundle('tests/page/random-ruby', 'tests/page/ruby-page', 'utils/page/highlight');
}, 60_000);
afterAll(() => browser.close());

const STYLE = readFileSync('entrypoints/reader.content/highlight.css', 'utf8');

/** Opens a page, keeps its nodes to compare, and annotates the words that are known. */
async function open(html: string, style: 'marks' | 'zhuyin' = 'marks'): Promise<string> {
  await show(page, script, html);
  await page.addStyleTag({ content: STYLE });
  return page.evaluate((written) => {
    window.nodes = window.tifa.nodesOf();
    return window.tifa.annotatePage(written);
  }, style);
}
/** Whether the page holds the same nodes with the same texts as when it was opened. */
const isAsBefore = () =>
  page.evaluate(() => {
    const now = window.tifa.nodesOf();
    return (
      now.length === window.nodes.length &&
      now.every(({ node, data }, at) => node === window.nodes[at]?.node && data === window.nodes[at]?.data)
    );
  });
const clear = () => page.evaluate(() => void window.tifa.ruby.clear());
const drawn = () => page.evaluate(() => window.tifa.drawn());

describe('readings', () => {
  test.each<[what: string, html: string, shown: string]>([
    [
      'of words',
      '<p>推行河长制，夯实基础。</p>',
      '推行[tuīxíng]河长制[hézhǎngzhì]，夯实[hāngshí]基础[jīchǔ]。',
    ],
    [
      'of a word over elements, each part with its own',
      '<p>推<b>行河</b>长制</p>',
      '推[tuī]行[xíng]河[hé]长制[zhǎngzhì]',
    ],
    ['in a link', '<p><a href="#x">推行</a></p>', '推行[tuīxíng]'],
    ['not in what is quoted', '<pre>推行</pre><p><code>推行</code>基础</p>', '推行推行基础[jīchǔ]'],
    ['not where it is written', '<div contenteditable="">推行</div><p role="textbox">推行</p>', '推行推行'],
    ['not over those of the page', '<p><ruby>推行<rt>tui</rt></ruby></p>', '推行tui'],
    ['with white space as it stands', '<p>  推\n行  </p>', '  推\n行[tuīxíng]  '],
    ['not in what is drawn to a measure', '<p style="position:absolute">推行</p>', '推行'],
  ])('stand above %s, and go exactly', async (_, html, shown) => {
    expect(await open(html)).toBe(shown);
    await clear();
    expect(await isAsBefore()).toBe(true);
  });

  test('in zhuyin stand above each character', async () => {
    expect(await open('<p>推行</p>', 'zhuyin')).toBe('推[ㄊㄨㄟ]行[ㄒㄧㄥˊ]');
  });

  test('are no text of the page: its own text, its blocks and what is copied stay the same', async () => {
    await open('<p>推行河长制，夯实基础。</p>');
    const seen = await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.querySelector('p') as Element);
      return [
        document.querySelector('p')?.textContent,
        window.tifa.firstBlock().text,
        String(getSelection()),
      ];
    });
    expect(seen).toEqual(Array(3).fill('推行河长制，夯实基础。'));
  });

  test('leave what is pointed at, boxes and marks where the words are drawn', async () => {
    await open('<p>推行<b>河长</b>制，夯实基础。</p>');
    expect(
      await page.evaluate(() => Array.from({ length: 11 }, (_, at) => window.tifa.pointedAt(at, at + 1))),
    ).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const marked = await page.evaluate(() => {
      new window.tifa.TermHighlights().show([
        { block: window.tifa.firstBlock(), marks: [{ from: 1, to: 5, kind: 'slogan' }] },
      ]);
      return [...(CSS.highlights.get('tifa-term-slogan') ?? [])].map(
        ({ startContainer, startOffset, endOffset }) =>
          (startContainer as Text).data.slice(startOffset, endOffset),
      );
    });
    expect(marked).toEqual(['行', '河长', '制']);
  });

  test('are drawn above, in lines that break between words', async () => {
    await open(
      '<p style="width:6em;font-size:20px;margin:0">推行河长制，夯实基础。推行河长制，夯实基础。</p>',
    );
    const lines = await page.evaluate(() => {
      const tops = [...document.querySelectorAll('ruby')].map((each) =>
        Math.round(each.getBoundingClientRect().top),
      );
      return { lines: new Set(tops).size, width: (document.querySelector('p') as HTMLElement).scrollWidth };
    });
    expect(lines.lines).toBeGreaterThan(3);
    expect(lines.width).toBeLessThanOrEqual(121);
  });

  test('let a click through to the link, and a page’s own script sees it on the link', async () => {
    await open('<p>推行<a href="#there">河长制</a></p>');
    await page.evaluate(() =>
      document.addEventListener('click', ({ target }) => {
        document.title = (target as Element).localName;
      }),
    );
    const box = await page.locator('a ruby').boundingBox();
    await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    expect([
      await page.title(),
      new URL(page.url()).hash || (await page.evaluate(() => location.hash)),
    ]).toEqual(['a', '#there']);
  });

  test('keep what is selected, when they come and when they go', async () => {
    await open('<p>推行河长制，夯实基础。</p>');
    await clear();
    const selected = await page.evaluate(async () => {
      const text = document.querySelector('p')?.firstChild as Text;
      getSelection()?.setBaseAndExtent(text, 1, text, 7);
      await window.tifa.annotatePage();
      const during = String(getSelection());
      window.tifa.ruby.clear();
      return [during, String(getSelection())];
    });
    expect(selected).toEqual(['行河长制，夯', '行河长制，夯']);
  });

  test.each<[what: string, change: string, shown: string]>([
    ['a text', `p.firstChild.data = '另一段基础'`, '另一段基础夯实[hāngshí]。'],
    ['a paragraph', `p.textContent = '另一段'`, '另一段'],
    ['a text away', `p.firstChild.remove()`, '夯实[hāngshí]。'],
    ['a text before the copy', `p.firstChild.after('新')`, '推行新夯实[hāngshí]。'],
    ['nodes together', `p.normalize()`, '推行夯实。'],
    ['a copy beside', `p.after(p.cloneNode(true))`, '推行[tuīxíng]夯实[hāngshí]。推行夯实。'],
    ['its own text back', `p.innerHTML = p.innerHTML`, '推行夯实。'],
    ['into the copy', `p.querySelector('ruby').firstChild.data = '推动'`, '推动[tuīxíng]夯实[hāngshí]。'],
  ])('go where the page writes %s', async (_, change, shown) => {
    await open('<p>推行<b>夯实</b>。</p>');
    await page.evaluate((code) => {
      new Function('p', code)(document.querySelector('p'));
    }, change);
    expect(await drawn()).toBe(shown);
    await clear();
    expect(await drawn()).toBe(shown.replace(/\[.*?\]/g, ''));
    expect(await page.locator('tifa-ruby').count()).toBe(0);
  });
});

it('gives random trees back node by node, text by text, changed and converted while they had readings', async () => {
  await show(page, script, '');
  const first = Math.floor(Math.random() * 2 ** 31);
  const outcomes = [];
  for (let seed = first; seed < first + PAGES; seed++)
    outcomes.push(
      await page.evaluate(([each, trees, changes]) => window.tifa.tryRuby(each, trees, changes), [
        seed,
        15,
        30,
      ] as const),
    );
  expect(outcomes.filter(({ difference }) => difference !== '')).toEqual([]);
  expect(outcomes.every(({ annotated }) => annotated > 0)).toBe(true);
  expect(outcomes.some(({ converted }) => converted)).toBe(true);
}, 120_000);
