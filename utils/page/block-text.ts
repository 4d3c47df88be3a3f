import { isHan } from '@/utils/lang/han';
import { type Piece, TextMap } from './text-map';

/** White space that is folded, and characters that are never drawn: soft hyphens, joins, marks of direction. */
const FOLDED = /([ \t\n\r\f]+)|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;
const ANY_FOLDED = /[ \t\n\r\f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
/** Where white space is kept, only the invisible ones and carriage returns. */
const UNDRAWN = /[\r\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;
/** East Asian punctuation and full-width forms. */
const WIDE_SIGN = /[\u2018-\u201f\u2026\u2014\u3001-\u303f\uff00-\uff60]/;

interface Space {
  node: Text | null;
  source: string;
  at: number;
  lineFeed: boolean;
}

/** Gathers the text of one block, node by node. */
export class BlockText {
  readonly #parts: string[] = [];
  #length = 0;
  /** The last UTF-16 unit. */
  #last = '';
  readonly #pieces: Piece[] = [];
  readonly #sources = new Map<Text, string>();
  /** White space that is drawn only if more text follows in the line. */
  #space: Space | null = null;

  get isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  /** Whether a line has been ended and nothing has followed: one more break is an empty line. */
  get atLineStart(): boolean {
    return this.#last === '\n';
  }

  /** Adds a node whose white space folds. */
  add(node: Text, source: string): void {
    if (!ANY_FOLDED.test(source)) {
      this.#put(node, source, 0, source.length);
      return;
    }
    let at = 0;
    for (const match of source.matchAll(FOLDED)) {
      this.#put(node, source, at, match.index);
      at = match.index + match[0].length;
      const space = match[1];
      if (space === undefined) continue;
      const lineFeed = space.includes('\n');
      if (this.#space) this.#space.lineFeed ||= lineFeed;
      else this.#space = { node, source, at: match.index, lineFeed };
    }
    this.#put(node, source, at, source.length);
  }

  /** Adds a stretch of a node whose white space is drawn as it stands. */
  addKept(node: Text, source: string, start: number, end: number): void {
    let at = start;
    for (const match of source.slice(start, end).matchAll(UNDRAWN)) {
      this.#put(node, source, at, start + match.index);
      at = start + match.index + match[0].length;
    }
    this.#put(node, source, at, end);
  }

  /** A line break that the reader sees. */
  breakLine(): void {
    this.#space = null;
    if (!this.isEmpty) this.#write('\n');
  }

  /** A thing in the line, such as a picture: parts words. */
  part(): void {
    this.#space ??= { node: null, source: '', at: 0, lineFeed: false };
  }

  /** The block, or `null` where nothing was added. */
  finish(elementAround: (node: Text) => Element): TextMap | null {
    const first = this.#pieces[0];
    if (!first) return null;
    const last = this.#pieces.at(-1) as Piece;
    return new TextMap(
      elementAround(first.node),
      this.#parts.join('').slice(0, last.from + last.length),
      this.#pieces,
      this.#sources,
    );
  }

  #put(node: Text, source: string, start: number, end: number): void {
    if (start >= end) return;
    this.#putSpace(source.charAt(start));
    this.#place(node, source, start, end - start);
    this.#write(source.slice(start, end));
  }

  #putSpace(next: string): void {
    const space = this.#space;
    this.#space = null;
    if (!space || this.#last === '' || this.#last === '\n') return;
    // A line feed in the source between two wide characters is no space (CSS Text 3, segment breaks).
    if (space.lineFeed && isWide(next) && isWide(this.#last)) return;
    if (space.node) this.#place(space.node, space.source, space.at, 1);
    this.#write(' ');
  }

  #place(node: Text, source: string, start: number, length: number): void {
    this.#pieces.push({ node, start, from: this.#length, length });
    this.#sources.set(node, source);
  }

  #write(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
    this.#last = text.charAt(text.length - 1);
  }
}

function isWide(unit: string): boolean {
  return isHan(unit) || WIDE_SIGN.test(unit);
}
