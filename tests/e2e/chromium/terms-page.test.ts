import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HELD } from '@/utils/lang/usage';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();

let page: Page;
beforeEach(async () => {
  page = await browser.tifa.openOwn('/terms.html');
  await page.locator('[data-part="term-row"]').first().waitFor();
});
afterEach(() => page.close());

const firstForm = () => page.locator('[data-part="term-row"] .term-row-form').first().textContent();
const recordId = () => page.locator('[data-part="record"]').getAttribute('data-id');

test.each(['河长制', '河長制', 'hezhangzhi', 'hé zhǎng zhì', 'river chief system'])(
  'the search for %s brings the river chiefs first',
  async (query) => {
    await page.fill('[data-part="search"]', query);
    await until('the search', firstForm, (form) => form === '河长制');
    expect(await page.locator('[data-part="term-row"]').count()).toBeLessThan(10);
  },
);

test('filters narrow the list, and what nothing fits says so', async () => {
  const count = () => page.locator('[data-part="count"]').textContent();
  const all = await count();
  await page.selectOption('[data-part="filter-kind"]', 'numeric');
  await until('the filter', count, (text) => text !== all);
  await page.fill('[data-part="search"]', '河长制');
  await page.locator('[data-part="none"]').waitFor();
  await page.click('[data-part="filter-reset"]');
  await until('the whole list', firstForm, (form) => form === '河长制');
});

test('by keyboard: from the search to the list, from phrase to phrase, to a related one and back', async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('river chief');
  await until('the search', firstForm, (form) => form === '河长制');
  await page.locator('[data-part="term-list"]').focus();
  await page.keyboard.press('ArrowDown');
  expect(await recordId()).toBe('hezhang-zhi');
  await page.locator('[data-part="record"] .related').first().focus();
  await page.keyboard.press('Enter');
  await until('the related record', recordId, (id) => id !== 'hezhang-zhi');
  await page.goBack();
  await until('the first record', recordId, (id) => id === 'hezhang-zhi');
});

test('every record has an address; one that does not exist is said to be unknown', async () => {
  await page.goto(browser.tifa.url('/terms.html#hezhang-zhi'));
  await until('the record', recordId, (id) => id === 'hezhang-zhi');
  await page.goto(browser.tifa.url('/terms.html#no-such-phrase'));
  await until(
    'the sentence',
    () => page.locator('.shown').textContent(),
    (text) => text?.includes('no-such-phrase') ?? false,
  );
});

test('compares the use of up to six phrases, with every figure in the tables', async () => {
  await page.fill('[data-part="search"]', '制');
  await page.waitForFunction(() => document.querySelectorAll('[data-part="term-row"]').length > 7);
  const rows = page.locator('[data-part="term-row"]');
  for (let row = 0; row < 7; row++) {
    await rows.nth(row).click();
    const add = page.locator('[data-part="add-to-comparison"]');
    if (row < 6) await add.click();
    else expect(await add.isDisabled()).toBe(true);
  }
  await page.click('[data-part="compare"]');
  const cells = (part: string) => page.locator(`[data-part="${part}"] tbody tr`).count();
  expect(await cells('reports-table')).toBe(HELD.reports.length + 1);
  expect(await cells('broadcasts-table')).toBe(HELD.days.length);

  await page.goto(browser.tifa.url('/terms.html#compare=hezhang-zhi,gaozhiliang-fazhan'));
  const row = page.locator('[data-part="reports-table"] tbody tr', { hasText: '2017' });
  await row.waitFor();
  expect(await row.locator('td').allTextContents()).toEqual(['yes', '']);
  await page.locator('.comparison-name button').first().click();
  expect(await page.locator('[data-part="tray"] .chip').count()).toBe(1);
});
