import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Browser } from 'wxt/browser';
import { ReaderPage } from '../reader-page';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

declare const chrome: typeof Browser;

const browser = withTifa();

let page: ReaderPage;
beforeEach(async () => {
  page = await ReaderPage.attach(await browser.tifa.openOwn('/welcome.html'));
  await page.waitForReader();
});
afterEach(() => page.page.close());

test('its sample is read like any article: marked, and explained where one points', async () => {
  await until(
    'the marks',
    () => page.page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)),
    (count) => count > 8,
  );
  const card = await page.hover('链长制');
  expect(card.entries[0]?.parts.meaning).toBeTruthy();
});

test('a setting chosen here is in effect at once', async () => {
  await page.page.selectOption('[data-setting="reading"]', 'zhuyin');
  const card = await page.hover('双向奔赴');
  expect(card.entries[0]?.parts.reading).toContain('ㄕㄨㄤ');
  await browser.tifa.setSettings({});
});

test('every command has a key and is named', async () => {
  const listed = await page.page.locator('[data-part="shortcuts"] dl > div').allTextContents();
  const commands = await browser.tifa.inWorker(() => chrome.commands.getAll());
  const own = commands.filter(({ name }) => !name?.startsWith('_'));
  expect(listed).toHaveLength(own.length);
  for (const { name, shortcut, description } of own) {
    expect(shortcut, name).not.toBe('');
    expect(listed.some((line) => line.includes(description ?? '?'))).toBe(true);
  }
});
