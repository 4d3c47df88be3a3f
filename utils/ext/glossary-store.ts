import Dexie, { type Table } from 'dexie';
import { metAgain, removeOccurrence as withoutOccurrence } from '@/utils/glossary/lost';
import { addTerm, mergeTerm } from '@/utils/glossary/merge';
import {
  editTerm as edited,
  type NewTerm,
  type Occurrence,
  removeTerm as removed,
  restoreTerm as restored,
  type SavedTerm,
  type TermEdit,
} from '@/utils/glossary/record';
import type { OwnPhrase } from '@/utils/lang/own-phrases';
import { database, now, PIECE, type Row, read, toRow, write } from './glossary-database';

export { GlossaryStoreError } from './glossary-database';
export { commitImport, type ImportSummary, stageImport, undoImport } from './glossary-import';

/** What a reader shows of a saved term. */
export interface SavedHeadword {
  /** In simplified form. */
  headword: string;
  hant: string;
  id: string;
  rendering: string;
  /** A phrase of the reader's own, which the analysis knows only from the glossary. */
  own: boolean;
}

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

/** Takes one occurrence of a term away; no merge with an older state brings it back. */
export async function removeOccurrence(
  id: string,
  place: Pick<Occurrence, 'sentence' | 'url'>,
): Promise<SavedHeadword[]> {
  return changeAll([id], (term) => withoutOccurrence(term, place));
}

/** Undoes `removeOccurrence`. */
export async function restoreOccurrence(id: string, occurrence: Occurrence): Promise<SavedHeadword[]> {
  return changeAll([id], (term) => mergeTerm(term, { ...term, occurrences: [metAgain(term, occurrence)] }));
}

/**
 * Erases for good what was removed: tombstones, and what an import would be undone with. A file that still holds such
 * a term brings it back when it is imported. Answers how many terms were erased.
 */
export async function eraseRemoved(): Promise<number> {
  return write(async (rows) => {
    await database.undo.clear();
    return rows.where('[kept+saved]').between([0, Dexie.minKey], [0, Dexie.maxKey]).delete();
  });
}

/** How many terms were removed and not erased yet. */
export function countRemoved(): Promise<number> {
  return read((rows) => rows.where('[kept+saved]').between([0, Dexie.minKey], [0, Dexie.maxKey]).count());
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

/** What readers are told of a term. */
export function toSavedHeadword(term: SavedTerm): SavedHeadword {
  return { headword: term.hans, hant: term.hant, id: term.id, rendering: term.rendering, own: term.own };
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
