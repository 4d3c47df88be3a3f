import { breaksOf } from '@/utils/lang/column-break';
import { isHan } from '@/utils/lang/han';
import { type Column, columnsOf, type Line, mainSize, pieceOf } from './pdf-columns';
import { type PdfRun, withStacks } from './pdf-runs';

/** A run and what stands between it and the one before: a space, or nothing where the text goes on. */
export interface SetRun {
  run: PdfRun;
  seam: '' | ' ';
}

/** A paragraph or headline of a PDF's page, over line and column breaks. */
export interface PdfBlock {
  runs: SetRun[];
  /** The size of most of its text, in the page's units. */
  size: number;
}

/** A paragraph begins with an indent of so much, by the size of its text. */
const LEAST_INDENT = 0.8;
const MOST_INDENT = 4.5;
/** A line ends short where this much more than what follows would have gone into it. */
const SHORT_BY = 1.2;
/** Text of another size by this share is another block. */
const OTHER_SIZE = 0.12;
/** So much more white space than between lines, by the size, parts paragraphs. */
const MORE_LEADING = 0.5;
/** A centred line stands further from either side than an indent or a ragged end, and not out of the middle. */
const LEAST_MARGIN = 1.2;
const OFF_CENTRE = 1;
/** Text larger than its column's by this factor is a headline, which has no indent: it is centred by less. */
const HEADLINE = 1.15;
const LEAST_HEADLINE_MARGIN = 0.3;
/** Between characters without spaces of their own, from this width on there is one. */
const HAN_SPACE = 0.6;
const LATIN_SPACE = 0.15;
const LATIN_WIDTH = 0.55;
const FULL_STOP = /[。！？!?…；;：:][”’」』）)】]*$/;

/** One paragraph while it is gathered, with what tells whether the next column goes on with it. */
interface Paragraph {
  lines: Line[];
  size: number;
  indented: boolean;
  centred: boolean;
}

interface Set {
  paragraphs: Paragraph[];
  from: number;
  to: number;
}

/**
 * The text of a PDF's page as its reader sees it: columns in their order, lines joined to paragraphs, paragraphs
 * joined where they go on in the next column. Every run comes once; those without text are left out.
 *
 * @param runs in the order of the file, which is not trusted
 */
export function blocksOfPage(runs: readonly PdfRun[]): PdfBlock[] {
  const drawn = withStacks(runs.filter(({ text }) => text.trim() !== ''));
  const lengthOf = (part: readonly PdfRun[]) => part.reduce((sum, { text }) => sum + text.length, 0);
  const parts = [drawn.filter(({ vertical }) => !vertical), drawn.filter(({ vertical }) => vertical)];
  return parts.sort((one, other) => lengthOf(other) - lengthOf(one)).flatMap(blocksOneWay);
}

/** A block's text in one line. */
export function textOfBlock({ runs }: PdfBlock): string {
  return runs
    .map(({ run, seam }) => seam + run.text)
    .join('')
    .trim();
}

/** A block and the rest of its paragraph from elsewhere as one block. */
export function withRest(block: PdfBlock, rest: PdfBlock): PdfBlock {
  const [last, next] = [block.runs.at(-1)?.run, rest.runs[0]];
  if (!last || !next) return block;
  const first: SetRun = { run: next.run, seam: seamOf(last, next.run, null) };
  return { runs: [...block.runs, first, ...rest.runs.slice(1)], size: block.size };
}

function blocksOneWay(runs: readonly PdfRun[]): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  let before: Set | null = null;
  for (const column of columnsOf(runs.map(pieceOf))) {
    const set = paragraphsOf(column);
    for (const [at, paragraph] of set.paragraphs.entries()) {
      const last = blocks.at(-1);
      if (at === 0 && last && before && columnGoesOn(before, set)) append(last, paragraph.lines);
      else {
        const block: PdfBlock = { runs: [], size: paragraph.size };
        append(block, paragraph.lines);
        blocks.push(block);
      }
    }
    before = set;
  }
  return blocks;
}

