import type { Engine } from './engine';
import type { Entry } from './entry';
import { inOrder } from './entry-order';
import type { GlossScript } from './gloss';
import { isHan } from './han';
import type { Word } from './lattice';
import { matchQuantities } from './quantity-match';
import { detectScript } from './script';
import { hanLength } from './segmentation';
import type { Span } from './span';
import { formOf, type Stream, streamOf } from './stream';
import type { TermMatch } from './term-base';

/** Which script a text is written in, by the characters that tell. */
export type Script = 'hans' | 'hant' | 'mixed';

/** A stretch of text that has entries: indexes into `Analysis.entries`, best first. */
export interface Match extends Span {
  /** One syllable per Han character in this context, apart by spaces; empty where there is none. */
  reading: string;
  entries: number[];
}

/** One block of text, taken apart. Offsets are UTF-16 offsets into the block as given. */
export interface BlockAnalysis {
  /** A partition of the block: every character lies in exactly one word, punctuation and breaks too. */
  words: Match[];
  /** Set phrases, nested and overlapping ones too, by `from`, longer first. */
  terms: Match[];
  /** The reader's own phrases that stand in no built-in base; never marked in the page. */
  own: Match[];
  /** Numbers, quantities and dates, none inside of another; `reading` says them aloud, digits too. */
  quantities: Match[];
  /** Other dictionary words of two or more characters, those that the segmentation did not choose. */
  parts: Match[];
}

/** All that the hover card needs, so that hovering sends no message. */
export interface Analysis {
  script: Script;
  blocks: BlockAnalysis[];
  entries: Entry[];
  /** Entries of every Han character in the blocks, in the order of common use; `hitsAt` knows the context. */
  characters: Record<string, number[]>;
}

/**
 * Takes blocks of text apart: words with their readings, set phrases, the reader's own phrases, and the entries of
 * all of them. The one door to the language engine.
 *
 * @param blocks source texts; offsets in the result are UTF-16 offsets into them
 */
export function analyze(blocks: readonly string[], engine: Engine): Analysis {
  const script = detectScript(blocks.join('\n'));
  const collected = new EntryCollection(engine, script === 'hant' ? 'hant' : 'hans');
  return {
    script,
    blocks: blocks.map((block) => analyzeBlock(block, engine, collected)),
    entries: collected.entries,
    characters: collected.characters,
  };
}

function analyzeBlock(block: string, engine: Engine, collected: EntryCollection): BlockAnalysis {
  const stream = streamOf(block, engine.dictionary.fold);
  const words = engine.segmenter.cut(stream);
  const found = engine.terms.match(stream, words);
  const readings = readingsByUnit(stream, words, found, engine);
  const match = (start: number, end: number): Match => ({
    from: stream.at[start] as number,
    // Invisible characters or a break after the last character are no part of it.
    to: (stream.at[end - 1] as number) + 1,
    reading: joined(readings, start, end),
    entries: [],
  });
  const wordMatch = ({ start, end, rank }: Word): Match => {
    const found = match(start, end);
    if (rank >= 0) found.entries = collected.ofWord(formOf(stream, start, end), rank, found.reading);
    return found;
  };
  collected.addCharacters(block);
  return {
    words: partition(block, words.map(wordMatch)),
    terms: found.map(({ start, end, rank, terms }) => {
      const term = match(start, end);
      term.entries = collected.ofTerm(formOf(stream, start, end), rank, terms, term.reading);
      return term;
    }),
    own: engine.own.match(stream).map(({ start, end, entries }) => {
      const own = match(start, end);
      own.entries = collected.ofOwn(entries);
      return own;
    }),
    quantities: matchQuantities(stream, words, readings, engine.dictionary).map(({ start, end, entry }) => ({
      ...match(start, end),
      reading: entry.reading,
      entries: collected.ofQuantity(entry),
    })),
    parts: partsOf(stream, words, engine).map(wordMatch),
  };
}

function joined(readings: readonly string[], start: number, end: number): string {
  let reading = '';
  for (let at = start; at < end; at++) {
    const syllable = readings[at];
    if (syllable) reading += reading === '' ? syllable : ` ${syllable}`;
  }
  return reading;
}

/** The reading of each unit of a stream in its context: words give theirs, set phrases overrule them, longer ones last. */
function readingsByUnit(
  stream: Stream,
  words: readonly Word[],
  found: readonly TermMatch[],
  engine: Engine,
): string[] {
  const readings = new Array<string>(stream.units.length).fill('');
  const put = (start: number, end: number, syllables: string[]) => {
    let next = 0;
    for (let at = start; at < end; at++)
      if (hanLength(stream.units, at) > 0) {
        const syllable = syllables[next++];
        // The bases write no capitals; those of names stay.
        if (syllable && readings[at]?.toLowerCase() !== syllable) readings[at] = syllable;
      }
  };
  engine.reader.read(stream, words).forEach((reading, at) => {
    const { start, end } = words[at] as Word;
    put(start, end, reading.split(' '));
  });
  for (const { start, end, terms } of [...found].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const syllables = engine.terms.readingOf(stream, start, end, terms);
    if (syllables) put(start, end, syllables);
  }
  return readings;
}

