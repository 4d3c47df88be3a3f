import { breaksOf, paragraphSpans } from '@/utils/lang/column-break';
import { covers, type Span } from '@/utils/lang/span';

/** The sentence around a stretch of text; `from` and `to` are where the stretch stands in the sentence. */
export interface Sentence extends Span {
  sentence: string;
}

/** A quotation, or the whole of a paragraph where nothing is quoted; `from` and `to` leave its marks out. */
interface Quote extends Span {
  opening: string;
  /** Offsets after the sentences that end in it itself, not in a quotation inside it. */
  ends: number[];
}

const ENDS = '。！？!?｡';
const CLOSING: Record<string, string> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '﹁': '﹂',
  '﹃': '﹄',
  '《': '》',
  '〈': '〉',
  '（': '）',
  '(': ')',
  '【': '】',
  '[': ']',
  '〔': '〕',
  '"': '"',
};

/**
 * The longest stretch that is kept as one sentence, in UTF-16 units. The longest sentences of Party prose, lists
 * parted by semicolons, have some 400; text without a full stop must not be kept as a whole page.
 */
const LONGEST_SENTENCE = 600;

/**
 * The sentence around `[from, to)` of a block's text. Full stops within a quotation do not end the sentence around
 * it; where the stretch stands in a quotation of several sentences, it is the one of these. The end of a paragraph
 * ends a sentence, a break of layout does not and is left out. Throws where the stretch is not in the text.
 */
export function sentenceAround(text: string, { from, to }: Span): Sentence {
  if (!(from >= 0 && from <= to && to <= text.length))
    throw new RangeError(`${from} to ${to} was asked for in a text of ${text.length} UTF-16 units.`);
  const paragraph = paragraphSpans(text).find((span) => covers(span, from)) ?? { from: 0, to: text.length };
  // A stretch over the end of a paragraph is kept whole.
  const end = Math.max(paragraph.to, to);
  let sentence = sentenceIn(quotesOf(text, paragraph.from, end), { from, to });
  if (sentence.to - sentence.from > LONGEST_SENTENCE) sentence = shortened(text, sentence, { from, to });
  while (sentence.from < from && /\s/.test(text.charAt(sentence.from))) sentence.from++;
  while (sentence.to > to && /\s/.test(text.charAt(sentence.to - 1))) sentence.to--;
  return withoutBreaks(text, sentence, { from, to });
}

function sentenceIn(quotes: Quote[], span: Span): Span {
  // Quotations that hold the stretch, the innermost first; the last is the paragraph.
  const around = quotes
    .filter((quote) => quote.from <= span.from && span.to <= quote.to)
    .sort((a, b) => b.from - a.from);
  // A quotation of a single sentence belongs to the sentence that quotes it.
  const quote = around.find(({ ends, to }) => ends.some((end) => end < to)) ?? (around.at(-1) as Quote);
  const before = quote.ends.filter((end) => end <= span.from).at(-1);
  const after = quote.ends.find((end) => end >= span.to);
  return { from: before ?? quote.from, to: after ?? quote.to };
}

/** All quotations of a paragraph and the paragraph itself. */
function quotesOf(text: string, from: number, to: number): Quote[] {
  const whole: Quote = { opening: '', from, to, ends: [] };
  const closed: Quote[] = [];
  const open: Quote[] = [whole];
  for (let at = from; at < to; at++) {
    const unit = text.charAt(at);
    const innermost = open.at(-1) as Quote;
    if (ENDS.includes(unit)) {
      if (at + 1 >= to || !ENDS.includes(text.charAt(at + 1))) innermost.ends.push(at + 1);
      continue;
    }
    const index = open.findLastIndex(({ opening }) => CLOSING[opening] === unit);
    if (index > 0) {
      forget(open, index + 1);
      const quote = open.pop() as Quote;
      quote.to = at;
      closed.push(quote);
      // 他说：“……。” ends there; “……。”他说 goes on.
      const quoted = quote.ends.at(-1) === at && /[：:]/.test(text.charAt(quote.from - 2));
      if (quoted) (open.at(-1) as Quote).ends.push(at + 1);
    } else if (unit in CLOSING) open.push({ opening: unit, from: at + 1, to, ends: [] });
  }
  forget(open, 1);
  return [whole, ...closed];
}

/** What was never closed is no quotation: its sentences are those of the text around it. */
function forget(open: Quote[], from: number): void {
  const around = open[from - 1] as Quote;
  for (const quote of open.splice(from)) around.ends.push(...quote.ends);
}

/** A sentence that is too long, cut at the semicolons, else the commas, nearest around the stretch. */
function shortened(text: string, sentence: Span, { from, to }: Span): Span {
  for (const signs of [/[；;]/, /[，,、]/]) {
    let start = from;
    while (start > sentence.from && !signs.test(text.charAt(start - 1))) start--;
    let end = to;
    while (end < sentence.to && !signs.test(text.charAt(end))) end++;
    if (end - start <= LONGEST_SENTENCE) return { from: start, to: Math.min(end + 1, sentence.to) };
  }
  const spare = Math.max(0, (LONGEST_SENTENCE - (to - from)) >> 1);
  return { from: Math.max(sentence.from, from - spare), to: Math.min(sentence.to, to + spare) };
}

/** Breaks are told from the whole text: what stands before a break tells whether it is one of layout. */
function withoutBreaks(text: string, within: Span, { from, to }: Span): Sentence {
  const moved = { from: from - within.from, to: to - within.from };
  let sentence = '';
  let at = within.from;
  for (const { from: start, to: end, kind } of breaksOf(text)) {
    if (kind !== 'open' || start < within.from || end > within.to) continue;
    sentence += text.slice(at, start);
    at = end;
    if (from >= end) moved.from -= end - start;
    if (to >= end) moved.to -= end - start;
  }
  return { sentence: sentence + text.slice(at, within.to), ...moved };
}
