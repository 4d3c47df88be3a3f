import Dexie, { type Table } from 'dexie';
import type { SavedTerm } from '@/utils/glossary/record';

/** The glossary could not be read or written; the message is one sentence for the reader. */
export class GlossaryStoreError extends Error {
  override name = 'GlossaryStoreError';
}

/** One term as it lies in the database: the record, and what is looked up by index (booleans cannot be keys). */
export interface Row {
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
  /** When it was put aside; absent in those of the first builds. */
  at?: string;
}

/** What the last import made of a term: `null` where it was not there before. */
export interface UndoStep {
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
  // Closing the preview's tab leaves pieces behind; nobody agrees to them after a day. A failure here is no reason
  // to keep the glossary shut.
  database.on('ready', (opened) => clearStale((opened as Database).staged).catch(() => undefined));
  return database;
}

/** How long records that were put aside wait to be agreed to, in milliseconds. */
const STALE_AFTER = 86_400_000;

async function clearStale(staged: Table<Staged, number>): Promise<void> {
  if ((await staged.count()) === 0) return;
  const limit = new Date(Date.now() - STALE_AFTER).toISOString();
  await staged.filter(({ at = '' }) => at < limit).delete();
}

export const database = open();

/** Records that are read at once: their decoding holds the page up for some 30 ms. */
export const PIECE = 1000;

export function toRow(term: SavedTerm): Row {
  return { id: term.id, saved: term.saved, kept: term.removed === null ? 1 : 0, own: term.own ? 1 : 0, term };
}

export function now(): string {
  return new Date().toISOString();
}

export function read<T>(work: (rows: Table<Row, string>) => PromiseLike<T>): Promise<T> {
  return speaking('read', async () => work(database.terms));
}

/** Reads and writes in one transaction, so that two windows cannot overwrite each other's record. */
export function write<T>(work: (rows: Table<Row, string>) => Promise<T>): Promise<T> {
  return speaking('written', () =>
    database.transaction('rw', [database.terms, database.staged, database.undo], () => work(database.terms)),
  );
}

/** Turns what a database throws into one sentence; misuse (RangeError) and what is one already pass as they are. */
export async function speaking<T>(done: 'read' | 'written', work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RangeError || error instanceof GlossaryStoreError) throw error;
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
