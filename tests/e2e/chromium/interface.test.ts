import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, overflow } from '../axe';
import { Tifa } from '../chromium';
import { smallTargets, unreached } from '../keyboard-walk';
import { localized } from '../localized';
import { UNLISTED } from '../site';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();

const SETTINGS_TAB = '[data-part="tab-settings"]';

/** Our pages in the states in which they are met, and how each is reached. */
const PAGES: [name: string, path: string, reach: (page: Page) => Promise<unknown>][] = [
  ['popup', '/popup.html', (page) => page.waitForSelector('[data-kind="unreadable"]')],
  ['popup, settings', '/popup.html', (page) => page.click(SETTINGS_TAB)],
  ['popup, report', '/popup.html', (page) => page.click('[data-part="open-report"]')],
  ['welcome', '/welcome.html', (page) => page.waitForFunction(() => CSS.highlights.size > 0)],
  ['document', '/document.html', (page) => page.waitForSelector('[data-part="paste"]')],
  [
    'document, a text',
    '/document.html',
    async (page) => {
      await page.fill('[data-part="paste"]', '澄川市推行链长制，企业与群众双向奔赴。');
      await page.click('[data-part="read"]');
      await page.waitForSelector('[data-part="text"]');
    },
  ],
  ['set phrases', '/terms.html', (page) => page.waitForSelector('[data-part="term-row"]')],
  ['a set phrase', '/terms.html#hezhang-zhi', (page) => page.waitForSelector('[data-part="record"]')],
  ['panel', '/sidepanel.html', (page) => page.waitForSelector('[data-part="state"]')],
];

describe.each(PAGES)('%s', (_, path, reach) => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.tifa.openOwn(path);
    // Colours on their way from one scheme to the other are nobody's to read.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await reach(page);
  });
  afterAll(() => page.close());

  test('axe finds nothing in light, dark and forced colours', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, forcedColors: 'none' });
      expect(await axeFaults(page)).toEqual([]);
    }
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await axeFaults(page)).toEqual([]);
    await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  });

  test('the Tab key comes to every control, and each is at least 24 pixels large', async () => {
    expect(await unreached(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
  });

  test('nothing moves with reduced motion, and it fits a window of 320 pixels', async () => {
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    );
    expect(moving).toBe(0);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflow(page)).toBe(0);
  });
});

test('the popup is worked by keys alone: tabs by arrows, switches by Space, the report by Enter', async () => {
  const page = await browser.tifa.openOwn('/popup.html');
  await page.locator('#tab-page').focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('#panel-settings').waitFor();
  const colours = page.locator('[data-setting="toneColours"]');
  await colours.focus();
  await page.keyboard.press('Space');
  await until(
    'the switch',
    () => colours.getAttribute('aria-checked'),
    (on) => on === 'false',
  );
  expect(await page.locator('.settings-sample .tone-1').count()).toBe(0);
  await page.locator('#tab-settings').focus();
  await page.keyboard.press('ArrowLeft');
  await page.locator('[data-part="open-report"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-part="report"]').waitFor();
  await page.close();
  await browser.tifa.setSettings({});
});

test.each<[setting: string, value: string, seen: string]>([
  ['reading', 'zhuyin', 'ㄌㄧㄢˋ'],
  ['script', 'tw', '群眾'],
  ['script', 'hk', '羣眾'],
])('the sample line of the popup shows %s %s at once', async (setting, value, seen) => {
  const page = await browser.tifa.openOwn('/popup.html');
  await page.click(SETTINGS_TAB);
  await page.selectOption(`[data-setting="${setting}"]`, value);
  const line = page.locator('.sample-line');
  await until(
    'the sample',
    () => line.textContent(),
    (text) => text?.includes(seen) ?? false,
  );
  await page.close();
  await browser.tifa.setSettings({});
});

test('the popup is never higher than Chromium allows', async () => {
  const page = await browser.tifa.openOwn('/popup.html');
  const heights: number[] = [];
  const height = () =>
    page.evaluate(() => document.querySelector('main')?.getBoundingClientRect().height ?? 0);
  heights.push(await height());
  await page.click(SETTINGS_TAB);
  heights.push(await height());
  await page.click('[data-part="tab-page"]');
  await page.click('[data-part="open-report"]');
  heights.push(await height());
  expect(Math.max(...heights)).toBeLessThanOrEqual(600);
  await page.close();
});

test('a report is copied with the reader’s words, and with the address only where it is asked for', async () => {
  const page = await browser.tifa.open('/article/', UNLISTED);
  const popup = await browser.tifa.clickIcon(page);
  const facts = () =>
    popup.run(() => document.querySelector<HTMLTextAreaElement>('[data-part="report-facts"]')?.value ?? '');
  await until(
    'the article',
    () => popup.run(() => document.querySelector<HTMLElement>('[data-part="found"]')?.dataset.kind),
    (kind) => kind === 'article',
  );
  await popup.run(() => document.querySelector<HTMLElement>('[data-part="open-report"]')?.click());
  const text = await until('the report', facts, Boolean);
  expect(text).toContain('Page: article');
  expect(text).not.toContain(UNLISTED);
  await popup.run(() => document.querySelector<HTMLElement>('[data-part="report-address"]')?.click());
  await until('the address', facts, (now) => now.includes(`Address: http://${UNLISTED}/article/`));
  await popup.run(() => window.close()).catch(() => undefined);
  await popup.detach();
  await page.close();
});

describe.each([
  ['zh-CN', '设置', '词汇表', '复制'],
  ['zh-TW', '設定', '詞彙表', '複製'],
])('in %s', (language, settings, glossary, copy) => {
  let folder: string;
  let tifa: Tifa;
  beforeAll(async () => {
    folder = localized(language);
    tifa = await Tifa.launch({ extension: folder });
  });
  afterAll(async () => {
    await tifa.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('popup, glossary page and card speak it, and the pages say so', async () => {
    const popup = await tifa.openOwn('/popup.html');
    expect(await popup.locator(SETTINGS_TAB).textContent()).toBe(settings);
    const page = await tifa.openOwn('/glossary.html');
    await page.locator('[data-state="first"]').waitFor();
    expect(await page.locator('h1').textContent()).toContain(glossary);
    for (const each of [popup, page])
      expect(await each.evaluate(() => document.documentElement.lang)).toBe(language);
    const article = await tifa.read('/article/');
    await article.hover('链长制');
    await article.page.keyboard.press('p');
    await article.waitForCard('the card in this language', ({ text }) => text.includes(copy));
    // Its own Chinese does not hide the sample from the reader.
    const welcome = await tifa.openOwn('/welcome.html');
    await welcome.waitForFunction(() => CSS.highlights.size > 0);
  });
});
