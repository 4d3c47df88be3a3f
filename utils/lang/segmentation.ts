import type { Dictionary } from './dictionary';
import { logCount, TOTAL_COUNT } from './dictionary-format';
import { isHan } from './han';
import { Lattice, type Word } from './lattice';
import type { Names } from './names';
import { isNumeral, numeralEnd, tenthsEnd, unitEnd } from './numerals';
import type { Stream } from './stream';

/**
 * The numbers of the path, in nats. They were chosen on hard passages of a newspaper front page, for what a reader
 * points at, and cost next to nothing against a treebank, which cuts finer.
 */
const WORD_BONUS = -2;
/**
 * For each character past three: long words must earn it against the words they are made of. Less for words that
 * a reader can look up, and never more than a part of them would cost (发展中国家).
 */
const LENGTH_COST = 4;
const MOST_LENGTH_COST = 8;
const UNDEFINED_LENGTH_COST = 12;
const FREE_LENGTH = 3;
/** Words of jieba's list that have no entry. */
const UNDEFINED_COST = 0.5;
/** A word across a break that may be the end of a headline must be worth this. */
const DOUBTFUL_COST = 3;
/** A run of Chinese numerals, whatever its length. */
const NUMERAL_SCORE = -12;
/** A share in tenths, where 成 would be the beginning of 成为. */
const TENTHS_SCORE = -8;
/** A place with what kind of place it is (东阿县) is one word, a stem with 化 (便利化) too. */
const PLACE_SUFFIX_COST = 4;
const STEM_SUFFIX_COST = 4;
/** A place right before 长: rather its head (重庆|市长), unless 长 begins a word (重庆市|长江). */
const HEAD_COST = 8;
/** A character that is no word, a little below the rarest word. */
const UNKNOWN_SCORE = WORD_BONUS - Math.log(TOTAL_COUNT) - 1;
/** Punctuation, spaces, runs of Latin letters and digits. */
const OTHER_SCORE = -5;

const COUNT_SCORES = Float64Array.from(
  { length: 256 },
  (_, byte) => WORD_BONUS + logCount(Math.max(1, byte)) - Math.log(TOTAL_COUNT),
);

const [WORD, NAME, FOREIGN, PLACE, NUMERAL, COMPOUND, OTHER] = [0, 1, 2, 3, 4, 5, 6] as const;
const codes = (characters: string) => new Set(Array.from(characters, (character) => character.charCodeAt(0)));
const PLACE_SUFFIXES = codes('省市县区镇乡村州旗盟');
const STEM_SUFFIXES = codes('化');
const HEAD = '长'.charCodeAt(0);

/** Cuts blocks into words: the likeliest path over the dictionary's words, names, places, numerals and Latin runs. */
export class Segmenter {
  readonly #dictionary: Dictionary;
  readonly #names: Names;
  /** 1 for the parts of speech of places. */
  readonly #placeTags: Uint8Array;

  constructor(dictionary: Dictionary, names: Names) {
    this.#dictionary = dictionary;
    this.#names = names;
    this.#placeTags = Uint8Array.from(dictionary.tags, (tag) => (tag === 'ns' ? 1 : 0));
  }

