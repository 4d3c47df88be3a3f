import type { Dictionary } from './dictionary';
import type { Stream } from './stream';
import { termKey, termUnit } from './term-key';

/** A set phrase met in a stream. */
export interface TermMatch {
  /** Positions of the stream. */
  start: number;
  end: number;
  rank: number;
  /** Numbers of its entries. */
  terms: number[];
}

const OPENING = '“‘「『《〈"\'';
const CLOSING = '”’」』》〉"\'';
/** How much of the text before and after a phrase `minContext` and `avoid` see, in characters. */
const CONTEXT = 60;

/** Finds the set phrases of a text, nested and overlapping ones too. */
export class TermBase {
  readonly #dictionary: Dictionary;

  readonly #contexts = new Map<number, TermContext | null>();

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  /** All set phrases of a stream, by start, longer first. */
  match(stream: Stream): TermMatch[] {
    const { trie } = this.#dictionary;
    // Quotation marks are passed over: whether a paper sets them is its own choice.
    const units: number[] = [];
    const places: number[] = [];
    stream.units.forEach((unit, at) => {
      const compared = termUnit(unit);
      if (compared === 0) return;
      units.push(compared);
      places.push(at);
    });
    const matches: TermMatch[] = [];
    for (let start = 0; start < units.length; start++) {
      const found: TermMatch[] = [];
      for (let node = 0, at = start; at < units.length; ) {
        node = trie.step(node, units[at] as number);
        if (node === 0) break;
        at++;
        const rank = trie.value(node);
        if (rank < 0 || !this.#dictionary.isTerm(rank)) continue;
        const span = withQuotes(stream, places[start] as number, (places[at - 1] as number) + 1);
        const terms = this.#dictionary
          .termsOf(rank)
          .filter((id) => fits(this.#context(id), stream, span.start, span.end));
        if (terms.length > 0) found.push({ ...span, rank, terms });
      }
      matches.push(...found.reverse());
    }
    return matches;
  }

  /** The base's reading of a match, one syllable per Han character, where the form met is one that it reads. */
  readingOf(stream: Stream, start: number, end: number, terms: readonly number[]): string[] | null {
    const key = termKey(String.fromCharCode(...stream.units.subarray(start, end)), this.#dictionary.fold);
    for (const id of terms) {
      const { headword, reading } = this.#dictionary.term(id);
      if (termKey(headword.hans, this.#dictionary.fold) === key) return reading.split(' ');
    }
    return null;
  }

  #context(id: number): TermContext | null {
    const known = this.#contexts.get(id);
    if (known !== undefined) return known;
    const { match } = this.#dictionary.term(id);
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

/** Takes in the second of a pair of quotation marks whose other one lies inside: 党群“连心桥”, “十强”产业. */
function withQuotes(stream: Stream, start: number, end: number): { start: number; end: number } {
  let open = 0;
  let unopened = 0;
  const mark = (at: number) => String.fromCharCode(stream.units[at] ?? 0);
  for (let at = start; at < end; at++) {
    if (OPENING.includes(mark(at))) open++;
    else if (CLOSING.includes(mark(at))) {
      if (open > 0) open--;
      else unopened++;
    }
  }
  const after = mark(end);
  const before = mark(start - 1);
  return {
    start: unopened > 0 && before !== '\0' && OPENING.includes(before) ? start - 1 : start,
    end: open > 0 && after !== '\0' && CLOSING.includes(after) ? end + 1 : end,
  };
}

/** Whether the text around a phrase is such that it counts as one. */
function fits(context: TermContext | null, stream: Stream, start: number, end: number): boolean {
  if (!context) return true;
  const around = String.fromCharCode(...stream.units.subarray(Math.max(0, start - CONTEXT), end + CONTEXT));
  if (context.avoid?.test(around)) return false;
  return context.minContext?.test(around) ?? true;
}