/** The paragraphs of one column. */
function paragraphsOf(column: Column): Set {
  const from = Math.min(...column.map((line) => line.from));
  const to = Math.max(...column.map((line) => line.to));
  const leading = leadingOf(column);
  const body = mainSize(column.flatMap(({ pieces }) => pieces));
  const isCentred = (line: Line) => {
    const [left, right] = [line.from - from, to - line.to];
    const least = line.size > HEADLINE * body ? LEAST_HEADLINE_MARGIN : LEAST_MARGIN;
    return left > least * line.size && Math.abs(left - right) < OFF_CENTRE * line.size;
  };
  const isIndented = (line: Line) => {
    const indent = (line.from - from) / line.size;
    return indent > LEAST_INDENT && indent < MOST_INDENT;
  };
  const paragraphs: Paragraph[] = [];
  let before: Line | null = null;
  for (const line of column) {
    const last = paragraphs.at(-1);
    const centred = isCentred(line);
    const indented = isIndented(line) && !centred;
    const goesOn =
      last !== undefined &&
      before !== null &&
      isSameSize(before.size, line.size) &&
      line.top - before.bottom < leading + MORE_LEADING * line.size &&
      (last.centred || centred
        ? last.centred === centred || isHeadlineOver(last, line, to)
        : !indented && !endsShort(before, line, to));
    if (goesOn) last.lines.push(line);
    else paragraphs.push({ lines: [line], size: line.size, indented, centred });
    before = line;
  }
  return { paragraphs, from, to };
}

/** A headline's first line may fill the column and the second stand in the middle. */
function isHeadlineOver(last: Paragraph, line: Line, to: number): boolean {
  const [first] = last.lines;
  return last.lines.length === 1 && !last.indented && first !== undefined && to - first.to < line.size;
}

function leadingOf(column: Column): number {
  const spaces = column.slice(1).flatMap((line, at) => {
    const above = column[at] as Line;
    return isSameSize(above.size, line.size) ? [Math.max(0, line.top - above.bottom)] : [];
  });
  spaces.sort((one, other) => one - other);
  return spaces[spaces.length >> 1] ?? 0;
}

/** Whether two sizes of text are one to the eye. */
export function isSameSize(one: number, other: number): boolean {
  return Math.abs(one - other) <= OTHER_SIZE * Math.max(one, other);
}

/** Whether what begins the next line would have gone into this one. */
function endsShort(line: Line, next: Line, to: number): boolean {
  const text = next.pieces[0]?.run.text.trimStart() ?? '';
  const word = /^[A-Za-z0-9.,'’-]+/.exec(text)?.[0].length ?? 0;
  const width = word > 0 ? word * LATIN_WIDTH : 1;
  return to - line.to > (width + SHORT_BY) * line.size;
}

/** Whether the first paragraph of a column is the rest of the last one of the column before. */
function columnGoesOn(before: Set, after: Set): boolean {
  const last = before.paragraphs.at(-1);
  const next = after.paragraphs[0];
  const lastLine = last?.lines.at(-1);
  const nextLine = next?.lines[0];
  if (!last || !next || !lastLine || !nextLine || !isSameSize(last.size, next.size)) return false;
  if (next.indented || next.centred || last.centred || endsShort(lastLine, nextLine, before.to)) return false;
  // A line alone in its column has no side to be indented from.
  const isIndented = [...before.paragraphs, ...after.paragraphs].some(({ indented }) => indented);
  const [text, following] = [textOfLine(lastLine), textOfLine(nextLine)];
  if (isIndented && after.paragraphs.some(({ lines }) => lines.length > 1)) return true;
  return !FULL_STOP.test(text) && breaksOf(`${text}\n${following}`)[0]?.kind !== 'closed';
}

function textOfLine(line: Line): string {
  return line.pieces.map(({ run }) => run.text).join('');
}

function append(block: PdfBlock, lines: readonly Line[]): void {
  for (const { pieces } of lines)
    for (const [at, { run, from }] of pieces.entries()) {
      const last = block.runs.at(-1)?.run;
      const space = at === 0 ? null : from - (pieces[at - 1] as (typeof pieces)[number]).to;
      block.runs.push({ run, seam: last ? seamOf(last, run, space) : '' });
    }
  block.size = mainSize(block.runs.map(({ run }) => pieceOf(run)));
}

/** @param space between two runs of one line; `null` over a line break */
function seamOf({ text: before, size }: PdfRun, { text: after }: PdfRun, space: number | null): '' | ' ' {
  if (/\s$/.test(before) || /^\s/.test(after)) return '';
  const isLatin = /[\p{Script=Latin}\d,.;:!?)]$/u.test(before) && /^[\p{Script=Latin}\d(]/u.test(after);
  if (space === null) return isLatin ? ' ' : '';
  const isWide = isHan(before.slice(-1)) || isHan(after.charAt(0));
  return space > (isWide ? HAN_SPACE : LATIN_SPACE) * size ? ' ' : '';
}
