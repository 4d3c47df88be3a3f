import { mkdir, writeFile } from 'node:fs/promises';
import { bytesOf, encodeSections } from '../lang/sections';
import {
  CONVERSIONS,
  type ConversionName,
  FIRST,
  LAST,
  PAIR_BITS,
  pairHash,
  type Section,
  type SourceScript,
  UNKNOWN_COST,
} from '../lang/variant-table';
import { encodeWordTrie } from '../lang/word-trie';
import {
  dictionaryHeadwords,
  OPENCC,
  OPENCC_VOCABULARY,
  openccPairs,
  readOverrides,
  wordFrequencies,
} from './variant-sources';

/** A word of one source script: how often it occurs, and what each conversion makes of it. */
interface Word {
  frequency: number;
  forms: Partial<Record<ConversionName, string>>;
}

/** jieba's counts are out of this many words. */
const TOTAL = 60_101_964;
/** Makes the cost of the rarest word, ln(total), fill the 8 bits that a cost has. */
const COST_SCALE = UNKNOWN_COST / Math.log(TOTAL);
/** Words rarer than this change nothing measurable; those with a deciding character are kept down to the second. */
const COMMON = 100;
const COMMON_DECIDING = 20;
/** How often words that only OpenCC or the dictionary has are taken to occur. */
const GUARD_FLOOR = 50;
/** A phrase that changes a character is there because it matters: it weighs more than its count. */
const PHRASE_WEIGHT = 5;
const PHRASE_FLOOR = 200;
const OVERRIDE_FLOOR = 3000;

const isHan = (text: string) => /^\p{Script=Han}+$/u.test(text);

/** The file of script conversion. */
export function variantTable(): Uint8Array {
  const sections = {} as Record<Section, Uint8Array>;
  const forms: string[] = [];
  const [hans, hant] = [characterTables('hans'), characterTables('hant')];
  const simplified = simplifiedWords(hans);
  const traditional = traditionalWords(hant, simplified);
  addScript('hans', hans, simplified, sections, forms);
  addScript('hant', hant, traditional, sections, forms);
  const text = forms.join('\n');
  sections.forms = bytesOf(Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
  return encodeSections(sections);
}

/** Writes public/dict/variant.bin. */
export async function buildVariant(): Promise<void> {
  const folder = new URL('../../public/dict/', import.meta.url);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('variant.bin', folder), variantTable());
}

type Characters = Record<string, Map<string, string>>;

/** What each conversion makes of every single character that it changes. */
export function characterTables(script: SourceScript): Characters {
  const all = new Set<string>();
  for (const config of ['s2t', 't2s', 't2tw', 't2hk', 'tw2t', 'hk2t'])
    for (const pair of openccPairs(config, 0))
      for (const text of pair) for (const character of text) all.add(character);
  for (let unit = 0xf900; unit <= 0xfaff; unit++) all.add(String.fromCharCode(unit));
  for (let point = 0x2f800; point <= 0x2fa1f; point++) all.add(String.fromCodePoint(point));
  const tables: Characters = {};
  for (const name of CONVERSIONS[script]) {
    const table = new Map<string, string>();
    for (const character of all) {
      const form = OPENCC[name](character);
      if (form !== character) table.set(character, form);
    }
    for (const override of readOverrides())
      if (override.table && override.script === script) {
        const form = regional(override.form, name);
        if (form !== null) table.set(override.word, form);
      }
    tables[name] = table;
  }
  return tables;
}

/** A form that an override gives, in the forms of a conversion; `null` where the override is not about it. */
function regional(form: string, name: ConversionName): string | null {
  if (name === 'cn-tw') return OPENCC['t-tw'](form);
  if (name === 'cn-hk') return OPENCC['t-hk'](form);
  return name === 'cn-t' || name.endsWith('-cn') ? form : null;
}

const byCharacter = (text: string, table: Map<string, string> | undefined) =>
  Array.from(text, (character) => table?.get(character) ?? character).join('');

export function simplifiedWords(characters: Characters): Map<string, Word> {
  const words = new Map<string, Word>();
  const frequencies = wordFrequencies();
  const own = (word: string) => frequencies.get(word) ?? 0;
  const add = (word: string, frequency: number, standard: string) =>
    words.set(word, {
      frequency,
      forms: { 'cn-t': standard, 'cn-tw': OPENCC['t-tw'](standard), 'cn-hk': OPENCC['t-hk'](standard) },
    });

  const phrases = openccPairs('s2t', 0).filter(([source]) => [...source].length > 1 && isHan(source));
  const deciding = new Set<string>();
  for (const [source, form] of phrases) {
    const plain = [...byCharacter(source, characters['cn-t'])];
    const changed = [...source].filter((_, index) => [...form][index] !== plain[index]);
    for (const character of changed) deciding.add(character);
    const frequency = changed.length
      ? Math.max(own(source) * PHRASE_WEIGHT, PHRASE_FLOOR)
      : Math.max(own(source), GUARD_FLOOR);
    add(source, frequency, form);
  }
  const decides = (word: string) => [...word].some((character) => deciding.has(character));

  // Single characters weigh what they occur; words of several are converted by the path through their parts.
  const parts: [string, number][] = [];
  for (const [word, frequency] of frequencies) {
    if (!isHan(word) || words.has(word)) continue;
    if ([...word].length === 1) add(word, frequency, byCharacter(word, characters['cn-t']));
    else if (frequency >= COMMON || (frequency >= COMMON_DECIDING && decides(word)))
      parts.push([word, frequency]);
  }
  for (const { script, table, word, form, frequency } of readOverrides())
    if (script === 'hans' && !table)
      add(word, frequency ?? Math.max(own(word) * PHRASE_WEIGHT, OVERRIDE_FLOOR), form);
  for (const { hans } of dictionaryHeadwords())
    if (hans.length > 1 && isHan(hans) && decides(hans)) parts.push([hans, GUARD_FLOOR]);
  parts.sort(([a], [b]) => a.length - b.length);
  for (const [word, frequency] of parts)
    if (!words.has(word)) add(word, frequency, fromParts(word, words, characters['cn-t']));
  return words;
}

