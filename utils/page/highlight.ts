import { MARK_KINDS, type Mark, type MarkKind } from '@/utils/lang/marks';
import type { Block } from './blocks';
import { drawnRanges } from './ruby-text';

/** Stretches of one block that are marked in the page. */
export interface Marks {
  block: Block;
  marks: readonly Mark[];
}

/**
 * The name under which marks of a kind stand in `CSS.highlights`, which the page's scripts can list: for that reason
 * there is one priority whatever the reader does, and only what follows from the page's own text and the built-in
 * base may be marked.
 */
function highlightName(kind: MarkKind): string {
  return `tifa-term-${kind}`;
}

/**
 * Marks stretches of text by the CSS Custom Highlight API: no node is touched. The ranges are static, since live
 * ones slow down every change of text; so `show` is to be called again after text of the page has changed, and
 * with the blocks near the window only.
 */
export class TermHighlights {
  readonly #window: Window & typeof globalThis;
  readonly #shown = new Map<MarkKind, StaticRange[]>();

  /** @param of the window whose text is marked */
  constructor(of: Window & typeof globalThis = window) {
    this.#window = of;
  }

  /**
   * Marks these stretches instead of what was marked before. Of the kinds where they are the same nothing is touched,
   * so that a page does not see when we looked again.
   */
  show(all: Iterable<Marks>): void {
    const ranges = new Map<MarkKind, StaticRange[]>(MARK_KINDS.map((kind) => [kind, []]));
    for (const { block, marks } of all)
      for (const { from, to, kind } of marks)
        ranges.get(kind)?.push(...block.rangesOf(from, to).flatMap(drawnRanges).filter(isInNode));
    for (const [kind, found] of ranges) this.#showKind(kind, found);
  }

  /** Takes all marks away. */
  clear(): void {
    for (const kind of MARK_KINDS) this.#showKind(kind, []);
  }

  #showKind(kind: MarkKind, ranges: StaticRange[]): void {
    const { CSS, Highlight } = this.#window;
    if (ranges.length === 0) {
      this.#shown.delete(kind);
      CSS.highlights.delete(highlightName(kind));
    } else if (!isSame(ranges, this.#shown.get(kind) ?? [])) {
      this.#shown.set(kind, ranges);
      CSS.highlights.set(highlightName(kind), new Highlight(...ranges));
    }
  }
}

function isSame(one: readonly StaticRange[], other: readonly StaticRange[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ startContainer, startOffset, endOffset }, index) => {
      const range = other[index] as StaticRange;
      return (
        range.startContainer === startContainer &&
        range.startOffset === startOffset &&
        range.endOffset === endOffset
      );
    })
  );
}

/** A range still in its node: the page may have shortened the text a moment ago. */
function isInNode({ startContainer, endOffset }: StaticRange): boolean {
  return startContainer.isConnected && endOffset <= (startContainer as Text).length;
}
