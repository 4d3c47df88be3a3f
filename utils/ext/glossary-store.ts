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

/** Records of an import that has not been agreed to. */
interface Staged {
  importId: string;
  records: SavedTerm[];
}

/** What the last import made of a term: `null` where it was not there before. */
interface UndoStep {
  id: string;
  before: SavedTerm | null;
  after: string;
}

interface Undo {
  importId: string;
  steps: UndoStep[];
}

type Database = Dexie & {
  terms: Table<Row, string>;
  staged: Table<Staged, number>;
  undo: Table<Undo, number>;
};

/**
 * Every version of the database that was ever released, oldest first; each later one has its `upgrade` here and a
 * frozen sample in the tests. `strict`: a save counts only when it lies on the disk, not in a cache.
 */
function open(): Database {
  const database = new Dexie('tifa-glossary', { chromeTransactionDurability: 'strict' }) as Database;
  database.version(1).stores({
    terms: 'id, [own+kept], [kept+saved]',
    staged: '++, importId',
    undo: '++, importId',
  });
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

/** Puts tags on terms, beside those that they have. */
export async function tagTerms(ids: string[], tags: string[]): Promise<SavedHeadword[]> {
  return changeAll(ids, (term) => edited(term, { tags: [...term.tags, ...tags] }, now()));
}

/** Makes tombstones; answers what readers need to know. Ids that are not there or already removed are passed over. */
export async function removeTerms(ids: string[]): Promise<SavedHeadword[]> {
  return changeAll(ids, (term) => (term.removed === null ? removed(term, now()) : null));
}

/** Undoes `removeTerms`. */
export async function restoreTerms(ids: string[]): Promise<SavedHeadword[]> {
  return changeAll(ids, (term) => (term.removed === null ? null : restored(term, now())));
}

/**
 * Puts records of an import aside, in as many pieces as it takes; they are no part of the glossary before
 * `commitImport`. A page may call this: a file is too large for a message.
 */
export async function stageImport(importId: string, records: SavedTerm[]): Promise<void> {
  const stray = records.find((record) => record.id !== record.hans);
  if (stray) throw new RangeError(`The record of ${stray.hans} has the id ${stray.id}.`);
  await speaking('written', () => database.staged.add({ importId, records }));
}

/** Merges what was put aside into the glossary, all or nothing. What it changes can be undone until the next import. */
export async function commitImport(importId: string): Promise<ImportSummary> {
  return write(async (rows) => {
    const pieces = await database.staged.where('importId').equals(importId).toArray();
    const incoming = mergeGlossaries(
      pieces.flatMap(({ records }) => records),
      [],
    );
    const summary: ImportSummary = { added: 0, merged: 0, unchanged: 0 };
    await database.undo.clear();
    for (let from = 0; from < incoming.length; from += PIECE) {
      const piece = incoming.slice(from, from + PIECE);
      const known = await rows.bulkGet(piece.map((term) => term.id));
      const steps = piece.flatMap((term, at): (UndoStep & { term: SavedTerm })[] => {
        const before = known[at]?.term ?? null;
        const merged = before ? mergeTerm(before, term) : term;
        if (before && sameTerm(before, merged)) summary.unchanged += 1;
        else if (before) summary.merged += 1;
        else summary.added += 1;
        if (before && sameTerm(before, merged)) return [];
        return [{ id: term.id, before, after: stateOf(merged), term: merged }];
      });
      await rows.bulkPut(steps.map(({ term }) => toRow(term)));
      await database.undo.add({
        importId,
        steps: steps.map(({ id, before, after }) => ({ id, before, after })),
      });
    }
    await database.staged.clear();
    return summary;
  });
}

/** Takes an import back as a whole, except for terms that were changed since. Only the last one can be. */
export async function undoImport(importId: string): Promise<{ undone: number; kept: number }> {
  return write(async (rows) => {
    const pieces = await database.undo.where('importId').equals(importId).toArray();
    const result = { undone: 0, kept: 0 };
    for (const { steps } of pieces) {
      const now = await rows.bulkGet(steps.map(({ id }) => id));
      const same = steps.filter(({ after }, at) => now[at] && stateOf(now[at].term) === after);
      await rows.bulkPut(same.flatMap(({ before }) => (before ? [toRow(before)] : [])));
      await rows.bulkDelete(same.filter(({ before }) => before === null).map(({ id }) => id));
      result.undone += same.length;
      result.kept += steps.length - same.length;
    }
    await database.undo.where('importId').equals(importId).delete();
    return result;
  });
}

/** Tells two states of a record apart: whatever changes it changes one of these. */
function stateOf(term: SavedTerm): string {
  const { saved, removed, changed, tagChanges, occurrences } = term;
  return JSON.stringify([saved, removed, changed.rendering, changed.note, tagChanges, occurrences.length]);
}

/**
 * Phrases that the analysis is to recognise although no built-in base has them, each with the reader's rendering, else
 * its meaning or the first line of the note.
 */
export async function ownPhrases(): Promise<OwnPhrase[]> {
  const rows = await read((terms) => terms.where('[own+kept]').equals([1, 1]).toArray());
  return rows.map(({ term }) => ({
    hans: term.hans,
    hant: term.hant,
    reading: term.reading,
    gloss: term.rendering || term.senses[0] || (term.note.split('\n', 1)[0] ?? ''),
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
  return speaking('written', () =>
    database.transaction('rw', [database.terms, database.staged, database.undo], () => work(database.terms)),
  );
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
