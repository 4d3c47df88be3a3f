import { expect, test } from 'vitest';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();

test('the extension is updated while a page is open: what was read stays readable, one sentence says why the rest does not, nothing saved is lost', async () => {
  const page = await browser.tifa.read('/article/');
  await page.hover('照后减证');
  await page.clickPart('save');
  await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
  await page.page.keyboard.press('Escape');
  await page.rest();
  await page.waitForClosed();
  const texts = await page.texts();

  await browser.tifa.update();

  // The page that was open: analysed text, then what would need the extension.
  await page.page.bringToFront();
  await page.hover('链长制');
  await page.page.keyboard.press('s');
  await until(
    'one sentence',
    () => page.card(),
    (card) => /Load this page again/.test(`${card?.text}${card?.aside}`),
  );
  const card = await page.card();
  expect(card?.entries[0]?.saved).not.toBe(true);
  expect(await page.texts()).toEqual(texts);
  expect(page.errors).toEqual([]);

  // Loaded again it is read by the new reader, and the term is still there.
  await page.page.reload();
  await page.waitForReader();
  const again = await page.hover('照后减证');
  expect(again.entries[0]).toMatchObject({ headword: '照后减证', saved: true });
});

test('a page shown in another script when the extension goes can still be read and used', async () => {
  const page = await browser.tifa.read('/article/');
  await browser.tifa.command('toggle-script');
  await page.waitForText('雙向');
  await browser.tifa.update();
  await page.page.bringToFront();
  await page.page.locator('nav a').first().click();
  expect(page.errors).toEqual([]);
  // The new reader, asked for by a command, starts from the page as it is and does not stand beside the old one.
  await browser.tifa.command('toggle-script');
  await until(
    'one host',
    () => page.page.locator('tifa-card').count(),
    (count) => count === 1,
  );
});
