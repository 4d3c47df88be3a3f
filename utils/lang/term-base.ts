import type { Dictionary } from './dictionary';
import type { Word } from './lattice';
import type { Stream } from './stream';
import type { Term } from './term';
import { termKey, termUnit } from './term-key';
import { TermPatterns } from './term-patterns';

/** A set phrase met in a stream. */
export interface TermMatch {
  /** Positions of the stream. */
  start: number;
  end: number;
  /** Of the form met; -1 for an instance of a pattern, which has none. */
  rank: number;
  /** Numbers of its entries. */
  terms: number[];
}

const OPENING = '“‘「『《〈"\'';
const CLOSING = '”’」』》〉"\'';
/** Longer phrases than this many characters are never there by chance. */
const SHORT = 3;
/** How much of the text before and after a phrase `minContext` and `avoid` see, in characters. */
const CONTEXT = 60;

/** Finds the set phrases of a text, nested and overlapping ones too. */
export class TermBase {
  readonly #dictionary: Dictionary;

  readonly #patterns: TermPatterns;

  readonly #contexts = new Map<number, TermContext | null>();
  #matches: Map<number, NonNullable<Term['match']>> | null = null;

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
    this.#patterns = new TermPatterns(dictionary);
  }

  /**
   * All set phrases of a stream, by start, longer first. A short one that would cut a word in two (武装部 in 武装部队) is
   * none.
   *
   * @param words the stream's segmentation
   */
  match(stream: Stream, words: readonly Word[]): TermMatch[] {
    const { trie } = this.#dictionary;
    // Quotation marks are passed over: whether a paper sets them is its own choice.
    const units = new Uint16Array(stream.units.length);
    const places = new Uint32Array(stream.units.length);
    let length = 0;
    for (let at = 0; at < stream.units.length; at++) {
      const compared = termUnit(stream.units[at] as number);
      if (compared === 0) continue;
      units[length] = compared;
      places[length++] = at;
    }
    const matches: TermMatch[] = [];
    for (let start = 0; start < length; start++) {
      const found: TermMatch[] = [];
      for (let node = 0, at = start; at < length; ) {
        node = trie.step(node, units[at] as number);
        if (node === 0) break;
        at++;
        const rank = trie.value(node);
        if (rank < 0 || !this.#dictionary.isTerm(rank)) continue;
        const span = withQuotes(stream, places[start] as number, (places[at - 1] as number) + 1);
        if (!span || (at - start <= SHORT && cutsWord(words, span.start, span.end))) continue;
        const terms = this.#chosen(this.#dictionary.termsOf(rank), stream, span);
        if (terms.length > 0) found.push({ ...span, rank, terms });
      }
      if (found.length > 0) matches.push(...found.reverse());
    }
    return this.#withPatterns(matches, stream, words);
  }

  /**
   * The records that a form stands for here: those whose context is around, then those that need none. Where several
   * share a form that stands in quotation marks and nothing around chooses, all are offered.
   */
  #chosen(ids: readonly number[], stream: Stream, { start, end }: { start: number; end: number }): number[] {
    const fitting = ids.filter((id) => fits(this.#context(id), stream, start, end));
    if (fitting.length === 0 && ids.length > 1 && isQuoted(stream, start, end))
      return ids.filter((id) => !isAvoided(this.#context(id), stream, start, end));
    const isNamed = (id: number) => Number(Boolean(this.#context(id)?.minContext));
    return fitting.sort((a, b) => isNamed(b) - isNamed(a));
  }

  /** Adds the instances of patterns that stand in no base under their own form. */
  #withPatterns(matches: TermMatch[], stream: Stream, words: readonly Word[]): TermMatch[] {
    const reach = reachOf(matches, stream.units.length);
    const coined = this.#patterns
      .match(stream)
      .filter(({ start, end }) => !cutsWord(words, start, end) && (reach[start] as number) < end)
      .map(({ start, end, term }) => ({ start, end, rank: -1, terms: [term] }));
    if (coined.length === 0) return matches;
    return [...matches, ...coined].sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** The base's reading of a match, one syllable per Han character, where the form met is one that it reads. */
  readingOf(stream: Stream, start: number, end: number, terms: readonly number[]): string[] | null {
    const key = termKey(String.fromCharCode(...stream.units.subarray(start, end)), this.#dictionary.fold);
    for (const id of terms) {
      const { hans, reading } = this.#dictionary.termHead(id);
      if (termKey(hans, this.#dictionary.fold) === key) return reading.split(' ');
    }
    return null;
  }

  #context(id: number): TermContext | null {
    const known = this.#contexts.get(id);
    if (known !== undefined) return known;
    this.#matches ??= this.#dictionary.termContexts;
    const match = this.#matches.get(id);
    const pattern = (source: string | undefined) => (source ? new RegExp(source, 'u') : null);
    const context = match ? { minContext: pattern(match.minContext), avoid: pattern(match.avoid) } : null;
    this.#contexts.set(id, context);
    return context;
  }
}

interface TermContext {
  minContext: RegExp | null;
  avoid: RegExp | null;
}

/**
 * Takes in the second of a pair of quotation marks whose other one lies inside: 党群“连心桥”, “十强”产业. `null` where
 * a quotation begins or ends within for good (居民“心联通”).
 */
function withQuotes(stream: Stream, start: number, end: number): { start: number; end: number } | null {
  let open = 0;
  let unopened = 0;
  const mark = (at: number) => String.fromCharCode(stream.units[at] ?? 0);
  for (let at = start; at < end; at++) {
    const isClosing = CLOSING.includes(mark(at));
    if (isClosing && (open > 0 || !OPENING.includes(mark(at)))) {
      if (open > 0) open--;
      else unopened++;
    } else if (OPENING.includes(mark(at))) open++;
  }
  const before = unopened > 0 && start > 0 && OPENING.includes(mark(start - 1)) ? 1 : 0;
  const after = open > 0 && end < stream.units.length && CLOSING.includes(mark(end)) ? 1 : 0;
  return unopened === before && open === after ? { start: start - before, end: end + after } : null;
}

/** Whether a word begins inside of a stretch and ends after it, or begins before it and ends inside. */
function cutsWord(words: readonly Word[], start: number, end: number): boolean {
  const first = words[wordAt(words, start)];
  const last = words[wordAt(words, end - 1)];
  if (!first || !last || first === last) return false;
  return first.start < start || last.end > end;
}

/** How far the matches that begin at or before each position reach: a long block has too many to compare each with each. */
function reachOf(matches: readonly TermMatch[], length: number): Uint32Array {
  const reach = new Uint32Array(length + 1);
  for (const { start, end } of matches) reach[start] = Math.max(reach[start] as number, end);
  for (let at = 1; at <= length; at++) reach[at] = Math.max(reach[at] as number, reach[at - 1] as number);
  return reach;
}

/** The index of the word that holds a position of the stream. */
function wordAt(words: readonly Word[], position: number): number {
  let low = 0;
  let high = words.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as Word).end <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the text around a phrase is such that it counts as one. */
function fits(context: TermContext | null, stream: Stream, start: number, end: number): boolean {
  if (!context) return true;
  if (isAvoided(context, stream, start, end)) return false;
  return context.minContext?.test(around(stream, start, end)) ?? true;
}

function isAvoided(context: TermContext | null, stream: Stream, start: number, end: number): boolean {
  return context?.avoid?.test(around(stream, start, end)) ?? false;
}

function around(stream: Stream, start: number, end: number): string {
  return String.fromCharCode(...stream.units.subarray(Math.max(0, start - CONTEXT), end + CONTEXT));
}

/** Whether quotation marks stand right before and after. */
function isQuoted(stream: Stream, start: number, end: number): boolean {
  const mark = (at: number) => String.fromCharCode(stream.units[at] ?? 0);
  return start > 0 && OPENING.includes(mark(start - 1)) && CLOSING.includes(mark(end));
}
