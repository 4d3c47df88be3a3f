import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { type Engine, loadEngine } from '../lang/engine';
import { streamOf } from '../lang/stream';
import type { Term } from '../lang/term';
import type { Held, Usage } from '../lang/usage';
import { buildDictionary } from './dictionary';
import { DICTIONARY_FILE, ENTRIES_FILE, READINGS_FILE, readBuffer } from './files';

/** The committed counts, a line for each record; `#` begins its method and limits. */
export const USAGE_FILE = 'utils/terms/usage.tsv';
const HELD_FILE = 'utils/lang/usage-held.json';

/** The corpora by file name in the folder given. */
export const CORPORA = {
  broadcasts: 'xinwen-lianbo-2022-2026.jsonl.gz',
  reports: 'official-reports-1921-2025.jsonl.gz',
};

/** A dated text: a report's year, a congress's number or a broadcast's day. */
export interface Dated {
  kind: 'report' | 'congress' | 'broadcast';
  when: string;
  text: string;
}

const broadcastShape = v.object({ date: v.pipe(v.string(), v.isoDate()), text: v.string() });
const reportShape = v.object({
  kind: v.string(),
  year: v.nullish(v.number()),
  congress: v.nullish(v.number()),
  text: v.string(),
});

/** Every text of the corpora that has a date. Throws where a file is missing or a line is malformed. */
export function* readCorpora(folder: string): Generator<Dated> {
  for (const line of linesOf(join(folder, CORPORA.reports))) {
    const { kind, year, congress, text } = v.parse(reportShape, JSON.parse(line));
    // Resolutions on the reports have no year: they repeat its words and would count twice.
    if (kind === 'government-work-report' && year) yield { kind: 'report', when: String(year), text };
    if (kind === 'party-congress-report' && congress)
      yield { kind: 'congress', when: String(congress), text };
  }
  for (const line of linesOf(join(folder, CORPORA.broadcasts))) {
    const { date, text } = v.parse(broadcastShape, JSON.parse(line));
    yield { kind: 'broadcast', when: date, text };
  }
}

function linesOf(path: string): string[] {
  return gunzipSync(readFileSync(path)).toString('utf8').split('\n').filter(Boolean);
}

/**
 * Counts every record's headword and variants together in dated texts, by the matcher that ships. Of phrases
 * inside one another the longest alone counts; a form that two records share counts for neither; a record that
 * needs its context (`match.minContext`) or shares its headword has no usage.
 */
export function countUsage(
  texts: Iterable<Dated>,
  engine: Engine,
): { held: Held; usage: Map<string, Usage> } {
  const { dictionary, segmenter, terms } = engine;
  const held = { report: new Set<number>(), congress: new Set<number>(), broadcast: [] as string[] };
  const found = new Map<
    number,
    { report: Set<number>; congress: Set<number>; broadcast: Set<string>; times: number }
  >();
  const countOf = (id: number) => {
    const own = found.get(id) ?? { report: new Set(), congress: new Set(), broadcast: new Set(), times: 0 };
    found.set(id, own);
    return own;
  };
  for (const { kind, when, text } of texts) {
    if (kind === 'broadcast') held.broadcast.push(when);
    else held[kind].add(Number(when));
    const met: number[] = [];
    for (const paragraph of text.split('\n')) {
      let reached = 0;
      // By start, longer first: one that ends no later than another before it lies inside of that.
      const stream = streamOf(paragraph, dictionary.fold);
      for (const { end, terms: ids } of terms.match(stream, segmenter.cut(stream))) {
        if (end > reached && ids.length === 1) met.push(ids[0] as number);
        reached = Math.max(reached, end);
      }
    }
    for (const id of met) {
      const own = countOf(id);
      if (kind === 'broadcast') {
        own.broadcast.add(when);
        own.times++;
      } else own[kind].add(Number(when));
    }
  }
  const ascending = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b);
  const days = [...new Set(held.broadcast)].sort();
  const firstMonth = days[0]?.slice(0, 7) ?? '';
  const lastDate = days.at(-1) ?? '';
  const usage = new Map<string, Usage>();
  for (let id = dictionary.termBase; id < dictionary.termBase + dictionary.termCount; id++) {
    const term = dictionary.term(id);
    // A mould never stands in a text itself, so its count would be a false none.
    if (term.pattern || term.match?.minContext || isShared(term, engine)) continue;
    const own = found.get(id);
    usage.set(term.id, {
      reports: ascending(own?.report ?? []),
      congresses: ascending(own?.congress ?? []),
      days: perMonth(own?.broadcast ?? [], firstMonth, lastDate),
      times: own?.times ?? 0,
    });
  }
  return {
    held: {
      reports: ascending(held.report),
      congresses: ascending(held.congress),
      firstMonth,
      days: perMonth(days, firstMonth, lastDate),
      lastDate,
      times: [...usage.values()].reduce((sum, { times }) => sum + times, 0),
    },
    usage,
  };
}

