import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from './browser';
import { PlainFirefox } from './firefox';
import { POINTING_CASES, type PointingCase } from './pointing-cases';

let browser: PlainFirefox;
let script: string;

beforeAll(async () => {
  script = await bundle('utils/page/hover', 'tests/page/pointing');
  browser = await PlainFirefox.launch();
}, 60_000);
afterAll(() => browser.close());

describe('pointing in Firefox', () => {
  test.each(POINTING_CASES.map((each) => [each.what, each] as const))('%s', async (_, each: PointingCase) => {
    await browser.show(
      `<!doctype html><html lang="zh-CN"><body><style>body{font-size:20px}</style>${each.html}<script>${script}</script></body></html>`,
    );
    expect(await browser.run('return window.tifa.pointed(arguments[0]);', each)).toBe(each.finds);
  });
});
