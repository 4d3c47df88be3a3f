import type { BlockAnalysis, Match } from './analysis';
import type { Entry } from './entry';
import type { Span } from './span';
import type { TermKind } from './term';

/** The kinds of set phrases that a page tells apart: slogans, bodies and offices, numeric formulas, metaphors. */
export const MARK_KINDS = ['slogan', 'institution', 'numeric', 'metaphor'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** A set phrase to be marked. */
export interface Mark extends Span {
  kind: MarkKind;
}

/** What is worded officially but names, counts and pictures nothing is a slogan to a reader. */
const KINDS: Partial<Record<TermKind, MarkKind>> = {
  institution: 'institution',
  title: 'institution',
  numeric: 'numeric',
  metaphor: 'metaphor',
};

/**
 * What a page marks of a block: the set phrases that a reader with a dictionary would miss, each of the kind of its
 * first entry that is one. Of phrases inside one another the longest alone is marked; where two overlap, both.
 */
export function marksOf(block: BlockAnalysis, entries: readonly Entry[]): Mark[] {
  const opaque = block.terms.flatMap((match) => {
    const kind = kindOf(match, entries);
    return kind === null ? [] : [{ from: match.from, to: match.to, kind }];
  });
  return opaque.filter(
    (mark) =>
      !opaque.some(
        (other) =>
          other.from <= mark.from && mark.to <= other.to && other.to - other.from > mark.to - mark.from,
      ),
  );
}

function kindOf(match: Match, entries: readonly Entry[]): MarkKind | null {
  for (const index of match.entries) {
    const term = entries[index]?.term;
    if (term && term.opaque !== false) return KINDS[term.kind] ?? 'slogan';
  }
  return null;
}
