import type { Dictionary } from './dictionary';
import { isHan } from './han';
import type { Word } from './lattice';
import { isTitled, type Names } from './names';
import type { ReadingModel } from './reading-model';
import { OVERRIDES } from './reading-overrides';
import { readingByRule } from './reading-rules';
import { isSurnameBeforeTitle } from './reading-surnames';
import { foldedText, formOf, type Stream } from './stream';

/** Words whose readings are kept; a worker's whole life seldom sees so many. */
const MOST_CACHED = 20_000;
/** Score of a reading that the model has never seen a character have. */
const UNSEEN_SCORE = -8;
/** How much likelier, in nats, another reading must be before a surname is not read as one; more beside a title. */
const SURNAME_BONUS = 2;
const TITLED_BONUS = 10;
/** The same for a character of a given name against its commonest reading. */
const GIVEN_BONUS = 3;
/** How far a title and what its bearer does reach after a surname. */
const TITLE_REACH = 8;
/** Reads what nobody can: CC-CEDICT's own sign for an unknown reading. */
const UNKNOWN_READING = 'xx5';

/** Gives every Han character of a text its reading in context. */
export class Reader {
  readonly #dictionary: Dictionary;
  readonly #names: Names;
  readonly #model: ReadingModel | null;
  readonly #cache = new Map<string, readonly string[]>();
  readonly #syllables = new WeakMap<readonly string[], string[][]>();

  constructor(dictionary: Dictionary, names: Names, model: ReadingModel | null) {
    this.#dictionary = dictionary;
    this.#names = names;
    this.#model = model;
  }

  /** One syllable for every Han character of every word, apart by spaces; `''` for a word without one. */
  read(stream: Stream, words: readonly Word[]): string[] {
    return words.map((_, at) => this.#readWord(stream, words, at));
  }

  #readWord(stream: Stream, words: readonly Word[], at: number): string {
    const word = words[at] as Word;
    if (word.kind === 'other') return '';
    if (word.kind === 'foreign') return capital(this.#readParts(stream, words, at));
    if (word.kind === 'name') return this.#readName(stream, words, at);
    const surname = this.#surnameAlone(stream, word);
    if (surname) return surname;
    const candidates = this.#candidates(stream, word);
    if (candidates.length === 0) return this.#readParts(stream, words, at);
    if (candidates.length === 1) return candidates[0] as string;
    return this.#likeliest(stream, words, at, candidates);
  }

  /** The candidate that the model thinks likeliest by the characters in which they differ; the first where it knows none. */
  #likeliest(stream: Stream, words: readonly Word[], at: number, candidates: readonly string[]): string {
    const { start } = words[at] as Word;
    const syllables = this.#syllablesOf(candidates);
    const totals = new Array<number>(candidates.length).fill(0);
    for (let place = 0; place < (syllables[0]?.length ?? 0); place++) {
      const first = syllables[0]?.[place];
      if (syllables.every((others) => others[place] === first)) continue;
      const ruled = readingByRule(foldedText(stream), start + place);
      const scores: [string, number][] = ruled
        ? [[ruled, 0]]
        : this.#scores(stream, words, at, start + place);
      if (scores.length === 0) continue;
      syllables.forEach((own, candidate) => {
        const score = scores.find(([reading]) => reading === own[place])?.[1] ?? UNSEEN_SCORE;
        totals[candidate] = (totals[candidate] as number) + score;
      });
    }
    return candidates[totals.indexOf(Math.max(...totals))] as string;
  }

