import type { Span } from './span';

/**
 * Whether a text goes on over a line break. `open`: the break is layout, words and phrases run across it;
 * `doubtful`: the line before could be a headline, so only a word that plainly spans both sides goes across;
 * `closed`: what stands before is finished, or something new begins.
 */
export type BreakKind = 'open' | 'doubtful' | 'closed';

/** A run of white space that holds at least one line break. */
export interface Break extends Span {
  kind: BreakKind;
}

/** A sentence, list item or label ends here; a comma or a bare closing quotation mark ends nothing. */
const CLOSING = /[。！？!?…；;：:]["'”’」』）)】\]]*$/;
/** Bullets, dashes of a subtitle, bylines, numbered items: what begins a line of its own. */
const OPENING =
  /^(?:[■●▲◆★□○◇△▼•※◎►▶·-]|——|[(（【[]|\d+[.、)）]|[一二三四五六七八九十]+[、是]|第[一二三四五六七八九十]+[章节条]|本报|本台|新华社|据新华|记者|责任编辑|来源)/;
/** Inside of a line only running text has these. */
const SENTENCE_MARK = /[。！？；]/;
const MARK = /[。！？；，、,]/;
/** With a comma, a line of this many characters is running text: headlines seldom have both. */
const LONG_WITH_COMMA = 25;
/** No headline is as long as this. */
const LONG = 45;
/** A line of so few characters amid others goes on nothing unless it ends a sentence. */
const SHORT = 12;
/** Lines are wrapped where more than three others within three lines around are as wide, and none is narrower than this. */
const NARROWEST = 20;
const WRAPPED_LINES = 3;
const WRAPPED_REACH = 3;
const SPACE_OR_BREAK = /[ \t\u3000\u00a0\r\n]/;
const SPACE = /[ \t\u3000\u00a0]/;

/** Every line break of a text, in order, with the white space around it. */
export function breaksOf(text: string): Break[] {
  const breaks: Break[] = [];
  const lines: string[] = [];
  let lineStart = 0;
  for (let at = nextLineEnd(text, 0); at < text.length; ) {
    let from = at;
    while (from > lineStart && SPACE.test(text.charAt(from - 1))) from--;
    let to = at + 1;
    while (to < text.length && SPACE_OR_BREAK.test(text.charAt(to))) to++;
    lines.push(text.slice(lineStart, from));
    breaks.push({ from, to, kind: 'doubtful' });
    lineStart = to;
    at = nextLineEnd(text, to);
  }
  lines.push(text.slice(lineStart));
  const widths = lines.map(widthOf);
  breaks.forEach((found, at) => {
    found.kind = kindOf(lines[at] as string, lines[at + 1] as string, at + 2 === lines.length);
    if (found.kind === 'doubtful' && isWrapped(widths, at)) found.kind = 'open';
  });
  return breaks;
}

function nextLineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++)
    if (text.charCodeAt(at) === 0x0a || text.charCodeAt(at) === 0x0d) return at;
  return text.length;
}

function kindOf(before: string, after: string, isLast: boolean): BreakKind {
  if (before === '' || after === '' || CLOSING.test(before.slice(-8)) || OPENING.test(after.slice(0, 12)))
    return 'closed';
  if (after.length < SHORT && !isLast && !CLOSING.test(after) && !MARK.test(after)) return 'doubtful';
  if (SENTENCE_MARK.test(before) || before.length >= LONG) return 'open';
  return before.length >= LONG_WITH_COMMA && /[，,]/.test(before) ? 'open' : 'doubtful';
}

/** Whether a line ends where its neighbours do, so that its end is the edge of a column. */
function isWrapped(widths: readonly number[], line: number): boolean {
  const width = widths[line] as number;
  const around = widths.slice(Math.max(0, line - WRAPPED_REACH), line + WRAPPED_REACH + 1);
  return width >= NARROWEST && around.filter((other) => Math.abs(other - width) <= 2).length > WRAPPED_LINES;
}

/** The width of a line in half-width characters. */
function widthOf(line: string): number {
  let width = 0;
  for (let at = 0; at < line.length; at++) width += line.charCodeAt(at) < 0x2000 ? 1 : 2;
  return width;
}

/** The paragraphs of a pasted text: spans between breaks at which it does not go on. Breaks inside stay in the text. */
export function paragraphSpans(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  const add = (to: number) => {
    if (to > from) spans.push({ from, to });
  };
  for (const lineBreak of breaksOf(text)) {
    if (lineBreak.kind === 'open') continue;
    add(lineBreak.from);
    from = lineBreak.to;
  }
  add(text.length);
  return spans;
}

/** The paragraphs of a pasted text, with the breaks gone at which it goes on: 去↵↵年 → 去年. */
export function joinParagraphs(text: string): string[] {
  const breaks = breaksOf(text).filter(({ kind }) => kind === 'open');
  let at = 0;
  return paragraphSpans(text).map(({ from, to }) => {
    let joined = '';
    let start = from;
    for (; at < breaks.length && (breaks[at] as Break).from < to; at++) {
      const lineBreak = breaks[at] as Break;
      joined += text.slice(start, lineBreak.from) + seam(text, lineBreak);
      start = lineBreak.to;
    }
    return joined + text.slice(start, to);
  });
}

/** Between Latin words a line break is a space. */
function seam(text: string, { from, to }: Span): string {
  return /[A-Za-z0-9]/.test(text.charAt(from - 1)) && /[A-Za-z]/.test(text.charAt(to)) ? ' ' : '';
}