/** Words, and what lies between them, so that every character of the block is in exactly one. */
function partition(block: string, words: readonly Match[]): Match[] {
  const all: Match[] = [];
  let at = 0;
  for (const word of words) {
    if (word.from > at) all.push({ from: at, to: word.from, reading: '', entries: [] });
    all.push(word);
    at = word.to;
  }
  if (at < block.length) all.push({ from: at, to: block.length, reading: '', entries: [] });
  return all;
}

/** Words of the dictionary of two and more characters that the segmentation did not choose. */
function partsOf(stream: Stream, words: readonly Word[], { dictionary }: Engine): Word[] {
  const { units } = stream;
  const chosen = new Uint32Array(units.length);
  for (const { start, end } of words) chosen[start] = end;
  const parts: Word[] = [];
  for (let start = 0; start < units.length; start++) {
    if (hanLength(units, start) === 0) continue;
    for (let node = 0, at = start; at < units.length; ) {
      node = dictionary.trie.step(node, units[at] as number);
      if (node === 0) break;
      at++;
      const rank = dictionary.trie.value(node);
      if (at - start < 2 || rank < 0 || !dictionary.isDefined(rank) || chosen[start] === at) continue;
      parts.push({ start, end: at, rank, kind: 'word' });
    }
  }
  return parts;
}

/** Entries of an analysis, each once. */
class EntryCollection {
  readonly entries: Entry[] = [];
  readonly characters: Record<string, number[]> = {};
  readonly #engine: Engine;
  readonly #script: GlossScript;
  readonly #indexes = new Map<number | string | Entry, number>();
  readonly #seen = new Set<string>();
  /** Of words met before: by form and reading, by form alone where the reading does not matter. */
  readonly #words = new Map<string, number[]>();

  /** @param script of the words that glosses name */
  constructor(engine: Engine, script: GlossScript) {
    this.#engine = engine;
    this.#script = script;
  }

  /** Entries of a word, those that fit its reading in this context first. */
  ofWord(form: string, rank: number, reading: string): number[] {
    const key = `${form} ${reading}`;
    const known = this.#words.get(form) ?? this.#words.get(key);
    if (known) return known;
    const { dictionary } = this.#engine;
    const indexes = dictionary.entriesOf(rank, form).map((id) => this.#index(id));
    const isSingle = indexes.length < 2;
    const found = isSingle ? indexes : this.#ordered(indexes, rank, reading);
    this.#words.set(isSingle ? form : key, found);
    return found;
  }

  #ordered(indexes: readonly number[], rank: number, reading: string): number[] {
    const { dictionary } = this.#engine;
    const places = new Map(indexes.map((index) => [this.entries[index] as Entry, index]));
    const usual = dictionary.usualVariant(dictionary.trie.key(rank));
    return inOrder([...places.keys()], { reading, usual }).map((entry) => places.get(entry) as number);
  }

  /** Entries of a set phrase, then those of the dictionary for its form in other readings. */
  ofTerm(form: string, rank: number, terms: readonly number[], reading: string): number[] {
    if (rank < 0) return terms.map((id) => this.#coined(id, form, reading));
    const own = terms.map((id) => this.#index(id));
    const held = new Set(own.map((index) => (this.entries[index] as Entry).reading.toLowerCase()));
    const others = this.ofWord(form, rank, reading).filter(
      (index) => !held.has((this.entries[index] as Entry).reading.toLowerCase()),
    );
    return [...own, ...others];
  }

  /** The entry of a pattern's record under the form met. */
  #coined(id: number, form: string, reading: string): number {
    const { dictionary } = this.#engine;
    const headword = dictionary.fold.text(form);
    const key = `${id} ${headword} ${reading}`;
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.entries.length);
    const variant = form === headword ? dictionary.usualVariant(headword) : form;
    return this.entries.push({ headword, variant, reading, senses: [], term: dictionary.term(id) }) - 1;
  }

  ofOwn(entries: readonly Entry[]): number[] {
    return entries.map((entry) => {
      const known = this.#indexes.get(entry);
      if (known !== undefined) return known;
      this.#indexes.set(entry, this.entries.length);
      return this.entries.push(entry) - 1;
    });
  }

  ofQuantity(entry: Entry): number[] {
    // One that is met again says the same.
    const key = `${entry.headword} ${entry.variant} ${entry.reading} ${entry.senses[0]}`;
    const known = this.#indexes.get(key);
    if (known !== undefined) return [known];
    this.#indexes.set(key, this.entries.length);
    return [this.entries.push(entry) - 1];
  }

  addCharacters(block: string): void {
    const { dictionary } = this.#engine;
    for (const character of block) {
      if (this.#seen.has(character)) continue;
      this.#seen.add(character);
      const rank = isHan(character) ? dictionary.trie.get(dictionary.fold.text(character)) : -1;
      if (rank < 0) continue;
      const indexes = this.ofWord(character, rank, '');
      if (indexes.length > 0) this.characters[character] = indexes;
    }
  }

  #index(id: number): number {
    const known = this.#indexes.get(id);
    if (known !== undefined) return known;
    this.#indexes.set(id, this.entries.length);
    return this.entries.push(this.#engine.dictionary.entry(id, this.#script)) - 1;
  }
}
