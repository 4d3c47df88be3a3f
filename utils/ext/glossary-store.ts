import Dexie, { type Table } from 'dexie';
import { addTerm, mergeGlossaries, mergeTerm, sameTerm } from '@/utils/glossary/merge';
import {
  editTerm as edited,
  type NewTerm,
  removeTerm as removed,
  restoreTerm as restored,
  type SavedTerm,
  type TermEdit,
} from '@/utils/glossary/record';
import type { OwnPhrase } from '@/utils/lang/own-phrases';

/** What a reader shows of a saved term. */
export interface SavedHeadword {
  /** In simplified form. */
  headword: string;
  hant: string;
  id: string;
  rendering: string;
}

export interface ImportSummary {
  added: number;
  merged: number;
  unchanged: number;
}

/** The glossary could not be read or written; the message is one sentence for the reader. */
export class GlossaryStoreError extends Error {
  override name = 'GlossaryStoreError';
}

/** One term as it lies in the database: the record, and what is looked up by index (booleans cannot be keys). */
interface Row {
  id: string;
  saved: string;
  kept: 0 | 1;
  own: 0 | 1;
  term: SavedTerm;
}

/**
 * Every version of the database that was ever released, oldest first; each later one has its `upgrade` here and a
 * frozen sample in the tests. `strict`: a save counts only when it lies on the disk, not in a cache.
 */
function open(): Dexie & { terms: Table<Row, string> } {
  const database = new Dexie('tifa-glossary', { chromeTransactionDurability: 'strict' }) as Dexie & {
    terms: Table<Row, string>;
  };
  database.version(1).stores({ terms: 'id, [own+kept], [kept+saved]' });
  return database;
}

const database = open();

/**
 * Saves a term: a new record, or an occurrence more of the one that is there. Resolves when the transaction has
 * completed. Only the background calls what writes.
 */
export async function saveTerm(term: NewTerm): Promise<SavedTerm> {
  return write(async (rows) => {
    const known = await rows.get(term.hans);
    const saved = addTerm(known?.term, term, now());
    await rows.put(toRow(saved));
    return saved;
  });
}

/** Writes fields of a term anew; those that are absent stay. Throws where there is no such term. */
export async function editTerm({ id, ...edit }: TermEdit & { id: string }): Promise<SavedTerm> {
  return write(async (rows) => {
    const known = await rows.get(id);
    if (!known) throw new RangeError(`The glossary has no term ${id}.`);
    const term = edited(known.term, edit, now());
    await rows.put(toRow(term));
    return term;
  });
}

/** Makes tombstones; answers what readers need to know. Ids that are not there or already removed are passed over. */
export async function removeTerms(ids: string[]): Promise<SavedHeadword[]> {
  return changeAll(ids, (term) => (term.removed === null ? removed(term, now()) : null));
}

/** Undoes `removeTerms`. */
export async function restoreTerms(ids: string[]): Promise<SavedHeadword[]> {
  return changeAll(ids, (term) => (term.removed === null ? null : restored(term, now())));
}

/** Merges records into the glossary, all or none of them. */
export async function importTerms(records: SavedTerm[]): Promise<ImportSummary> {
  const stray = records.find((record) => record.id !== record.hans);
  if (stray) throw new RangeError(`The record of ${stray.hans} has the id ${stray.id}.`);
  return write(async (rows) => {
    const summary: ImportSummary = { added: 0, merged: 0, unchanged: 0 };
    const incoming = mergeGlossaries(records, []);
    const known = await rows.bulkGet(incoming.map((term) => term.id));
    const changed: SavedTerm[] = [];
    incoming.forEach((term, index) => {
      const old = known[index]?.term;
      const merged = old ? mergeTerm(old, term) : term;
      if (old && sameTerm(old, merged)) summary.unchanged += 1;
      else changed.push(merged);
      if (!old) summary.added += 1;
      else if (changed.at(-1) === merged) summary.merged += 1;
    });
    await rows.bulkPut(changed.map(toRow));
    return summary;
  });
}

/**
 * Phrases that the analysis is to recognise although no built-in base has them, each with the reader's rendering or
 * else the first line of the note.
 */