  /** The syllables of each candidate, without capitals. */
  #syllablesOf(candidates: readonly string[]): readonly string[][] {
    const known = this.#syllables.get(candidates);
    if (known) return known;
    const syllables = candidates.map((candidate) => candidate.toLowerCase().split(' '));
    this.#syllables.set(candidates, syllables);
    return syllables;
  }

  /** The readings that a word may have, the likeliest first; `[]` where it is not in the dictionary. */
  #candidates(stream: Stream, { rank, start, end }: Word): readonly string[] {
    if (rank < 0) return [];
    // By the form met, not the folded one: 發 and 髮 are one in simplified text only.
    const form = formOf(stream, start, end);
    const known = this.#cache.get(form);
    if (known) return known;
    const candidates = OVERRIDES.get(this.#dictionary.trie.key(rank)) ?? this.#dictionaryReadings(rank, form);
    if (this.#cache.size < MOST_CACHED) this.#cache.set(form, candidates);
    return candidates;
  }

  #dictionaryReadings(rank: number, form: string): string[] {
    const readings = new Map<string, string>();
    for (const id of this.#dictionary.entriesOf(rank, form)) {
      const reading = this.#dictionary.syllablesOf(id).join(' ');
      if (reading !== '' && !readings.has(reading.toLowerCase()))
        readings.set(reading.toLowerCase(), reading);
    }
    const found = [...readings.values()];
    if ([...form].length > 1) return found;
    // A single character: by its commonest reading, not by the order of its entries.
    const usual = this.#dictionary.readingsOf(this.#dictionary.fold.text(form))[0];
    return found.sort((a, b) => Number(b.toLowerCase() === usual) - Number(a.toLowerCase() === usual));
  }

  #readName(stream: Stream, words: readonly Word[], at: number): string {
    const { start, end } = words[at] as Word;
    const form = String.fromCharCode(...stream.units.subarray(start, end));
    const read = (place: number) => this.#readGiven(stream, words, at, start + place, form.charAt(place));
    for (const length of [2, 1]) {
      const surname = length < form.length ? this.#names.reading(form.slice(0, length)) : null;
      if (!surname) continue;
      const given = Array.from({ length: form.length - length }, (_, place) => read(length + place));
      const first = length === 1 ? this.#readSurname(stream, words, at, surname) : surname;
      return [first, capital(given[0] ?? ''), ...given.slice(1)].join(' ');
    }
    return Array.from({ length: form.length }, (_, place) => read(place)).join(' ');
  }

  /** A character of a given name: its commonest reading, unless the context says plainly that it is read otherwise. */
  #readGiven(
    stream: Stream,
    words: readonly Word[],
    at: number,
    position: number,
    character: string,
  ): string {
    const usual = this.#usual(character);
    const scores = this.#scores(stream, words, at, position);
    const own = scores.find(([reading]) => reading === usual);
    if (!own) return this.#readCharacter(stream, words, at, position, character);
    const best = scores.reduce((most, score) => (score[1] > most[1] ? score : most));
    return best[1] > own[1] + GIVEN_BONUS ? best[0] : usual;
  }

  /** A surname's own reading, unless the context says plainly that it is read otherwise (so it may be no name). */
  #readSurname(stream: Stream, words: readonly Word[], at: number, surname: string): string {
    const scores = this.#scores(stream, words, at, (words[at] as Word).start);
    const own = scores.find(([reading]) => reading === surname.toLowerCase());
    if (!own) return surname;
    const { start, end } = words[at] as Word;
    const best = scores.reduce((most, score) => (score[1] > most[1] ? score : most));
    const bonus = isTitled(stream.units, start, end) ? TITLED_BONUS : SURNAME_BONUS;
    return best[1] > own[1] + bonus ? capital(best[0]) : surname;
  }

  /** The reading of a surname that stands alone before a title, where it differs from the character's commonest one. */
  #surnameAlone({ units }: Stream, { start, end }: Word): string | null {
    if (end - start > 1 || end >= units.length) return null;
    const character = String.fromCharCode(units[start] as number);
    const reading = this.#names.reading(character);
    if (!reading) return null;
    const before = String.fromCharCode(...units.subarray(Math.max(0, start - 1), start));
    const after = String.fromCharCode(...units.subarray(end, end + TITLE_REACH));
    return isSurnameBeforeTitle(character, before, after) ? reading : null;
  }

  /** A word without a reading of its own, by the longest words of the dictionary inside of it. */
  #readParts(stream: Stream, words: readonly Word[], at: number): string {
    const word = words[at] as Word;
    const { trie } = this.#dictionary;
    const syllables: string[] = [];
    for (let start = word.start; start < word.end; ) {
      let end = start;
      let best: string | undefined;
      for (let node = 0, place = start; place < word.end; ) {
        node = trie.step(node, stream.units[place] as number);
        if (node === 0) break;
        place++;
        const rank = trie.value(node);
        if (rank < 0 || place - start < 2 || (start === word.start && place === word.end)) continue;
        const key = trie.key(rank);
        const reading = (OVERRIDES.get(key) ?? this.#dictionaryReadings(rank, key))[0];
        if (reading) [best, end] = [reading.toLowerCase(), place];
      }
      if (best) {
        syllables.push(best);
        start = end;
        continue;
      }
      const character = String.fromCodePoint(...codePoint(stream, start));
      if (isHan(character)) syllables.push(this.#readCharacter(stream, words, at, start, character));
      start += character.length;
    }
    return syllables.join(' ');
  }

  #readCharacter(
    stream: Stream,
    words: readonly Word[],
    at: number,
    position: number,
    character: string,
  ): string {
    const ruled = readingByRule(foldedText(stream), position);
    if (ruled) return ruled;
    const scores = this.#scores(stream, words, at, position);
    if (scores.length === 0) return this.#usual(character);
    return scores.reduce((best, score) => (score[1] > best[1] ? score : best))[0];
  }

  #scores(stream: Stream, words: readonly Word[], at: number, position: number): [string, number][] {
    return this.#model?.scores(stream, words, at, position) ?? [];
  }

  #usual(character: string): string {
    return OVERRIDES.get(character)?.[0] ?? this.#dictionary.readingsOf(character)[0] ?? UNKNOWN_READING;
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
