import type { Word } from './lattice';
import type { Stream } from './stream';

/** The most features that one character has. */
const MOST = 40;

/** The text around a character as numbers that a linear model has weights for. */
export class ReadingFeatures {
  /** The features found last: 32-bit hashes. */
  readonly found = new Uint32Array(MOST);
  #count = 0;

  /**
   * Puts the features of the character at `position` of the stream, in the word `words[at]`, into `found`: its
   * neighbours and their pairs, the words beside its own, its place in its word.
   *
   * @returns how many there are
   */
  of({ units }: Stream, words: readonly Word[], at: number, position: number): number {
    this.#count = 0;
    const word = words[at] as Word;
    this.#neighbours(units, position, 0, units.length);
    const before = hashOf(units, words[at - 1]);
    const after = hashOf(units, words[at + 1]);
    this.#add(20, before);
    this.#add(21, after);
    this.#add(22, before, after);
    this.#add(23, position - word.start, word.end - word.start);
    if (word.end - word.start > 1) this.#add(24, hashOf(units, word));
    return this.#count;
  }

  /** The same for a character of a word that stands alone, without text around: what lies outside tells nothing. */
  inside({ units }: Stream, position: number): number {
    this.#count = 0;
    this.#neighbours(units, position, 0, units.length, true);
    return this.#count;
  }

  #neighbours(units: Uint16Array, position: number, from: number, to: number, insideOnly = false): void {
    const unit = (offset: number) => {
      const place = position + offset;
      return place >= from && place < to ? (units[place] as number) : 0;
    };
    const [p3, p2, p1] = [unit(-3), unit(-2), unit(-1)];
    const [n1, n2, n3] = [unit(1), unit(2), unit(3)];
    const add = (place: number, a: number, b = 1, c = 1) => {
      if (!insideOnly || (a && b && c)) this.#add(place, a, b, c);
    };
    if (!insideOnly) add(1, 0);
    add(2, p1);
    add(3, p2);
    add(4, p3);
    add(5, n1);
    add(6, n2);
    add(7, n3);
    add(8, p2, p1);
    add(9, n1, n2);
    add(10, p1, n1);
    add(11, p2, p1, n1);
    add(12, p1, n1, n2);
  }

  #add(place: number, a: number, b = 1, c = 1): void {
    this.found[this.#count++] = mix(mix(mix(place, a), b), c);
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