function isShared(term: Term, { dictionary }: Engine): boolean {
  const rank = dictionary.trie.get(dictionary.fold.text(term.headword.hans));
  return rank >= 0 && dictionary.termsOf(rank).length > 1;
}

/** Days of each month as digits of base 32. */
function perMonth(days: Iterable<string>, firstMonth: string, lastDate: string): string {
  const place = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const counts = new Array<number>(firstMonth ? place(lastDate) - place(firstMonth) + 1 : 0).fill(0);
  for (const day of days) {
    const at = place(day) - place(firstMonth);
    counts[at] = (counts[at] as number) + 1;
  }
  return counts.map((count) => count.toString(32)).join('');
}

/** The text of the committed file. */
export function formatUsage(usage: ReadonlyMap<string, Usage>, held: Held): string {
  const lines = [...usage]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { reports, congresses, days, times }]) =>
      // No month at all is written as nothing.
      [id, reports.join(' '), congresses.join(' '), /[^0]/.test(days) ? days : '', times || ''].join('\t'),
    );
  return `${header(held)}\n${lines.join('\n')}\n`;
}

function header({ reports, congresses, firstMonth, days, lastDate }: Held): string {
  const total = Array.from(days, (digit) => Number.parseInt(digit, 32)).reduce((sum, n) => sum + n, 0);
  return `# Usage, counted; written by \`npm run terms -- usage CORPORA_FOLDER\`, not by hand.
# Fields: record; years of Government Work Reports; Party congresses; broadcast days per month from ${firstMonth}, a digit of base 32 each; times in all broadcasts.
# Method: headword and variants together, by the matcher that ships; of phrases inside one another the longest alone.
# Left out: records that need context, and headwords that two records share.
# Government Work Reports held: ${reports.join(' ')}. The others are not held: "first" is the first of those held.
# Congresses whose reports are held: ${congresses.join(' ')}.
# Xinwen Lianbo: ${total} days held from ${firstMonth} to ${lastDate}; a first hit there is never a first use.`;
}

/** The committed counts by record; months that have none are filled with zeros. Throws at a malformed line. */
export function parseUsage(source: string, months: number): Map<string, Usage> {
  const usage = new Map<string, Usage>();
  const numbers = (field: string) => (field === '' ? [] : field.split(' ').map(Number));
  for (const [index, line] of source.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [id, reports, congresses, days, times] = line.split('\t');
    if (!id || reports === undefined || congresses === undefined || days === undefined || times === undefined)
      throw new Error(`Line ${index + 1} of the usage counts has not five fields: ${line}`);
    if (days !== '' && (days.length !== months || !/^[0-9a-v]*$/.test(days)))
      throw new Error(`Line ${index + 1} of the usage counts has ${days.length} months of ${months}.`);
    usage.set(id, {
      reports: numbers(reports),
      congresses: numbers(congresses),
      days: days || '0'.repeat(months),
      times: Number(times),
    });
  }
  return usage;
}

/** The records, each with its committed usage where it has one. */
export function withUsage(terms: readonly Term[]): Term[] {
  const held: Held = JSON.parse(readFileSync(HELD_FILE, 'utf8'));
  const usage = parseUsage(readFileSync(USAGE_FILE, 'utf8'), held.days.length);
  return terms.map((term) => {
    const own = usage.get(term.id);
    return own && !term.pattern ? { ...term, usage: own } : term;
  });
}

/** The engine over a dictionary built from the term bases as they are now. */
export async function freshEngine(): Promise<Engine> {
  await buildDictionary();
  return loadEngine({
    dictionary: readBuffer(DICTIONARY_FILE),
    entries: readBuffer(ENTRIES_FILE),
    readings: readBuffer(READINGS_FILE),
  });
}

/** Counts the corpora of a folder and writes the committed files; returns the number of records counted. */
export async function writeUsage(folder: string): Promise<number> {
  const { held, usage } = countUsage(readCorpora(folder), await freshEngine());
  writeFileSync(USAGE_FILE, formatUsage(usage, held));
  writeFileSync(HELD_FILE, `${JSON.stringify(held)}\n`);
  return usage.size;
}
