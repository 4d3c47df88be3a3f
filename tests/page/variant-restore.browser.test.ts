import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import './in-page';
import { bundle, launch, show } from './browser';
import type { Outcome } from './random-pages';

const PAGES = 40;
const TREES = 25;
const CHANGES = 40;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser.close());

it(`gives back ${PAGES * TREES} random trees node by node, changed while they were converted`, async () => {
  const page = await browser.newPage();
  await show(page, await bundle('tests/page/random-pages'), '');
  const first = Math.floor(Math.random() * 2 ** 31);
  const outcomes: Outcome[] = [];
  for (let seed = first; seed < first + PAGES; seed++)
    outcomes.push(
      await page.evaluate(([each, trees, changes]) => window.tifa.tryRandomPage(each, trees, changes), [
        seed,
        TREES,
        CHANGES,
      ] as const),
    );
  expect(outcomes.filter(({ difference }) => difference !== '')).toEqual([]);
  expect(outcomes.every(({ converted }) => converted)).toBe(true);
}, 120_000);
