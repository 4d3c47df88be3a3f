import { BANDS, frequencyByte, LINES_PER_BLOCK, NO_CHOICE, TERM_BIT } from '../lang/dictionary-format';
import { Fold } from '../lang/fold';
import { isHan } from '../lang/han';
import { bytesOf, checksum, encodeSections } from '../lang/sections';
import type { Term } from '../lang/term';
import type { TermRules } from '../lang/term-heads';
import { formsOf, termKey } from '../lang/term-key';
import { compareKeys, encodeTrie } from '../lang/trie';

/** What the dictionary is made from; see `dictionary-format.ts` for what becomes of it. */
export interface DictionarySource {
  /** A character and its folded form. */
  fold: [form: string, folded: string][];
  /** A simplified character and its usual traditional form. */
  hant: [hans: string, hant: string][];
  /** In the order in which the entries of one headword are shown. */
  entries: DictionaryEntry[];
  /** Counts and parts of speech by folded word; a word without entries is for segmentation only. */
  words: Map<string, { count: number; tag: string }>;
  /** Readings of single characters, the commonest first; those that entries add come after. */
  readings: Map<string, string[]>;
  terms: Term[];
  /** Count that a set phrase passes for where no corpus counts it as a word; 0: not a word. */
  termCount: (form: string) => number;
  /** Sections of other parts of the engine. */
  sections: Record<string, Uint8Array>;
}

/** An entry of CC-CEDICT, made ready for packing. */
export interface DictionaryEntry {
  hans: string;
  hant: string;
  /** Further forms under which it is found. */
  forms?: readonly string[];
  /** One syllable per Han character; `null` where CC-CEDICT's syllables do not go with the characters. */
  syllables: string[] | null;
  /** The reading as written, for entries without `syllables`. */
  reading: string;
  senses: string[];
}

/** Lays out `dictionary.bin` and `entries.bin`. */
export function packDictionary(source: DictionarySource): Record<'dictionary' | 'entries', Uint8Array> {
  const fold = new Fold(
    new Uint16Array(source.fold.flatMap((pair) => pair.map((form) => form.charCodeAt(0)))),
  );
  const keys = new Set<string>(source.words.keys());
  for (const { hans, hant, forms = [] } of source.entries)
    for (const form of [hans, hant, ...forms]) keys.add(fold.text(form));
  for (const term of source.terms) for (const form of formsOf(term)) keys.add(termKey(form, fold));
  const sorted = [...keys].filter(Boolean).sort(compareKeys);
  const rankOf = new Map(sorted.map((key, rank) => [key, rank]));
  const rank = (key: string) => rankOf.get(key) as number;

  const order = new Map(source.entries.map((entry, at) => [entry, at]));
  const entries = [...source.entries].sort(
    (a, b) => rank(fold.text(a.hans)) - rank(fold.text(b.hans)) || (order.get(a) ?? 0) - (order.get(b) ?? 0),
  );
  const count = new Uint8Array(sorted.length);
  const links: [rank: number, target: number][] = [];
  entries.forEach(({ hans, hant, forms = [] }, id) => {
    const main = rank(fold.text(hans));
    count[main] = (count[main] as number) + 1;
    for (const other of new Set([hant, ...forms].map((form) => rank(fold.text(form)))))
      if (other !== main) links.push([other, id]);
  });
  const termWords = new Map<string, number>();
  source.terms.forEach((term, number) => {
    const found = new Set(formsOf(term).map((form) => termKey(form, fold)));
    for (const key of found) if (key) links.push([rank(key), TERM_BIT + number]);
    for (const form of formsOf(term)) {
      const word = fold.text(form);
      if (word === termKey(form, fold)) termWords.set(word, source.termCount(form));
    }
  });
  links.sort((a, b) => a[0] - b[0] || a[1] - b[1]);

  const tags = ['x', ...new Set([...source.words.values()].map(({ tag }) => tag))];
  const defined = new Set(entries.flatMap(({ hans, hant }) => [fold.text(hans), fold.text(hant)]));
  const frequency = Uint8Array.from(sorted, (key) => {
    const counted = source.words.get(key)?.count ?? 0;
    if (counted > 0) return frequencyByte(counted);
    if (defined.has(key)) return frequencyByte(1);
    const passed = termWords.get(key) ?? 0;
    return passed > 0 ? frequencyByte(passed) : 0;
  });
  const tag = Uint8Array.from(sorted, (key) => Math.max(0, tags.indexOf(source.words.get(key)?.tag ?? 'x')));
  const lines = entries.map(({ senses }) => `${senses.join('/')}\n`);
  const odd = oddEntries(entries, source.hant);
  const terms = source.terms.map((term) => `${JSON.stringify(term)}\n`);
  const termBytes = utf8(terms.join(''));
  const dictionary = encodeSections({
    fold: units(source.fold.flat()),
    hant: units(source.hant.flat()),
    trie: encodeTrie(sorted.map((key, at) => [key, at])),
    frequency,
    tag,
    tags: utf8(tags.join(' ')),
    bands: bandBytes(frequency.filter((_, at) => defined.has(sorted[at] as string))),
    count,
    ...readingSections(entries, source.readings, fold),
    links: bytesOf(new Uint32Array(links.flat())),
    odd: bytesOf(Uint32Array.from(odd, ([id]) => id)),
    oddText: utf8(odd.map(([, line]) => line).join('')),
    oddBlocks: offsets(odd.map(([, line]) => line)),
    ...headSections(source.terms),
    ...source.sections,
  });
  const texts = encodeSections({
    text: utf8(lines.join('')),
    textBlocks: offsets(lines),
    terms: termBytes,
    termBlocks: offsets(terms),
    termSum: bytesOf(Uint32Array.of(checksum(termBytes))),
  });
  return { dictionary, entries: texts };
}