/** Measure words that stand alone after a numeral, in words such as 数十里 and 第三只. */
const UNITS: Record<string, string> = { 里: '里', 只: '隻', 周: '週' };
const NUMERAL = /[一二三四五六七八九十百千万亿几数两多余]/;

/** The standard form of a word by the cheapest path through shorter words. */
export function fromParts(
  word: string,
  words: Map<string, Word>,
  characters: Map<string, string> | undefined,
): string {
  const best: { cost: number; form: string }[] = [{ cost: 0, form: '' }];
  for (let from = 0; from < word.length; from++) {
    const before = best[from];
    if (!before) continue;
    for (let to = from + 1; to <= word.length; to++) {
      const part = word.slice(from, to);
      const known = words.get(part);
      if (!known && to > from + 1) continue;
      const cost = before.cost + (known ? costOf(known.frequency) : UNKNOWN_COST);
      if (cost >= (best[to]?.cost ?? Number.POSITIVE_INFINITY)) continue;
      const unit = from > 0 && NUMERAL.test(word[from - 1] as string) ? UNITS[part] : undefined;
      best[to] = {
        cost,
        form: before.form + (unit ?? known?.forms['cn-t'] ?? byCharacter(part, characters)),
      };
    }
  }
  return best[word.length]?.form ?? word;
}

const costOf = (frequency: number) =>
  Math.min(UNKNOWN_COST, Math.max(1, Math.round(COST_SCALE * Math.log(TOTAL / Math.max(frequency, 1)))));

function traditionalWords(characters: Characters, simplified: Map<string, Word>): Map<string, Word> {
  const words = new Map<string, Word>();
  const add = (word: string, frequency: number, hans?: string) => {
    const forms: Word['forms'] = {};
    for (const name of CONVERSIONS.hant)
      forms[name] = hans !== undefined && name.endsWith('-cn') ? hans : OPENCC[name](word);
    words.set(word, { frequency, forms });
  };
  const deciding = new Set<string>();
  for (const config of ['t2s', 't2tw', 't2hk', 'tw2t', 'hk2t'])
    for (const [source] of openccPairs(config, 0)) {
      if ([...source].length === 1 || !isHan(source)) continue;
      const hans = OPENCC['tw-cn'](source);
      add(source, Math.max(simplified.get(hans)?.frequency ?? 0, PHRASE_FLOOR));
      const plain = [...byCharacter(source, characters['tw-cn'])];
      for (const [index, character] of [...source].entries())
        if (plain[index] !== [...hans][index]) deciding.add(character);
    }
  for (const { hant, hans } of dictionaryHeadwords()) {
    if (hant.length === 1 || hant.length !== hans.length || !isHan(hant)) continue;
    if (!words.has(hant) && [...hant].some((character) => deciding.has(character)))
      add(hant, Math.max(simplified.get(hans)?.frequency ?? 0, GUARD_FLOOR), hans);
  }
  // The words of the other direction, turned round, hold the place of what stands beside them.
  for (const [hans, { frequency, forms }] of simplified) {
    if (frequency < COMMON_DECIDING) continue;
    for (const hant of new Set(Object.values(forms)))
      if (hant.length === hans.length && !words.has(hant))
        if (hans.length === 1 || [...hant].some((character) => deciding.has(character)))
          add(hant, frequency, hans.length === 1 ? undefined : hans);
  }
  for (const { script, table, word, form, frequency } of readOverrides())
    if (script === 'hant' && !table) add(word, frequency ?? OVERRIDE_FLOOR, form);
  return words;
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
    for (let at = 0; at < source.length; at++) odd.add(source.charCodeAt(at));
  };

  for (const name of names) {
    const pairs: number[] = [];
    for (const [character, form] of characters[name] ?? []) {
      if (form.length !== character.length) addForm(name, character, form);
      else if (inTable(character)) pairs.push(character.charCodeAt(0), form.charCodeAt(0));
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
      const vocabulary = OPENCC_VOCABULARY[name]?.(word);
      if (vocabulary !== undefined && vocabulary !== OPENCC[name](word))
        forms.push(`${name}+\t${word}\t${vocabulary}`);
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
    const cost = Math.min(
      UNKNOWN_COST,
      Math.max(1, Math.round(COST_SCALE * Math.log(TOTAL / Math.max(frequency, 1)))),
    );
    entries.push([word, cost | (index << 8)]);
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
  const bits = new Uint8Array(2 ** PAIR_BITS / 8);
  for (const word of words)
    for (let at = 1; at < word.length; at++) {
      const hash = pairHash(word.charCodeAt(at - 1), word.charCodeAt(at));
      bits[hash >> 3] = (bits[hash >> 3] as number) | (1 << (hash & 7));
    }
  return bits;
}
