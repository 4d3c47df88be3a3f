import type { RefusedRow } from './draft';
import { mergeTerm, sameTerm } from './merge';
import type { SavedTerm } from './record';

/** What an import would do to a term that is there already. */
export type MergeEffect = 'occurrences' | 'rendering' | 'note' | 'tags' | 'meaning' | 'removed' | 'restored';

/** What would become of one term. */
export interface PlannedTerm {
  /** As it would stand afterwards. */
  after: SavedTerm;
  /** Empty for a new term. */
  effects: MergeEffect[];
}

/** What an import would do, before anything is written. */
export interface ImportPlan {
  added: PlannedTerm[];
  merged: PlannedTerm[];
  unchanged: number;
}

/** Many of a kind: how many, and the first of them. */
export interface Some<T> {
  count: number;
  shown: T[];
}

/** An import plan as it is shown. */
export interface PlanSummary {
  added: Some<PlannedTerm>;
  merged: Some<PlannedTerm>;
  refused: Some<RefusedRow>;
  unchanged: number;
}

/** The plan with at most `most` lines of each kind. */
export function summarize(plan: ImportPlan, refused: readonly RefusedRow[], most: number): PlanSummary {
  const some = <T>(all: readonly T[]): Some<T> => ({ count: all.length, shown: all.slice(0, most) });
  return {
    added: some(plan.added),
    merged: some(plan.merged),
    refused: some(refused),
    unchanged: plan.unchanged,
  };
}

/** What merging the incoming records (one for each term) into the glossary would do. */
export function planImport(
  known: ReadonlyMap<string, SavedTerm>,
  incoming: readonly SavedTerm[],
): ImportPlan {
  const plan: ImportPlan = { added: [], merged: [], unchanged: 0 };
  for (const term of incoming) {
    const before = known.get(term.hans);
    if (!before) {
      plan.added.push({ after: term, effects: [] });
      continue;
    }
    const after = mergeTerm(before, term);
    if (sameTerm(before, after)) plan.unchanged += 1;
    else plan.merged.push({ after, effects: effectsOf(before, after) });
  }
  return plan;
}

function effectsOf(before: SavedTerm, after: SavedTerm): MergeEffect[] {
  const effects: MergeEffect[] = [];
  if (before.removed === null && after.removed !== null) effects.push('removed');
  if (before.removed !== null && after.removed === null) effects.push('restored');
  if (JSON.stringify(before.occurrences) !== JSON.stringify(after.occurrences)) effects.push('occurrences');
  if (before.rendering !== after.rendering) effects.push('rendering');
  if (before.note !== after.note) effects.push('note');
  if (before.tags.join('\n') !== after.tags.join('\n')) effects.push('tags');
  if (before.described !== after.described) effects.push('meaning');
  return effects;
}
