import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import './in-page';
import { bundle } from './browser';
import { launchFirefox } from './firefox';
import { POINTING_CASES, type PointingCase } from './pointing-cases';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  script = await bundle('utils/page/hover', 'tests/page/pointing');
  browser = await launchFirefox();
  page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 700 });
}, 60_000);
afterAll(() => browser.close());

describe('pointing in Firefox', () => {
  test.each(POINTING_CASES.map((each) => [each.what, each] as const))('%s', async (_, each: PointingCase) => {
    await page.goto('about:blank');
    await page.setContent(
      `<!doctype html><html lang="zh-CN"><body><style>body{font-size:20px}</style>${each.html}</body></html>`,
    );
    await page.addScriptTag({ content: script });
    expect(await page.evaluate((one) => window.tifa.pointed(one), each)).toBe(each.finds);
  });
});
