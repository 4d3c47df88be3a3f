import type { Dictionary } from './dictionary';
import { logCount, TOTAL_COUNT } from './dictionary-format';
import { isHan } from './han';
import type { Names } from './names';
import { isNumeral, numeralEnd, unitEnd } from './numerals';
import type { Stream } from './stream';

/** What made a word of a stretch of text. */
export type WordKind = 'word' | 'name' | 'numeral' | 'other';

/** A word in positions of the stream. */
export interface Word {
  start: number;
  end: number;
  /** Its key in the dictionary; -1 where it has none. */
  rank: number;
  kind: WordKind;
}

/**
 * The five numbers of the path, in nats. They were chosen on hard passages of a newspaper front page, for what a reader
 * points at, and hardly cost anything against a treebank (which cuts finer).
 */
const WORD_BONUS = -2;
/** For each character past three: long words must earn it against the words they are made of. */
const LENGTH_COST = 8;
const FREE_LENGTH = 3;
/** Words of jieba's list that have no entry. */
const UNDEFINED_COST = 0.5;
const NAME_BASE = -7;
/** A run of Chinese numerals, whatever its length. */
const NUMERAL_SCORE = -12;
/** A word across a break that may be the end of a headline must be worth this. */
const DOUBTFUL_COST = 6;
const UNKNOWN = -Math.log(TOTAL_COUNT);
const OTHER_SCORE = -3;

const COUNT_SCORES = Float64Array.from(
  { length: 256 },
  (_, byte) => logCount(Math.max(1, byte)) - Math.log(TOTAL_COUNT),
);

/** Cuts blocks into words: the likeliest path over the dictionary's words, names, numerals and runs of Latin letters. */
export class Segmenter {
  readonly #dictionary: Dictionary;
  readonly #names: Names;

  constructor(dictionary: Dictionary, names: Names) {
    this.#dictionary = dictionary;
    this.#names = names;
  }

  /** A partition of the stream. Time grows with its length, whatever stands in it. */
  cut(stream: Stream): Word[] {
    const { units, doubtful } = stream;
    const { trie, frequency } = this.#dictionary;
    const length = units.length;
    const best = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY);
    const from = new Uint32Array(length + 1);
    const rankAt = new Int32Array(length + 1);
    const kindAt = new Uint8Array(length + 1);
    best[0] = 0;
    const offer = (start: number, end: number, score: number, rank: number, kind: number) => {
      let total = (best[start] as number) + score + WORD_BONUS;
      if (doubtful) for (let at = start + 1; at < end; at++) if (doubtful[at]) total -= DOUBTFUL_COST;
      if (total <= (best[end] as number)) return;
      best[end] = total;
      from[end] = start;
      rankAt[end] = rank;
      kindAt[end] = kind;
    };
    for (let start = 0; start < length; start++) {
      if (best[start] === Number.NEGATIVE_INFINITY) continue;
      const unit = units[start] as number;
      const run = unitEnd(units, start);
      if (run > start) {
        offer(start, run, OTHER_SCORE, -1, OTHER);
      } else if (!isHanUnit(unit)) {
        const pair = isPair(units, start) ? 2 : 1;
        offer(start, start + pair, OTHER_SCORE, -1, OTHER);
      } else {
        offer(start, start + 1, UNKNOWN, -1, WORD);
        this.#offerName(units, start, offer);
        const end = start > 0 && isNumeral(units[start - 1] as number) ? start : numeralEnd(units, start);
        if (end > start) offer(start, end, NUMERAL_SCORE, -1, NUMERAL);
      }
      for (let node = 0, at = start; at < length; ) {
        node = trie.step(node, units[at] as number);
        if (node === 0) break;
        at++;
        const rank = trie.value(node);
        if (rank < 0 || frequency[rank] === 0) continue;
        // A word of Latin letters or digits must not end inside of a longer run of them.
        if (run > start && at < run) continue;
        let score = COUNT_SCORES[frequency[rank] as number] as number;
        if (at - start > FREE_LENGTH) score -= LENGTH_COST * (at - start - FREE_LENGTH);
        if (!this.#dictionary.hasEntries(rank)) score -= UNDEFINED_COST;
        offer(start, at, score, rank, WORD);
      }
    }
    const words: Word[] = [];
    for (let end = length; end > 0; end = from[end] as number) {
      const start = from[end] as number;
      words.push({ start, end, rank: rankAt[end] as number, kind: KINDS[kindAt[end] as number] as WordKind });
    }
    return words.reverse();
  }

  #offerName(units: Uint16Array, start: number, offer: Offer): void {
    const names = this.#names;
    const first = units[start] as number;
    const second = units[start + 1] ?? 0;
    const single = names.single(first);
    const double = names.double(first, second);
    for (const [surname, given] of [
      [single, start + 1],
      [double, start + 2],
    ] as const) {
      if (surname === Number.POSITIVE_INFINITY || given >= units.length) continue;
      const one = names.given(1, units[given] as number);
      if (one < Number.POSITIVE_INFINITY) offer(start, given + 1, NAME_BASE - surname - one, -1, NAME);
      const two =
        given + 1 < units.length
          ? names.given(0, units[given] as number) + names.given(1, units[given + 1] as number)
          : Number.POSITIVE_INFINITY;
      if (two < Number.POSITIVE_INFINITY) offer(start, given + 2, NAME_BASE - surname - two, -1, NAME);
    }
  }
}

type Offer = (start: number, end: number, score: number, rank: number, kind: number) => void;
const KINDS: WordKind[] = ['word', 'name', 'numeral', 'other'];
const [WORD, NAME, NUMERAL, OTHER] = [0, 1, 2, 3] as const;

/** Whether a UTF-16 unit is a Han character or half of one. */
export function isHanUnit(unit: number): boolean {
  if (unit >= 0x4e00 && unit <= 0x9fff) return true;
  return unit >= 0x2e80 && isHan(String.fromCharCode(unit));
}

function isPair(units: Uint16Array, at: number): boolean {
  const next = units[at + 1] ?? 0;
  return (units[at] as number) >> 10 === 0x36 && next >> 10 === 0x37;
}
