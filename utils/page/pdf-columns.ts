import type { PdfRun } from './pdf-runs';

/** A run in the direction of its text: `from` to `to` along the line, `top` to `bottom` from line to line. */
export interface Piece {
  run: PdfRun;
  from: number;
  to: number;
  top: number;
  bottom: number;
  size: number;
}

/** Pieces of one line in their order. */
export interface Line {
  pieces: Piece[];
  from: number;
  to: number;
  top: number;
  bottom: number;
  /** The size of most of its text. */
  size: number;
}

/** Lines under one another. */
export type Column = Line[];

/** A gutter between columns is at least so wide, by the size of the text. */
const NARROWEST_GUTTER = 0.9;
/** White space of this width parts even single lines. */
const WIDE_GUTTER = 2.5;
/** Text on either side of a gutter is at least so high, by its size: two lines and more. */
const LEAST_HEIGHT = 2.2;
/** White space from side to side of this height, by the size of the text, parts stories. */
const STORY_GAP = 1.5;
/** Above and below a headline there is less. */
const LEAST_GAP = 0.1;
/** So many places are tried to cut a page across. */
const MOST_TRIED = 40;
/** Pieces of one line overlap by this share of the smaller one. */
const SAME_LINE = 0.5;

/** A run as a piece; vertical text is turned, so that its first line, the rightmost, comes first. */
export function pieceOf(run: PdfRun): Piece {
  const { x, y, width, height, size, vertical } = run;
  return vertical
    ? { run, from: y, to: y + height, top: -x - width, bottom: -x, size }
    : { run, from: x, to: x + width, top: y, bottom: y + height, size };
}

/**
 * The columns of a page in the order in which they are read: the page is cut along its white space, first where that
 * is widest, until every part is one column.
 *
 * @param pieces all of one direction
 */
export function columnsOf(pieces: readonly Piece[]): Column[] {
  if (pieces.length === 0) return [];
  const size = mainSize(pieces);
  const gutter = gutterOf(pieces, size);
  const gaps = gapsOf(pieces, 'top', 'bottom').filter(({ width }) => width >= LEAST_GAP * size);
  const cut = (at: number, end: 'to' | 'bottom') => [
    ...columnsOf(pieces.filter((piece) => piece[end] <= at)),
    ...columnsOf(pieces.filter((piece) => piece[end] > at)),
  ];
  const [widest] = gaps;
  if (gutter) {
    const isStory = widest && widest.width >= STORY_GAP * size && widest.width >= gutter.width;
    return isStory ? cut(widest.from, 'bottom') : cut(gutter.from, 'to');
  }
  if (hasParts(pieces, size)) {
    // A headline lies across the columns: cut where that frees a gutter.
    for (const { from } of gaps.slice(0, MOST_TRIED)) {
      const above = pieces.filter(({ bottom }) => bottom <= from);
      const below = pieces.filter(({ bottom }) => bottom > from);
      if (gutterOf(above, size) || gutterOf(below, size)) return cut(from, 'bottom');
    }
  }
  return [linesOf(pieces)];
}

interface Gap {
  /** Where it begins: everything before ends here or earlier. */
  from: number;
  width: number;
}

/** The white space that goes through all pieces, the widest first. */
function gapsOf(pieces: readonly Piece[], start: 'from' | 'top', end: 'to' | 'bottom'): Gap[] {
  const sorted = [...pieces].sort((one, other) => one[start] - other[start]);
  const gaps: Gap[] = [];
  let reach = Number.POSITIVE_INFINITY;
  for (const piece of sorted) {
    if (piece[start] > reach) gaps.push({ from: reach, width: piece[start] - reach });
    reach = reach === Number.POSITIVE_INFINITY ? piece[end] : Math.max(reach, piece[end]);
  }
  return gaps.sort((one, other) => other.width - one.width);
}

/** The widest gutter of some pieces; `null` where they are one column. */
function gutterOf(pieces: readonly Piece[], size: number): Gap | null {
  for (const gap of gapsOf(pieces, 'from', 'to')) {
    if (gap.width < NARROWEST_GUTTER * size) return null;
    if (gap.width >= WIDE_GUTTER * size) return gap;
    const before = pieces.filter(({ to }) => to <= gap.from);
    const after = pieces.filter(({ to }) => to > gap.from);
    if (heightOf(before) >= LEAST_HEIGHT * size && heightOf(after) >= LEAST_HEIGHT * size) return gap;
  }
  return null;
}

function heightOf(pieces: readonly Piece[]): number {
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    top = Math.min(top, piece.top);
    bottom = Math.max(bottom, piece.bottom);
  }
  return bottom - top;
}

/** Whether any line has a space in it that could be a gutter. */
function hasParts(pieces: readonly Piece[], size: number): boolean {
  return linesOf(pieces).some(({ pieces: inLine }) =>
    inLine.some(
      (piece, at) => at > 0 && piece.from - (inLine[at - 1] as Piece).to >= NARROWEST_GUTTER * size,
    ),
  );
}

/** Pieces gathered into lines from top to bottom. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const middle = ({ top, bottom }: Piece) => (top + bottom) / 2;
  const sorted = [...pieces].sort((one, other) => middle(one) - middle(other));
  const lines: Piece[][] = [];
  for (const piece of sorted) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line && last && overlap(last, piece) >= SAME_LINE * Math.min(last.size, piece.size)) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map(lineOf);
}

function overlap(one: Piece, other: Piece): number {
  return Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
}

function lineOf(pieces: Piece[]): Line {
  const inOrder = [...pieces].sort((one, other) => one.from - other.from);
  return {
    pieces: inOrder,
    from: Math.min(...pieces.map(({ from }) => from)),
    to: Math.max(...pieces.map(({ to }) => to)),
    top: Math.min(...pieces.map(({ top }) => top)),
    bottom: Math.max(...pieces.map(({ bottom }) => bottom)),
    size: mainSize(pieces),
  };
}

/** The size in which most of the text is set. */
export function mainSize(pieces: readonly Piece[]): number {
  const lengths = new Map<number, number>();
  for (const { size, run } of pieces) {
    const rounded = Math.round(size * 10) / 10;
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + run.text.length);
  }
  let main = 0;
  let most = 0;
  for (const [size, length] of lengths)
    if (length > most) {
      main = size;
      most = length;
    }
  return main;
}
