import type { Dictionary } from './dictionary';
import { isHan } from './han';
import type { Word } from './lattice';
import type { Names } from './names';
import { OVERRIDES } from './reading-overrides';
import type { Stream } from './stream';

/** What decides among the readings of a character or word that has several. */
export interface ReadingChoice {
  /**
   * The index of the right one of `candidates` (each one syllable per Han character, apart by spaces) for the
   * word `words[at]`; -1 where it cannot tell.
   */
  choose(stream: Stream, words: readonly Word[], at: number, candidates: readonly string[]): number;
}

/** Reads what nobody can: CC-CEDICT's own sign for an unknown reading. */
const UNKNOWN_READING = 'xx5';

/** Gives every Han character of a text its reading in context. */
export class Reader {
  readonly #dictionary: Dictionary;
  readonly #names: Names;
  readonly #choice: ReadingChoice | null;
  readonly #cache = new Map<number, string[]>();

  constructor(dictionary: Dictionary, names: Names, choice: ReadingChoice | null) {
    this.#dictionary = dictionary;
    this.#names = names;
    this.#choice = choice;
  }

  /** One syllable for every Han character of every word, apart by spaces; `''` for a word without one. */
  read(stream: Stream, words: readonly Word[]): string[] {
    return words.map((_, at) => this.#readWord(stream, words, at));
  }

  #readWord(stream: Stream, words: readonly Word[], at: number): string {
    const word = words[at] as Word;
    if (word.kind === 'other') return '';
    if (word.kind === 'foreign') return capital(this.#readParts(stream, word));
    if (word.kind === 'name') return this.#readName(stream, word);
    const candidates = this.#candidates(stream, word);
    if (candidates.length === 0) return this.#readParts(stream, word);
    if (candidates.length === 1) return candidates[0] as string;
    const chosen = this.#choice?.choose(stream, words, at, candidates) ?? -1;
    return candidates[chosen] ?? (candidates[0] as string);
  }

  /** The readings that a word may have, the likeliest first; `[]` where it is not in the dictionary. */
  #candidates(stream: Stream, word: Word): string[] {
    if (word.rank < 0) return [];
    const known = this.#cache.get(word.rank);
    if (known) return known;
    const key = this.#dictionary.trie.key(word.rank);
    const override = OVERRIDES.get(key);
    const candidates = override ? [override] : this.#dictionaryReadings(word.rank, key);
    const form = stream.text.slice(stream.at[word.start], stream.at[word.end]);
    if (form.length === key.length) this.#cache.set(word.rank, candidates);
    return candidates;
  }

  #dictionaryReadings(rank: number, key: string): string[] {
    const readings = new Map<string, string>();
    for (const id of this.#dictionary.entriesOf(rank, key)) {
      const reading = this.#dictionary.syllablesOf(id).join(' ');
      if (reading !== '' && !readings.has(reading.toLowerCase()))
        readings.set(reading.toLowerCase(), reading);
    }
    const found = [...readings.values()];
    if ([...key].length > 1) return found;
    // A single character: by its commonest reading, not by the order of its entries.
    const usual = this.#dictionary.readingsOf(key)[0];
    return found.sort((a, b) => Number(b.toLowerCase() === usual) - Number(a.toLowerCase() === usual));
  }

  #readName(stream: Stream, word: Word): string {
    const form = String.fromCharCode(...stream.units.subarray(word.start, word.end));
    for (const length of [2, 1]) {
      const reading = length < form.length ? this.#names.reading(form.slice(0, length)) : null;
      if (!reading) continue;
      const given = [...form.slice(length)].map((character) => this.#usual(character));
      return [reading, capital(given[0] ?? ''), ...given.slice(1)].join(' ');
    }
    return [...form].map((character) => this.#usual(character)).join(' ');
  }

  /** A word without a reading of its own, by the longest words of the dictionary inside of it. */
  #readParts(stream: Stream, word: Word): string {
    const { trie } = this.#dictionary;
    const syllables: string[] = [];
    for (let start = word.start; start < word.end; ) {
      let end = start;
      let best: string | undefined;
      for (let node = 0, at = start; at < word.end; ) {
        node = trie.step(node, stream.units[at] as number);
        if (node === 0) break;
        at++;
        const rank = trie.value(node);
        if (rank < 0 || at - start < 2 || (start === word.start && at === word.end)) continue;
        const key = trie.key(rank);
        const reading = OVERRIDES.get(key) ?? this.#dictionaryReadings(rank, key)[0];
        if (reading) [best, end] = [reading.toLowerCase(), at];
      }
      if (best) {
        syllables.push(best);
        start = end;
        continue;
      }
      const character = String.fromCodePoint(...codePoint(stream, start));
      if (isHan(character)) syllables.push(this.#usual(character));
      start += character.length;
    }
    return syllables.join(' ');
  }

  #usual(character: string): string {
    return this.#dictionary.readingsOf(character)[0] ?? UNKNOWN_READING;
  }
}

function codePoint(stream: Stream, at: number): [number] {
  const unit = stream.units[at] as number;
  const next = stream.units[at + 1] ?? 0;
  const pair = unit >> 10 === 0x36 && next >> 10 === 0x37;
  return [pair ? 0x10000 + ((unit & 0x3ff) << 10) + (next & 0x3ff) : unit];
}

function capital(syllable: string): string {
  return syllable.charAt(0).toUpperCase() + syllable.slice(1);
}
