import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Browser } from 'wxt/browser';
import { toJson } from '@/utils/glossary/formats/json';
import { createTerm, editTerm, type SavedTerm } from '@/utils/glossary/record';
import { Tifa } from '../e2e/chromium';
import { newTerm, occurrence } from '../glossary/records';
import { median, type Row } from './row';
import { searching } from './searching';

/** In the extension's pages, where our functions run. */
declare const chrome: typeof Browser;

const TERMS = 20_000;
const OCCURRENCES = 3;
const OPENINGS = 5;
const SAVES = 40;

/** What a reader types, letter by letter, in the ways in which one searches. */
const QUERIES = [
  'l',
  'li',
  'lia',
  'lian',
  'lian4',
  '网',
  '网格',
  'rendering 7',
  'rendering 77',
  'tag3',
  'hú',
];

const CHARACTERS = [
  ...'云岭市全面推行河湖链长制企业与人才双向奔赴成就彼此高质量发展绿色通道开放改革创新治理网格员党代表工作室',
];
const SYLLABLES = [
  'yun2',
  'ling3',
  'shi4',
  'quan2',
  'mian4',
  'tui1',
  'xing2',
  'he2',
  'hu2',
  'lian4',
  'zhang3',
  'zhi4',
];
const PAPERS = ['云岭日报', '渠南晚报', '澄川日报', '石桥时报'];

/** Invented terms, each met in three sentences; the same in every run. */
function inventedTerms(): SavedTerm[] {
  return Array.from({ length: TERMS }, (_, n) => {
    const at = (of: number, by: number) => Math.floor(n / by ** of) % by;
    const hans = [0, 1, 2].map((of) => CHARACTERS[at(of, CHARACTERS.length)]).join('');
    const now = new Date(Date.UTC(2026, 0, 1) + n * 600_000).toISOString();
    const made = createTerm(
      newTerm({
        hans,
        headword: hans,
        hant: hans,
        reading: [0, 1, 2].map((of) => SYLLABLES[at(of, SYLLABLES.length)]).join(' '),
        senses: [`meaning ${n}`],
        officialRendering: n % 2 === 0 ? `official rendering ${n}` : '',
      }),
      now,
    );
    const occurrences = Array.from({ length: OCCURRENCES }, (_, place) => {
      const before = CHARACTERS.slice(0, 12 + (n % 30)).join('');
      return occurrence({
        sentence: `${before}${hans}成效初显，${place}。`,
        from: before.length,
        to: before.length + hans.length,
        paper: PAPERS[n % PAPERS.length] ?? '',
        url: `https://paper.yunling.example/${n}/${place}`,
        date: now.slice(0, 10),
        readAt: now,
      });
    });
    const edit =
      n % 3 === 0 ? { rendering: `rendering ${n}`, note: `a note on ${n}`, tags: [`tag${n % 12}`] } : {};
    return editTerm({ ...made, occurrences }, edit, now);
  });
}

/** Milliseconds from the opening of the page until its first rows (or the sentence that there are none) can be seen. */
async function opening(tifa: Tifa): Promise<number> {
  const page = await tifa.context.newPage();
  const start = performance.now();
  await page.goto(tifa.url('/glossary.html'), { waitUntil: 'commit' });
  await page.locator('[data-part="row"], [data-state="first"]').first().waitFor();
  const took = performance.now() - start;
  await page.close();
  return took;
}

function saving(page: Page): Promise<number[]> {
  return page.evaluate(
    async ([data, count]) => {
      const times: number[] = [];
      for (let n = 0; n < count; n++) {
        const start = performance.now();
        const occurrence = { ...data.occurrence, url: `https://b.example/${n}` };
        await chrome.runtime.sendMessage({
          id: n,
          type: 'saveTerm',
          data: { ...data, occurrence },
          timestamp: 0,
        });
        times.push(performance.now() - start);
      }
      return times;
    },
    [newTerm(), SAVES] as const,
  );
}

/** From a page that shows nothing of the glossary, as a card does. */
async function savesElsewhere(tifa: Tifa): Promise<number> {
  const page = await tifa.openOwn('/document.html');
  const took = median(await saving(page));
  await page.close();
  return took;
}

/** The personal glossary at 20,000 terms with three occurrences each, beside an empty one. */
export async function glossaryRows(): Promise<Row[]> {
  const tifa = await Tifa.launch();
  try {
    await opening(tifa);
    const empty = median([await opening(tifa), await opening(tifa), await opening(tifa)]);
    const page = await tifa.openOwn('/glossary.html');
    const emptySaves = await savesElsewhere(tifa);

    // As a file on the disk: so large a one is slow to hand over otherwise, which is not ours to measure.
    const file = join(tifa.profileFolder, 'terms.json');
    writeFileSync(file, toJson(inventedTerms()));
    let start = performance.now();
    await page.setInputFiles('[data-part="import"]', file);
    await page.locator('[data-part="import-confirm"]').click({ timeout: 60_000 });
    await page.locator('[data-part="undo"]').waitFor({ timeout: 60_000 });
    const imported = performance.now() - start;
    await page.close();

    const openings: number[] = [];
    for (let n = 0; n < OPENINGS; n++) openings.push(await opening(tifa));
    const full = await tifa.openOwn('/glossary.html');
    await full.locator('[data-part="export-json"]:enabled').waitFor();
    const searches: number[] = [];
    for (const query of QUERIES) searches.push(await searching(full, query));
    await full.fill('[data-part="search"]', '');
    start = performance.now();
    await Promise.all([full.waitForEvent('download'), full.click('[data-part="export-json"]')]);
    const exported = performance.now() - start;
    const beside = await savesElsewhere(tifa);
    await full.close();
    const saves = await savesElsewhere(tifa);

    const row = (name: string, value: number, most: number, beside = 0): Row => ({
      name: `glossary of ${TERMS} terms: ${name}`,
      unit: 'ms',
      value,
      beside: { name: beside === 0 ? 'nothing' : 'an empty one', value: beside },
      budget: { most, of: 'value' },
    });
    return [
      row('first rows after opening', median(openings), 1000, empty),
      row('search answer painted, median', median(searches.filter((took) => !Number.isNaN(took))), 50),
      row('save acknowledged, median', saves, 30, emptySaves),
      row('save acknowledged while its page is open, median', beside, 30, emptySaves),
      row(`import of ${TERMS} records with preview`, imported, 15_000),
      row('export as JSON', exported, 3000),
    ];
  } finally {
    await tifa.close();
  }
}
