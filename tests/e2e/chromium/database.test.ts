import { afterEach, beforeEach, expect, test } from 'vitest';
import { savedTerms } from '../glossary-page';
import type { ReaderPage } from '../reader-page';
import { withTifa } from '../with-tifa';

const browser = withTifa();
let page: ReaderPage;

/** Makes every write of the worker's database fail as a full disk would, until `heal`. */
const breakWrites = (name: string) =>
  browser.tifa.inWorker((error) => {
    const world = globalThis as unknown as { writes?: { put: unknown; add: unknown } };
    const store = IDBObjectStore.prototype as unknown as { put: unknown; add: unknown };
    world.writes ??= { put: store.put, add: store.add };
    store.put = store.add = () => {
      throw new DOMException('The disk is full.', error);
    };
  }, name);

const heal = () =>
  browser.tifa.inWorker(() => {
    const { writes } = globalThis as unknown as { writes?: { put: unknown; add: unknown } };
    if (writes) Object.assign(IDBObjectStore.prototype, writes);
  });

const saved = async () => (await savedTerms(browser.tifa)).map(({ headword }) => headword);

beforeEach(async () => {
  page = await browser.tifa.read('/front-page/');
});
afterEach(async () => {
  await heal();
  await page.close();
});

test.each(['QuotaExceededError', 'UnknownError', 'AbortError'])(
  '%s: the card says in one sentence that the term is not saved, and it can be saved later',
  async (name) => {
    const phrase =
      { QuotaExceededError: '一网通办', UnknownError: '助企纾困', AbortError: '压实责任' }[name] ?? '';
    await page.hover(phrase, 0, '#lead');
    await breakWrites(name);
    await page.clickPart('save');
    const card = await page.waitForCard('the sentence', ({ text }) => /Not saved/.test(text));
    expect(card.entries[0]?.saved).toBe(false);
    expect(await saved()).not.toContain(phrase);
    await heal();
    await page.clickPart('save');
    await page.waitForCard(
      'the saved term',
      ({ entries, text }) => entries[0]?.saved === true && !/Not saved/.test(text),
    );
    expect(await saved()).toContain(phrase);
  },
);

test('a failing database keeps what was saved before, and the reading goes on', async () => {
  await page.hover('双招双引', 0, '#lead');
  await page.clickPart('save');
  await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
  await breakWrites('QuotaExceededError');
  await page.hover('放管服', 0, '#lead');
  await page.clickPart('save');
  await page.waitForCard('the sentence', ({ text }) => /Not saved/.test(text));
  await page.page.keyboard.press('Escape');
  await page.hover('高质量发展', 0, '#lead');
  expect(await saved()).toContain('双招双引');
});

test('a database that cannot be read takes nothing from the reading', async () => {
  await browser.tifa.inWorker(() => {
    const world = globalThis as unknown as { readsFailed: number };
    world.readsFailed = 0;
    const fail = () => {
      world.readsFailed++;
      throw new DOMException('Internal error.', 'UnknownError');
    };
    for (const prototype of [IDBObjectStore.prototype, IDBIndex.prototype])
      Object.assign(prototype, { get: fail, getAll: fail, getAllKeys: fail, openCursor: fail });
  });
  try {
    const other = await browser.tifa.read('/article/');
    await other.hover('两代表一委员');
    await other.close();
    const failed = () => (globalThis as unknown as { readsFailed: number }).readsFailed;
    expect(await browser.tifa.inWorker(failed)).toBeGreaterThan(0);
  } finally {
    // The next worker has its own, whole prototypes.
    await browser.tifa.stopWorker();
    await browser.tifa.wake();
  }
});
