import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import './in-page';
import { bundle, launch, show } from './browser';
import { POINTING_CASES, type PointingCase } from './pointing-cases';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  script = await bundle('utils/page/hover', 'utils/page/blocks', 'tests/page/pointing');
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
