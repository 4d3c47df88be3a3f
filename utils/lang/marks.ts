import type { BlockAnalysis } from './analysis';
import type { Entry } from './entry';
import type { Span } from './span';

/**
 * What a page marks of a block: the set phrases that a reader with a dictionary would miss. Of phrases inside one
 * another the longest alone is marked; where two overlap, both.
 */
export function marksOf(block: BlockAnalysis, entries: readonly Entry[]): Span[] {
  const opaque = block.terms.filter((match) =>
    match.entries.some((index) => entries[index]?.term?.opaque !== false),
  );
  return opaque
    .filter(
      (match) =>
        !opaque.some(
          (other) =>
            other.from <= match.from && match.to <= other.to && other.to - other.from > match.to - match.from,
        ),
    )
    .map(({ from, to }) => ({ from, to }));
}
