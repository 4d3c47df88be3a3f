import type { Span } from '@/utils/lang/span';
import { dataOf } from './ruby-text';

/** A stretch of one text node that stands in a block's text unchanged. */
export interface Piece {
  node: Text;
  /** UTF-16 offset in the node's source text. */
  start: number;
  /** UTF-16 offset in the block's text. */
  from: number;
  length: number;
}

/**
 * The text of one block and where in the page it stands. A block is what a reader sees as one run of text.
 * White space is folded as it is drawn, `<br>` is one line feed, invisible characters are left out: the page
 * itself is never changed for that. Offsets are UTF-16 offsets of the source text, also where the page is shown
 * in another script, because conversion keeps lengths.
 */
export class TextMap {
  /** The nearest element around the block that is laid out as a box. */
  readonly element: Element;
  readonly text: string;
  /** The text nodes in order. A node that holds an empty line may belong to two blocks. */
  readonly nodes: readonly Text[];
  readonly pieces: readonly Piece[];
  /** The source of every node when the block was made. */
  readonly sources: readonly string[];
  #places: Map<Text, Span> | null = null;

  constructor(element: Element, text: string, pieces: readonly Piece[], sources: ReadonlyMap<Text, string>) {
    this.element = element;
    this.text = text;
    this.pieces = pieces;
    this.nodes = [...sources.keys()];
    this.sources = [...sources.values()];
  }

  /**
   * Where the boundary before the character at `offset` of a node's source stands in the block: a boundary within
   * folded white space counts as that before the next character. `null` where the node is none of the block's.
   */
  offsetOf(node: Text, offset: number): number | null {
    const place = this.#placeOf(node);
    if (!place) return null;
    for (let low = place.from, high = place.to - 1; ; ) {
      const middle = (low + high) >> 1;
      const piece = this.pieces[middle] as Piece;
      if (low >= high || (offset >= piece.start && offset < piece.start + piece.length)) {
        const next =
          offset >= piece.start + piece.length && middle + 1 < place.to ? this.pieces[middle + 1] : null;
        if (next) return next.from;
        return piece.from + Math.min(Math.max(offset - piece.start, 0), piece.length);
      }
      if (offset < piece.start) high = middle - 1;
      else low = middle + 1;
    }
  }

  /** Whether the character at `offset` of a node's source stands in the block's text. */
  has(node: Text, offset: number): boolean {
    const at = this.offsetOf(node, offset);
    if (at === null) return false;
    const point = this.pointOf(at);
    return point !== null && point.node === node && point.offset === offset;
  }

  /** The node and offset of the character at a block offset; `null` for a line break, which stands in no node. */
  pointOf(offset: number): { node: Text; offset: number } | null {
    if (!(offset >= 0 && offset <= this.text.length)) throw this.#error(offset, offset);
    const piece = this.pieces[this.#pieceBefore(offset)];
    if (!piece || offset >= piece.from + piece.length) return null;
    return { node: piece.node, offset: piece.start + offset - piece.from };
  }

  /** The page's stretches of `[from, to)`, one per text node, never live. Throws where it is not in the block. */
  rangesOf(from: number, to: number): StaticRange[] {
    if (!(from >= 0 && from <= to && to <= this.text.length)) throw this.#error(from, to);
    const found: { node: Text; start: number; end: number }[] = [];
    for (let index = Math.max(this.#pieceBefore(from), 0); index < this.pieces.length; index++) {
      const piece = this.pieces[index] as Piece;
      if (piece.from >= to) break;
      const start = piece.start + Math.max(from - piece.from, 0);
      const end = piece.start + Math.min(to - piece.from, piece.length);
      if (start >= end) continue;
      const last = found.at(-1);
      if (last?.node === piece.node) last.end = end;
      else found.push({ node: piece.node, start, end });
    }
    return found.map(
      ({ node, start, end }) =>
        new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
    );
  }

  /** `[from, to)` as one stretch from its first to its last character. Throws where it is empty or not in the block. */
  rangeOf(from: number, to: number): StaticRange {
    const ranges = this.rangesOf(from, to);
    const first = ranges[0];
    const last = ranges.at(-1);
    if (!first || !last) throw this.#error(from, to);
    const { startContainer, startOffset } = first;
    const { endContainer, endOffset } = last;
    return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
  }

  /** Whether the page still holds the text from which the block was made. */
  isCurrent(sourceOf: (node: Text) => string = dataOf): boolean {
    return this.nodes.every((node, index) => node.isConnected && sourceOf(node) === this.sources[index]);
  }

  /** Blocks that go on one another, as one; `gap` stands between them and in no node. */
  static joined(blocks: readonly TextMap[], gap: string): TextMap {
    const first = blocks[0];
    if (!first) throw new RangeError('0 blocks cannot be joined.');
    let text = '';
    const pieces: Piece[] = [];
    const sources = new Map<Text, string>();
    for (const block of blocks) {
      if (text !== '') text += gap;
      for (const piece of block.pieces) pieces.push({ ...piece, from: piece.from + text.length });
      block.nodes.forEach((node, index) => {
        sources.set(node, block.sources[index] as string);
      });
      text += block.text;
    }
    return new TextMap(first.element, text, pieces, sources);
  }

  /** The last piece that begins at or before a block offset; -1 before the first. */
  #pieceBefore(offset: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if ((this.pieces[middle] as Piece).from <= offset) low = middle + 1;
      else high = middle - 1;
    }
    return high;
  }

  /** Which pieces are a node's. */
  #placeOf(node: Text): Span | undefined {
    if (!this.#places) {
      this.#places = new Map();
      for (const [index, piece] of this.pieces.entries()) {
        const place = this.#places.get(piece.node);
        if (place) place.to = index + 1;
        else this.#places.set(piece.node, { from: index, to: index + 1 });
      }
    }
    return this.#places.get(node);
  }

  #error(from: number, to: number): RangeError {
    return new RangeError(`${from} to ${to} was asked for in a block of ${this.text.length} UTF-16 units.`);
  }
}