  /** A partition of the stream. Time grows with its length, whatever stands in it. */
  cut(stream: Stream): Word[] {
    const { units } = stream;
    const lattice = new Lattice(units.length);
    for (let start = 0; start < units.length; start++) {
      if (!lattice.isReached(start)) continue;
      const unit = units[start] as number;
      const run = unitEnd(units, start);
      const han = hanLength(units, start);
      if (run > start) {
        lattice.offer(start, run, OTHER_SCORE, -1, NUMERAL);
        // 第 alone, or inside of a word (第三产业).
        if (han > 0) lattice.offer(start, start + 1, UNKNOWN_SCORE, -1, WORD);
      } else if (han === 0) {
        lattice.offer(start, start + (isPair(units, start) ? 2 : 1), OTHER_SCORE, -1, OTHER);
        // Few words begin with a mark; those that do are not for running text.
        continue;
      } else {
        lattice.offer(start, start + han, UNKNOWN_SCORE, -1, WORD);
        this.#names.offer(units, start, lattice, WORD_BONUS, NAME);
        this.#names.offerForeign(units, start, lattice, WORD_BONUS, FOREIGN);
        if (isNumeral(unit) && !(start > 0 && isNumeral(units[start - 1] as number))) {
          const end = numeralEnd(units, start);
          if (end > start) lattice.offer(start, end, WORD_BONUS + NUMERAL_SCORE, -1, NUMERAL);
          const tenths = tenthsEnd(units, start);
          if (tenths > start) lattice.offer(start, tenths, TENTHS_SCORE, -1, NUMERAL);
        }
      }
      this.#offerWords(stream, start, han > 0 ? start : run, lattice);
    }
    return lattice.path();
  }

  #offerWords({ units, doubtful }: Stream, start: number, run: number, lattice: Lattice): void {
    const { trie, frequency, tag } = this.#dictionary;
    let crossed = 0;
    for (let node = 0, at = start; at < units.length; ) {
      node = trie.step(node, units[at] as number);
      if (node === 0) return;
      if (doubtful && at > start && doubtful[at]) crossed = DOUBTFUL_COST;
      at++;
      const rank = trie.value(node);
      // A word of Latin letters or digits does not end inside of a longer run of them.
      if (rank < 0 || frequency[rank] === 0 || at < run) continue;
      const length = at - start;
      const isPlace = length > 1 && this.#placeTags[tag[rank] as number] === 1;
      let score = (COUNT_SCORES[frequency[rank] as number] as number) - crossed;
      const extra = Math.max(0, length - FREE_LENGTH);
      if (this.#dictionary.isDefined(rank)) score -= Math.min(MOST_LENGTH_COST, LENGTH_COST * extra);
      else score -= UNDEFINED_COST + UNDEFINED_LENGTH_COST * extra;
      const next = units[at] ?? 0;
      const headless = isPlace && PLACE_SUFFIXES.has(units[at - 1] as number) && this.#isHead(units, at);
      lattice.offer(start, at, headless ? score - HEAD_COST : score, rank, WORD);
      if (length < 2) continue;
      if (isPlace && PLACE_SUFFIXES.has(next)) {
        const cost = PLACE_SUFFIX_COST + (this.#isHead(units, at + 1) ? HEAD_COST : 0);
        lattice.offer(start, at + 1, score - cost, -1, PLACE);
      }
      if (length === 2 && STEM_SUFFIXES.has(next))
        lattice.offer(start, at + 1, score - STEM_SUFFIX_COST, -1, COMPOUND);
    }
  }

  /** Whether 长 stands at a place and begins no word of two characters. */
  #isHead(units: Uint16Array, at: number): boolean {
    if (units[at] !== HEAD) return false;
    const { trie, frequency } = this.#dictionary;
    const node = trie.step(trie.step(0, HEAD), units[at + 1] ?? 0);
    const rank = node > 0 ? trie.value(node) : -1;
    return rank < 0 || frequency[rank] === 0;
  }
}

/** How many UTF-16 units the Han character at a place has; 0 where there is none. */
export function hanLength(units: Uint16Array, at: number): 0 | 1 | 2 {
  const unit = units[at] as number;
  if (unit >= 0x4e00 && unit <= 0x9fff) return 1;
  if (unit < 0x2e80) return 0;
  if (isPair(units, at)) return isHan(String.fromCharCode(unit, units[at + 1] as number)) ? 2 : 0;
  return isHan(String.fromCharCode(unit)) ? 1 : 0;
}

function isPair(units: Uint16Array, at: number): boolean {
  const next = units[at + 1] ?? 0;
  return (units[at] as number) >> 10 === 0x36 && next >> 10 === 0x37;
}