export async function ownPhrases(): Promise<OwnPhrase[]> {
  const rows = await read((terms) => terms.where('[own+kept]').equals([1, 1]).toArray());
  return rows.map(({ term }) => ({
    hans: term.hans,
    hant: term.hant,
    reading: term.reading,
    gloss: term.rendering || (term.note.split('\n', 1)[0] ?? ''),
  }));
}

/** Which of these headwords (simplified) stand in the glossary. */
export async function savedAmong(headwords: string[]): Promise<SavedHeadword[]> {
  const distinct = [...new Set(headwords)];
  return (await readTermsOf(distinct)).map(toSavedHeadword);
}

/** The terms saved last, newest first. Pages of the extension may call this and all that reads. */
export async function readNewest(count: number): Promise<SavedTerm[]> {
  const newest = (terms: Table<Row, string>) =>
    terms
      .where('[kept+saved]')
      .between([1, Dexie.minKey], [1, Dexie.maxKey])
      .reverse()
      .limit(count)
      .toArray();
  return (await read(newest)).map((row) => row.term);
}

/** Every term that is kept, by simplified form; in pieces, so that a page stays fluent meanwhile. */
export async function readTerms(): Promise<SavedTerm[]> {
  return (await readEverything()).filter((term) => term.removed === null);
}

/** The terms of these ids that are kept. */
export async function readTermsOf(ids: string[]): Promise<SavedTerm[]> {
  const rows = await read((terms) => terms.bulkGet(ids));
  return rows.flatMap((row) => (row?.kept === 1 ? [row.term] : []));
}

/** Records that are read at once: their decoding holds the page up for some 30 ms. */
const PIECE = 1000;

/** All records, tombstones too, by simplified form. */
export async function readEverything(): Promise<SavedTerm[]> {
  const all: SavedTerm[] = [];
  for (let last = ''; ; ) {
    const piece = await read((terms) => terms.where('id').above(last).limit(PIECE).toArray());
    for (const row of piece) all.push(row.term);
    if (piece.length < PIECE) return all;
    last = (piece.at(-1) as Row).id;
  }
}

export function toSavedHeadword(term: SavedTerm): SavedHeadword {
  return { headword: term.hans, hant: term.hant, id: term.id, rendering: term.rendering };
}

function toRow(term: SavedTerm): Row {
  return { id: term.id, saved: term.saved, kept: term.removed === null ? 1 : 0, own: term.own ? 1 : 0, term };
}

function now(): string {
  return new Date().toISOString();
}

async function changeAll(
  ids: string[],
  change: (term: SavedTerm) => SavedTerm | null,
): Promise<SavedHeadword[]> {
  return write(async (rows) => {
    const changed = (await rows.bulkGet([...new Set(ids)])).flatMap((row) => {
      const term = row && change(row.term);
      return term ? [term] : [];
    });
    await rows.bulkPut(changed.map(toRow));
    return changed.map(toSavedHeadword);
  });
}

function read<T>(work: (rows: Table<Row, string>) => PromiseLike<T>): Promise<T> {
  return speaking('read', async () => work(database.terms));
}

/** Reads and writes in one transaction, so that two windows cannot overwrite each other's record. */
function write<T>(work: (rows: Table<Row, string>) => Promise<T>): Promise<T> {
  return speaking('written', () => database.transaction('rw', database.terms, () => work(database.terms)));
}

/** Turns what a database throws into one sentence; misuse (RangeError) passes as it is. */
async function speaking<T>(done: 'read' | 'written', work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RangeError) throw error;
    const full = causes(error).some((each) => each.name === 'QuotaExceededError');
    const sentence = full
      ? 'There is no room left on the disk, so nothing was saved: free some, then try again.'
      : `The glossary could not be ${done} (${describe(error)}); what was saved before is unchanged.`;
    throw new GlossaryStoreError(sentence, { cause: error });
  }
}

/** Dexie wraps what the browser threw, sometimes twice. */
function causes(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  return [error, ...causes((error as { inner?: unknown }).inner)];
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message.split('\n', 1)[0]}` : String(error);
}