/** What of the set phrases is known without their records. */
function headSections(terms: readonly Term[]): Record<string, Uint8Array> {
  const lines = terms.map(
    ({ id, headword, reading, kind, opaque }) =>
      `${[id, headword.hans, reading, kind, ...(opaque === false ? ['1'] : [])].join('\t')}\n`,
  );
  const rules: TermRules = {
    match: terms.flatMap(({ match }, number): TermRules['match'] => (match ? [[number, match]] : [])),
    patterns: terms.flatMap(({ pattern }, number): TermRules['patterns'] =>
      pattern ? [[number, pattern]] : [],
    ),
  };
  const [heads, termRules] = [utf8(lines.join('')), utf8(JSON.stringify(rules))];
  return {
    heads,
    headBlocks: offsets(lines),
    termRules,
    headSums: bytesOf(Uint32Array.of(terms.length, checksum(heads), checksum(termRules))),
  };
}

/** The least frequency of each band, of words that stand in the dictionary. */
function bandBytes(frequencies: Uint8Array): Uint8Array {
  const falling = frequencies.toSorted((a, b) => b - a);
  return Uint8Array.from(BANDS, (size) => falling[Math.min(size, falling.length) - 1] ?? 0);
}

/** Entries whose traditional form or reading has to be written out, each with its line. */
function oddEntries(entries: DictionaryEntry[], usual: [string, string][]): [id: number, line: string][] {
  const table = new Map(usual);
  return entries.flatMap(({ hans, hant, syllables, reading }, id): [number, string][] => {
    const derived = [...hans].map((character) => table.get(character) ?? character).join('');
    if (!syllables) return [[id, `${hant}\t${reading}\n`]];
    return derived === hant ? [] : [[id, `${hant}\n`]];
  });
}

/** The reading of every entry as choices among the readings of its characters. */
function readingSections(
  entries: DictionaryEntry[],
  first: Map<string, string[]>,
  fold: Fold,
): Record<string, Uint8Array> {
  const readings = new Map([...first].map(([character, list]) => [character, [...list]]));
  const choices: number[] = [];
  const lengths: number[] = [];
  entries.forEach(({ hans, syllables }, id) => {
    const key = fold.text(hans);
    if (lengths.length === 0 || lengths.at(-2) !== key.length) lengths.push(key.length, id);
    let place = 0;
    for (let at = 0; at < key.length; at++) {
      const character = key.charAt(at);
      if (!syllables || !isHan(character)) {
        choices.push(NO_CHOICE);
        continue;
      }
      const syllable = syllables[place++] as string;
      const list = readings.get(character) ?? [];
      if (!list.includes(syllable)) list.push(syllable);
      readings.set(character, list);
      choices.push(list.indexOf(syllable));
    }
  });
  const common = [...readings]
    .filter(([character]) => character.length === 1)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const rare = [...readings].filter(([character]) => character.length > 1);
  const syllables = [...new Set(common.flatMap(([, list]) => list))].sort();
  const numbers = new Map(syllables.map((syllable, number) => [syllable, number]));
  return {
    lengths: bytesOf(new Uint32Array(lengths)),
    choices: Uint8Array.from(choices),
    syllables: utf8(syllables.join(' ')),
    readingUnits: units(common.map(([character]) => character)),
    readingCounts: Uint8Array.from(common, ([, list]) => list.length),
    readingSyllables: bytesOf(
      Uint16Array.from(common.flatMap(([, list]) => list.map((syllable) => numbers.get(syllable) as number))),
    ),
    rareReadings: utf8(rare.map(([character, list]) => `${character}${list[0]}`).join(' ')),
  };
}

function units(characters: string[]): Uint8Array {
  return bytesOf(Uint16Array.from(characters, (character) => character.charCodeAt(0)));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Byte offset of the first line of every block. */
function offsets(lines: string[]): Uint8Array {
  const found: number[] = [];
  let at = 0;
  lines.forEach((line, number) => {
    if (number % LINES_PER_BLOCK === 0) found.push(at);
    at += Buffer.byteLength(line);
  });
  return bytesOf(new Uint32Array(found));
}
