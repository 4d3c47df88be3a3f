import { breaksOf } from '@/utils/lang/column-break';
import { isSameSize, type PdfBlock, textOfBlock, withRest } from './pdf-text';

/** How far from the page's edges of text a line may begin or end and still fill its column, by the size. */
const RAGGED = 1.3;
/** A running head is no longer than this. */
const LONGEST_HEAD = 40;
const PAGE_NUMBER = /^[\s—–\-·.第页共/\d]*\d[\s—–\-·.第页共/\d]*$/;

/**
 * The pages of a PDF with one more. Where its text goes on with the paragraph that the page before breaks off, the
 * rest of the paragraph stands on the page before. Page numbers and running heads are passed over.
 */
export function withPage(pages: readonly PdfBlock[][], page: PdfBlock[]): PdfBlock[][] {
  const before = pages.at(-1);
  const last = before?.findLast((block) => !isFurniture(block, page));
  const first = page.find((block) => !isFurniture(block, before ?? []));
  if (!before || !last || !first || !goesOn({ block: last, page: before }, { block: first, page }))
    return [...pages, page];
  return [
    ...pages.slice(0, -1),
    before.map((block) => (block === last ? withRest(last, first) : block)),
    page.filter((block) => block !== first),
  ];
}

/** A page number, or a line that the other page has too but for its digits. */
function isFurniture(block: PdfBlock, other: readonly PdfBlock[]): boolean {
  const text = textOfBlock(block);
  if (PAGE_NUMBER.test(text)) return true;
  return text.length <= LONGEST_HEAD && other.some((each) => plain(textOfBlock(each)) === plain(text));
}

function plain(text: string): string {
  return text.replace(/\d+/g, '');
}

interface Placed {
  block: PdfBlock;
  page: readonly PdfBlock[];
}

/** Only where the last line is full and the first one begins at the side, and the words say so as well. */
function goesOn(last: Placed, first: Placed): boolean {
  const end = last.block.runs.at(-1)?.run;
  const start = first.block.runs[0]?.run;
  if (!end || !start || end.vertical || start.vertical) return false;
  if (!isSameSize(last.block.size, first.block.size)) return false;
  // A line alone, as on a slide, fills whatever there is.
  if (!hasLines(last.block) && !hasLines(first.block)) return false;
  const right = Math.max(...runsLike(last).map(({ x, width }) => x + width));
  const left = Math.min(...runsLike(first).map(({ x }) => x));
  if (right - (end.x + end.width) > RAGGED * end.size || start.x - left > (RAGGED - 1) * start.size)
    return false;
  return breaksOf(`${textOfBlock(last.block)}\n${textOfBlock(first.block)}`)[0]?.kind !== 'closed';
}

function hasLines({ runs }: PdfBlock): boolean {
  return runs.some(({ run }) => run.y > (runs[0]?.run.y ?? 0) + run.size / 2);
}

/** The runs of a page in the size of a block. */
function runsLike({ block, page }: Placed) {
  const alike = page.filter((each) => isSameSize(each.size, block.size));
  return alike.flatMap(({ runs }) => runs.map(({ run }) => run));
}
