import type { Word } from './lattice';
import type { Stream } from './stream';

/** The most features that one character has. */
const MOST = 40;
/** How far the characters around reach that count wherever they stand. */
const WINDOW = 4;
/** Units above it count so: Chinese characters and full-width marks. */
const FIRST_AROUND = 0x4e00;

/** The text around a character as numbers that a linear model has weights for. */
export class ReadingFeatures {
  /** The features found last: 32-bit hashes. */
  readonly found = new Uint32Array(MOST);
  #count = 0;

  /**
   * Puts the features of the character at `position` of the stream, in the word `words[at]`, into `found`: its
   * neighbours and their pairs, the characters around in any order, the words beside its own, its place in its word.
   *
   * @returns how many there are
   */
  of({ units }: Stream, words: readonly Word[], at: number, position: number): number {
    this.#count = 0;
    const word = words[at] as Word;
    this.#neighbours(units, position);
    this.#around(units, position);
    this.#add(20, hashOf(units, words[at - 1]));
    this.#add(21, hashOf(units, words[at + 1]));
    this.#add(23, position - word.start, word.end - word.start);
    if (word.end - word.start > 1) this.#add(24, hashOf(units, word));
    return this.#count;
  }

  /** The same for a character of a word that stands alone, without text around: what lies outside tells nothing. */
  insideWord({ units }: Stream, position: number): number {
    this.#count = 0;
    this.#neighbours(units, position, true);
    return this.#count;
  }

  /** The same for a character of a phrase of several words that may stand in any text. */
  insidePhrase({ units }: Stream, words: readonly Word[], at: number, position: number): number {
    this.#count = 0;
    this.#neighbours(units, position, true);
    this.#around(units, position);
    const word = words[at] as Word;
    if (words.length === 1) return this.#count;
    if (words[at - 1]) this.#add(20, hashOf(units, words[at - 1]));
    if (words[at + 1]) this.#add(21, hashOf(units, words[at + 1]));
    if (word.end - word.start > 1) this.#add(24, hashOf(units, word));
    return this.#count;
  }

  #neighbours(units: Uint16Array, position: number, insideOnly = false): void {
    const p2 = units[position - 2] ?? 0;
    const p1 = units[position - 1] ?? 0;
    const n1 = units[position + 1] ?? 0;
    const n2 = units[position + 2] ?? 0;
    if (!insideOnly) this.#add(1, 0);
    if (!insideOnly || p1) this.#add(2, p1);
    if (!insideOnly || p2) this.#add(3, p2);
    if (!insideOnly || n1) this.#add(5, n1);
    if (!insideOnly || n2) this.#add(6, n2);
    if (!insideOnly || (p2 && p1)) this.#add(8, p2, p1);
    if (!insideOnly || (n1 && n2)) this.#add(9, n1, n2);
    if (!insideOnly || (p1 && n1)) this.#add(10, p1, n1);
  }

  #around(units: Uint16Array, position: number): void {
    for (let at = position - WINDOW; at <= position + WINDOW; at++) {
      const unit = units[at] ?? 0;
      if (at !== position && unit > FIRST_AROUND) this.#add(30, unit);
    }
  }

  #add(place: number, a: number, b = 1): void {
    this.found[this.#count++] = mix(mix(mix(place, a), b), 1);
  }
}

function hashOf(units: Uint16Array, word: Word | undefined): number {
  if (!word) return 2;
  let hash = 3;
  for (let at = word.start; at < word.end; at++) hash = mix(hash, units[at] as number);
  return hash;
}

/** Takes one more number into a 32-bit hash. */
export function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x9e3779b1);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x85ebca77);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
