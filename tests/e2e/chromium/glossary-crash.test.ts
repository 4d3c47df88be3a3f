import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { Browser } from 'wxt/browser';
import type { NewTerm, SavedTerm } from '@/utils/glossary/record';
import { newTerm, occurrence } from '../../glossary/records';
import { Tifa } from '../chromium';
import { until } from '../wait';

/** In the extension's pages, where our functions run. */
declare const chrome: typeof Browser;

const ROUNDS = 10;
const SAVES = 200;
/** The browser is killed after so many saves of a round were acknowledged, each time at another point. */
const KILLED_AFTER = (round: number) => 5 + round * 17;

const profile = mkdtempSync(join(tmpdir(), 'tifa-crash-'));
afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

const hansOf = (round: number, n: number) => `第${round}轮词${n}`;

function termOf(round: number, n: number): NewTerm {
  const hans = hansOf(round, n);
  return newTerm({
    hans,
    headword: hans,
    hant: hans,
    occurrence: occurrence({ url: `https://a.example/${round}/${n}` }),
  });
}

/** Saves one term after the other; `acknowledged` learns of each when the background has answered. */
function saveAll(page: Page, terms: NewTerm[]): void {
  const save = async (all: NewTerm[]) => {
    for (const [id, data] of all.entries()) {
      const answer = await chrome.runtime.sendMessage({ id, type: 'saveTerm', data, timestamp: Date.now() });
      await (globalThis as unknown as { acknowledged: (hans: string) => Promise<void> }).acknowledged(
        answer.res.headword,
      );
    }
  };
  // The page ends with its browser in the midst of this.
  page.evaluate(save, terms).catch(() => undefined);
}

/** The number of the browser's own process, as it says itself. */
async function processId(tifa: Tifa): Promise<number> {
  const { processInfo } = await tifa.browser.send('SystemInfo.getProcessInfo');
  const found = processInfo.find(({ type }) => type === 'browser');
  if (!found) throw new Error('The browser named no process of its own.');
  return found.id;
}

async function storedTerms(tifa: Tifa): Promise<Map<string, SavedTerm>> {
  const page = await tifa.openOwn('/glossary.html');
  const rows = await page.evaluate(
    () =>
      new Promise<{ id: string; term: SavedTerm }[]>((resolve, reject) => {
        const opening = indexedDB.open('tifa-glossary');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains('terms')) return resolve([]);
          const all = database.transaction('terms').objectStore('terms').getAll();
          all.onsuccess = () => resolve(all.result);
          all.onerror = () => reject(all.error);
        };
      }),
  );
  await page.close();
  return new Map(rows.map(({ id, term }) => [id, term]));
}

test('a browser killed amid saves has every acknowledged one, and no half of one', {
  timeout: 180_000,
}, async () => {
  const acknowledged = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const tifa = await Tifa.launch({ profile });
    const page = await tifa.openOwn('/glossary.html');
    let answered = 0;
    await page.exposeFunction('acknowledged', (hans: string) => {
      acknowledged.add(hans);
      answered += 1;
    });
    saveAll(
      page,
      Array.from({ length: SAVES }, (_, n) => termOf(round, n)),
    );
    await until(
      `save ${KILLED_AFTER(round)}`,
      () => Promise.resolve(answered),
      (count) => count >= KILLED_AFTER(round),
      30_000,
    );
    process.kill(await processId(tifa), 'SIGKILL');
    await tifa.close().catch(() => undefined);
  }

  const tifa = await Tifa.launch({ profile });
  try {
    const stored = await storedTerms(tifa);
    for (const hans of acknowledged) expect(stored.has(hans), hans).toBe(true);
    for (const [id, term] of stored) {
      const [, round = 0, n = 0] = (/^第(\d+)轮词(\d+)$/.exec(id) ?? []).map(Number);
      expect(term).toMatchObject({ id, hans: id, occurrences: [termOf(round, n).occurrence] });
    }
    expect(stored.size).toBeLessThan(ROUNDS * SAVES);
  } finally {
    await tifa.close();
  }
});
