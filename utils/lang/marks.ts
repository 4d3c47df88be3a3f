import type { BlockAnalysis } from './analysis';
import type { Cutter } from './engine';
import type { Entry } from './entry';
import type { Span } from './span';
import { streamOf } from './stream';
import type { Term, TermKind } from './term';

/** The kinds of set phrases that a page tells apart: slogans, bodies and offices, numeric formulas, metaphors. */
export const MARK_KINDS = ['slogan', 'institution', 'numeric', 'metaphor'] as const;
/** One of these kinds. */
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

/** A set phrase met in a block, and what its records say of marking. */
interface Markable extends Span {
  terms: readonly Pick<Term, 'kind' | 'opaque'>[];
}

/** What a page marks of some blocks, and which set phrases stand in them. */
export interface Marks {
  /** By block; offsets are UTF-16 offsets into it. */
  marks: Mark[][];
  /** Ids of the set phrases, each once. */
  terms: string[];
}

/**
 * What a page that is only looked at needs of its blocks: the marks of `marksOf`, without readings and entries.
 *
 * @param blocks source texts
 */
export function markBlocks(blocks: readonly string[], { dictionary, segmenter, terms }: Cutter): Marks {
  const met = new Set<string>();
  const marks = blocks.map((block) => {
    const stream = streamOf(block, dictionary.fold);
    const found = terms.match(stream, segmenter.cut(stream)).map(({ start, end, terms: ids }) => ({
      from: stream.at[start] as number,
      to: (stream.at[end - 1] as number) + 1,
      terms: ids.map((id) => dictionary.termHead(id)),
    }));
    for (const { terms: heads } of found) for (const { id } of heads) met.add(id);
    return opaqueAmong(found);
  });
  return { marks, terms: [...met] };
}

/**
 * What a page marks of a block: the set phrases that a reader with a dictionary would miss, each of the kind of its
 * first entry that is one. Of phrases inside one another the longest alone is marked; where two overlap, both.
 */
export function marksOf(block: BlockAnalysis, entries: readonly Entry[]): Mark[] {
  return opaqueAmong(
    block.terms.map(({ from, to, entries: indexes }) => ({
      from,
      to,
      terms: indexes.flatMap((index) => entries[index]?.term ?? []),
    })),
  );
}

function opaqueAmong(found: readonly Markable[]): Mark[] {
  const opaque = found.flatMap(({ from, to, terms }): Mark[] => {
    const term = terms.find((each) => each.opaque !== false);
    return term ? [{ from, to, kind: KINDS[term.kind] ?? 'slogan' }] : [];
  });
  return opaque.filter(
    (mark) =>
      !opaque.some(
        (other) =>
          other.from <= mark.from && mark.to <= other.to && other.to - other.from > mark.to - mark.from,
      ),
  );
}
