import { mkdir, writeFile } from 'node:fs/promises';
import { bytesOf, encodeSections } from '../lang/sections';
import {
  CONVERSIONS,
  type ConversionName,
  FIRST,
  LAST,
  pairHash,
  type Section,
  type SourceScript,
} from '../lang/variant-table';
import { encodeWordTrie } from '../lang/word-trie';
import { OPENCC } from './variant-sources';
import { vocabularyForms } from './variant-vocabulary';
import {
  type Characters,
  characterTables,
  costOf,
  GUARD_FLOOR,
  simplifiedWords,
  traditionalWords,
  type Word,
} from './variant-words';

/** The file of script conversion. */
export function variantTable(): Uint8Array {
  const sections = {} as Record<Section, Uint8Array>;
  const forms: string[] = [];
  const [hans, hant] = [characterTables('hans'), characterTables('hant')];
  const simplified = simplifiedWords(hans);
  const traditional = traditionalWords(hant, simplified);
  addScript('hans', hans, simplified, sections, forms);
  addScript('hant', hant, traditional, sections, forms);
  sections.forms = bytesOfText(mergeLists(forms));
  sections.vocabulary = bytesOfText(vocabularyForms(simplified, traditional));
  return encodeSections(sections);
}

/** Lines of list, source and form with equal ends as one, the lists apart by commas. */
function mergeLists(lines: string[]): string[] {
  const lists = new Map<string, string[]>();
  for (const line of lines) {
    const [list = '', ...rest] = line.split('\t');
    const key = rest.join('\t');
    lists.set(key, [...(lists.get(key) ?? []), list]);
  }
  return [...lists].map(([key, names]) => `${names.join(',')}\t${key}`);
}

function bytesOfText(lines: string[]): Uint8Array {
  const text = lines.join('\n');
  return bytesOf(Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
}

/** Writes public/dict/variant.bin. */
export async function buildVariant(): Promise<void> {
  const folder = new URL('../../public/dict/', import.meta.url);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('variant.bin', folder), variantTable());
}

const inTable = (character: string) =>
  character.length === 1 && character.charCodeAt(0) >= FIRST && character.charCodeAt(0) <= LAST;

/** Lays out the tables of one source script. */
function addScript(
  script: SourceScript,
  characters: Characters,
  words: Map<string, Word>,
  sections: Record<Section, Uint8Array>,
  forms: string[],
): void {
  const names: readonly ConversionName[] = CONVERSIONS[script];
  const odd = new Set<number>();
  const addForm = (name: string, source: string, form: string) => {
    forms.push(`${name}\t${source}\t${form}`);
    // One unit is enough to look the word up: where the form goes its own way.
    let at = 0;
    while (source[at] === form[at] || characters[name]?.get(source[at] ?? '') === form[at]) at++;
    odd.add(source.charCodeAt(Math.min(at, source.length - 1)));
  };

  for (const name of names) {
    const pairs: number[] = [];
    for (const [character, form] of characters[name] ?? []) {
      if (form.length !== character.length) addForm(name, character, form);
      if (inTable(character) && form.length === 1) pairs.push(character.charCodeAt(0), form.charCodeAt(0));
      // Two units, or an ideograph outside the table, are looked up as words, also where the length differs.
      else if (!words.has(character))
        words.set(character, {
          frequency: GUARD_FLOOR,
          forms: Object.fromEntries(names.map((other) => [other, OPENCC[other](character)])),
        });
    }
    sections[name] = bytesOf(Uint16Array.from(pairs));
  }

  const deciding = new Set<number>();
  const lists = new Map<string, number>();
  const ends = [0];
  const changes: number[] = [];
  const entries: [string, number][] = [];
  for (const [word, { frequency, forms: made }] of words) {
    const masks = new Map<number, number>();
    names.forEach((name, bit) => {
      const form = made[name] ?? word;
      if (form.length !== word.length) {
        if ([...word].length > 1) addForm(name, word, form);
        return;
      }
      for (let at = 0; at < word.length; at++) {
        const unit = word[at] as string;
        const alone = inTable(unit) ? (characters[name]?.get(unit) ?? unit) : unit;
        if (form[at] === (alone.length === 1 ? alone : unit)) continue;
        deciding.add(word.charCodeAt(at));
        const change = (at << 16) | form.charCodeAt(at);
        masks.set(change, (masks.get(change) ?? 0) | (1 << bit));
      }
    });
    const list = [...masks].map(([change, mask]) => ((mask << 21) | change) >>> 0);
    const key = list.join();
    let index = lists.get(key);
    if (index === undefined) {
      index = list.length === 0 ? 0 : ends.length;
      lists.set(key, index);
      if (index > 0) {
        changes.push(...list);
        ends.push(changes.length);
      }
    }
    entries.push([word, costOf(frequency) | (index << 8)]);
  }
  sections[`${script}.trie`] = encodeWordTrie(entries);
  sections[`${script}.ends`] = bytesOf(Uint32Array.from(ends));
  sections[`${script}.changes`] = bytesOf(Uint32Array.from(changes));
  sections[`${script}.deciding`] = bytesOf(Uint16Array.from(deciding));
  sections[`${script}.odd`] = bytesOf(Uint16Array.from(odd));
  sections[`${script}.pairs`] = pairBits(words.keys());
}

/** One bit for each hash of two units side by side in a word. */
function pairBits(words: Iterable<string>): Uint8Array {
  const list = [...words];
  const count = list.reduce((sum, word) => sum + word.length - 1, 0);
  // Five bits for each pair or more: one foreign pair in six, at most, is taken for one.
  const log = Math.max(10, Math.ceil(Math.log2(2.5 * count)));
  const bits = new Uint8Array(2 ** log / 8);
  for (const word of list)
    for (let at = 1; at < word.length; at++) {
      const hash = pairHash(word.charCodeAt(at - 1), word.charCodeAt(at), log);
      bits[hash >> 3] = (bits[hash >> 3] as number) | (1 << (hash & 7));
    }
  return bits;
}
