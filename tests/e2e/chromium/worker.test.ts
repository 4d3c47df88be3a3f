import { beforeEach, describe, expect, test } from 'vitest';
import { savedTerms } from '../glossary-page';
import type { ReaderPage } from '../reader-page';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();
let page: ReaderPage;

beforeEach(async () => {
  page = await browser.tifa.read('/front-page/');
  await page.hover('放管服', 0, '#lead');
  await page.rest();
  await page.waitForClosed();
  return () => page.close();
});

describe('while the worker is stopped', () => {
  test('pointing at an analysed block shows the card and does not wake it', async () => {
    await browser.tifa.stopWorker();
    await page.hover('双招双引', 0, '#lead');
    await page.hover('一网通办', 0, '#lead');
    expect(await browser.tifa.workerRuns()).toBe(false);
  });

  test('pointing at what is not analysed wakes it', async () => {
    await browser.tifa.stopWorker();
    await page.hover('新闻', 0, 'footer');
    expect(await browser.tifa.workerRuns()).toBe(true);
  });

  test('saving wakes it, and the term is kept', async () => {
    await page.hover('照后减证', 0, '#lead');
    await browser.tifa.stopWorker();
    await page.clickPart('save');
    await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
    expect((await savedTerms(browser.tifa)).map(({ headword }) => headword)).toContain('照后减证');
  });

  test('a selection is looked up all the same', async () => {
    await browser.tifa.stopWorker();
    await page.select('一万二千余户', 0, '#lead');
    await page.waitForCard('the run', ({ entries }) => entries[0]?.headword === '一万二千余户');
  });

  test('a converted page goes back exactly', async () => {
    const texts = await page.texts();
    await browser.tifa.command('toggle-script');
    await page.waitForText('雙向');
    await browser.tifa.stopWorker();
    await browser.tifa.wake();
    await page.page.bringToFront();
    await browser.tifa.command('toggle-script');
    await until(
      'the original',
      () => page.texts(),
      (now) => now.join('\n') === texts.join('\n'),
    );
  });
});

test.each([0, 5, 20, 60, 150])(
  'stopped %i ms after a page was asked for, it loses nothing: the page is read',
  async (wait) => {
    const opened = browser.tifa.open('/front-page/');
    await new Promise((resolve) => setTimeout(resolve, wait));
    await browser.tifa.stopWorker();
    const other = await opened;
    await other.waitForReader();
    await other.hover('双招双引', 0, '#lead');
    await other.close();
  },
);

test.each([0, 2, 5, 10, 30])(
  'stopped %i ms after a save, the term is saved or the card says that it is not',
  async (wait) => {
    const phrase =
      ['压实责任', '助企纾困', '底线思维', '首要任务', '干事创业'][[0, 2, 5, 10, 30].indexOf(wait)] ?? '';
    await page.hover(phrase, 0, '#lead');
    await page.page.keyboard.press('s');
    await new Promise((resolve) => setTimeout(resolve, wait));
    await browser.tifa.stopWorker();
    const card = await page.waitForCard(
      'an outcome',
      ({ entries, text }) => entries[0]?.saved === true || /Not saved/.test(text),
    );
    const kept = (await savedTerms(browser.tifa)).some(({ headword }) => headword === phrase);
    if (card.entries[0]?.saved) expect(kept).toBe(true);
    await page.page.keyboard.press('Escape');
  },
);
