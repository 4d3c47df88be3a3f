import type { Span } from '@/utils/lang/span';
import type { Block } from './blocks';

/** Stretches of one block that are marked in the page. */
export interface Marks {
  block: Block;
  spans: readonly Span[];
}

/**
 * The one name under which marks stand in `CSS.highlights`, which the page's scripts can list: for that reason
 * there is one name and one priority whatever the reader does, and only what follows from the page's own text
 * and the built-in base may be marked.
 */
export const HIGHLIGHT_NAME = 'tifa-term';

/**
 * Marks stretches of text by the CSS Custom Highlight API: no node is touched. The ranges are static, since live
 * ones slow down every change of text; so `show` is to be called again after text of the page has changed, and
 * with the blocks near the window only.
 */
export class TermHighlights {
  readonly #window: Window & typeof globalThis;
  #shown: StaticRange[] = [];

  /** @param of the window whose text is marked */
  constructor(of: Window & typeof globalThis = window) {
    this.#window = of;
  }

  /**
   * Marks these stretches instead of what was marked before. Where they are the same nothing is touched, so that a
   * page does not see when we looked again.
   */
  show(marks: Iterable<Marks>): void {
    const ranges: StaticRange[] = [];
    for (const { block, spans } of marks)
      for (const { from, to } of spans) ranges.push(...block.rangesOf(from, to).filter(isInNode));
    if (ranges.length === 0) {
      this.clear();
    } else if (!isSame(ranges, this.#shown)) {
      this.#shown = ranges;
      this.#window.CSS.highlights.set(HIGHLIGHT_NAME, new this.#window.Highlight(...ranges));
    }
  }

  /** Takes all marks away. */
  clear(): void {
    this.#shown = [];
    this.#window.CSS.highlights.delete(HIGHLIGHT_NAME);
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
