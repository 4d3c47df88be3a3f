import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import './in-page';
import { bundle, launch, show } from './browser';
import { POINTING_CASES, type PointingCase } from './pointing-cases';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  script = await bundle('utils/page/hover', 'utils/page/field', 'utils/page/blocks', 'tests/page/pointing');
  browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  page = await context.newPage();
}, 60_000);
afterAll(() => browser.close());

describe('pointing in Chromium', () => {
  test.each(POINTING_CASES.map((each) => [each.what, each] as const))('%s', async (_, each: PointingCase) => {
    await show(page, script, `<style>body{font-size:20px}</style>${each.html}`);
    expect(await page.evaluate((one) => window.tifa.pointed(one), each)).toBe(each.finds);
  });

  test.each<[what: string, html: string, x: number, y: number, found: string | null]>([
    ['a text box: left half', '<textarea>青石县农业</textarea>', 45, 15, '县'],
    ['a text box: right half', '<textarea>青石县农业</textarea>', 55, 15, '县'],
    ['a line of one', '<input value="青石县农业">', 25, 15, '石'],
    ['right of its text', '<input value="青石">', 80, 15, null],
    ['an empty one', '<input value="">', 15, 15, null],
    ['a password', '<input type="password" value="青石县">', 15, 15, null],
    ['no text box', '<p>青石县</p>', 15, 15, null],
  ])('reads %s', async (_, html, x, y, found) => {
    await show(
      page,
      script,
      `<style>*{margin:0;padding:0;border:0;font:20px/30px sans-serif}</style>${html}`,
    );
    const character = await page.evaluate(
      ([left, top]) => {
        const point = window.tifa.fieldPointAt(left, top, document);
        return point?.block.text.charAt(point.offset) ?? null;
      },
      [x, y] as const,
    );
    expect(character).toBe(found);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
  });

  it('changes neither selection nor focus, place or nodes', async () => {
    await show(page, script, '<p>青石县</p><input value="x"><div style="height:3000px">乡</div>');
    const changed = await page.evaluate(async () => {
      const input = document.querySelector('input');
      input?.focus();
      getSelection()?.setBaseAndExtent(
        document.querySelector('p')?.firstChild as Text,
        0,
        document.querySelector('p')?.firstChild as Text,
        2,
      );
      scrollTo(0, 5);
      const before = [getSelection()?.toString(), document.activeElement?.localName, scrollY];
      let changes = 0;
      new MutationObserver(() => changes++).observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      for (const type of ['selectionchange', 'focusin', 'scroll', 'click', 'mousedown'])
        document.addEventListener(type, () => changes++, true);
      for (let y = 0; y < 100; y += 3) for (let x = 0; x < 100; x += 7) window.tifa.pointAt(x, y, document);
      await new Promise((done) => setTimeout(done, 50));
      return {
        changes,
        same:
          JSON.stringify(before) ===
          JSON.stringify([getSelection()?.toString(), document.activeElement?.localName, scrollY]),
      };
    });
    expect(changed.same).toBe(true);
  });

  it('gives a box for every line of a stretch', async () => {
    await show(
      page,
      script,
      '<p style="width:100px;font-size:20px;margin:0;line-height:30px">青石县召<b>开农田</b>水利</p>',
    );
    const boxes = await page.evaluate(() => {
      const [block] = window.tifa.blocksOf(document.body);
      return (
        block &&
        window.tifa
          .boxesOf(block, 3, 7)
          .map(({ left, top, width }) => [
            Math.round(left / 20),
            Math.round(top / 30),
            Math.round(width / 20),
          ])
      );
    });
    expect(boxes).toEqual(
      [
        [3, 0, 1],
        [4, 0, 1],
        [0, 1, 2],
      ].map(([left, top, width]) => [expect.closeTo(left as number, 0), top, width]),
    );
  });
});
