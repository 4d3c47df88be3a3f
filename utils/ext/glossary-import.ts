import { mergeGlossaries, mergeTerm, sameTerm } from '@/utils/glossary/merge';
import type { SavedTerm } from '@/utils/glossary/record';
import {
  database,
  GlossaryStoreError,
  now,
  PIECE,
  speaking,
  toRow,
  type UndoStep,
  write,
} from './glossary-database';

export interface ImportSummary {
  added: number;
  merged: number;
  unchanged: number;
}

/**
 * Puts records of an import aside, in as many pieces as it takes; they are no part of the glossary before
 * `commitImport`. A page may call this: a file is too large for a message.
 */
export async function stageImport(importId: string, records: SavedTerm[]): Promise<void> {
  const stray = records.find((record) => record.id !== record.hans);
  if (stray) throw new RangeError(`The record of ${stray.hans} has the id ${stray.id}.`);
  await speaking('written', () => database.staged.add({ importId, records, at: now() }));
}

/**
 * Merges what was put aside under this id into the glossary, all or nothing. What it changes can be undone until the
 * next import. Throws a `GlossaryStoreError` where nothing was put aside, or it waited for more than a day.
 */
export async function commitImport(importId: string): Promise<ImportSummary> {
  return write(async (rows) => {
    const pieces = await database.staged.where('importId').equals(importId).toArray();
    if (pieces.length === 0)
      throw new GlossaryStoreError(
        'This import is no longer at hand, so nothing was imported: choose the file again.',
      );
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
    await database.staged.where('importId').equals(importId).delete();
    return summary;
  });
}

/** Takes an import back as a whole, except for terms that were changed since. Only the last one can be. */
export async function undoImport(importId: string): Promise<{ undone: number; kept: number }> {
  return write(async (rows) => {
    const pieces = await database.undo.where('importId').equals(importId).toArray();
    const result = { undone: 0, kept: 0 };
    for (const { steps } of pieces) {
      const states = await rows.bulkGet(steps.map(({ id }) => id));
      const same = steps.filter(({ after }, at) => states[at] && stateOf(states[at].term) === after);
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
  const { saved, removed, changed, tagChanges, occurrences, lost } = term;
  const written = [changed.rendering, changed.note, tagChanges];
  return JSON.stringify([saved, removed, ...written, occurrences.length, ...(lost ? [lost] : [])]);
}
