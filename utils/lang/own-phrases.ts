import type { Dictionary } from './dictionary';
import type { Entry } from './entry';
import type { Stream } from './stream';
import { termKey, termUnit } from './term-key';

/** A phrase that the reader saved. */
export interface OwnPhrase {
  hans: string;
  hant: string;
  /** One syllable per Han character, or `''`. */
  reading: string;
  /** The reader's own gloss, or `''`. */
  gloss: string;
}

/** An own phrase met in a stream; positions are those of the stream. */
export interface OwnMatch {
  start: number;
  end: number;
  entries: Entry[];
}

/** The reader's own phrases, found like the set phrases of the base but kept apart from them. */
export class OwnPhrases {
  readonly #phrases = new Map<string, Entry[]>();
  readonly #lengths: number[];

  /** Phrases that the built-in bases know already are left out. */
  constructor(phrases: readonly OwnPhrase[], dictionary: Dictionary) {
    for (const { hans, hant, reading, gloss } of phrases) {
      const entry: Entry = {
        headword: hans,
        variant: hant,
        reading,
        senses: gloss ? [gloss] : [],
        own: true,
      };
      for (const key of new Set([termKey(hans, dictionary.fold), termKey(hant, dictionary.fold)])) {
        const rank = dictionary.trie.get(key);
        if (key === '' || (rank >= 0 && dictionary.hasEntries(rank))) continue;
        this.#phrases.set(key, [...(this.#phrases.get(key) ?? []), entry]);
      }
    }
    this.#lengths = [...new Set([...this.#phrases.keys()].map((key) => key.length))].sort((a, b) => b - a);
  }

  /** All own phrases of a stream, by start, longer first. */
  match(stream: Stream): OwnMatch[] {
    if (this.#lengths.length === 0) return [];
    let compared = '';
    const places: number[] = [];
    stream.units.forEach((unit, at) => {
      const key = termUnit(unit);
      if (key === 0) return;
      compared += String.fromCharCode(key);
      places.push(at);
    });
    const matches: OwnMatch[] = [];
    for (let start = 0; start < compared.length; start++)
      for (const length of this.#lengths) {
        const entries = this.#phrases.get(compared.slice(start, start + length));
        if (entries && start + length <= compared.length)
          matches.push({
            start: places[start] as number,
            end: (places[start + length - 1] as number) + 1,
            entries,
          });
      }
    return matches;
  }
}
