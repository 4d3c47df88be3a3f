import { CONTEXT_UNITS, formInContext } from '../lang/variant-context';
import { CONVERSIONS, type ConversionName, type SourceScript, UNKNOWN_COST } from '../lang/variant-table';
import {
  dictionaryHeadwords,
  OPENCC,
  openccPairs,
  properNames,
  rareSimplifiedForms,
  readOverrides,
  wordFrequencies,
} from './variant-sources';

/** A word of one source script: how often it occurs, and what each conversion makes of it. */
export interface Word {
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
/** Words rarer than this may be left out where their parts are converted alike. */
const RARE = 20;
/** Traditional words without a deciding character are kept from here, where they begin or end inside another. */
const COMMON_BESIDE = 200;
/** How often words that only OpenCC or the dictionary has are taken to occur. */
export const GUARD_FLOOR = 50;
/** A phrase that changes a character is there because it matters: it weighs more than its count. */
const PHRASE_WEIGHT = 5;
const PHRASE_FLOOR = 200;
const OVERRIDE_FLOOR = 3000;

const isHan = (text: string) => /^\p{Script=Han}+$/u.test(text);

/** By conversion, what single characters become. */
export type Characters = Record<string, Map<string, string>>;

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
    // Those of another length only: they are held apart, so that no page shows them.
    if (name.endsWith('-cn'))
      for (const [character, form] of rareSimplifiedForms())
        if (form.length !== character.length && !table.has(character)) table.set(character, form);
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

/** A text converted character by character. */
export const byCharacter = (text: string, table: Map<string, string> | undefined) =>
  Array.from(text, (character) => table?.get(character) ?? character).join('');

/** The words of simplified text. */
export function simplifiedWords(characters: Characters): Map<string, Word> {
  const words = new Map<string, Word>();
  const frequencies = wordFrequencies();
  const own = (word: string) => frequencies.get(word) ?? 0;
  const add = (word: string, frequency: number, standard: string) =>
    words.set(word, {
      frequency,
      forms: { 'cn-t': standard, 'cn-tw': OPENCC['t-tw'](standard), 'cn-hk': OPENCC['t-hk'](standard) },
    });

  const phrases = openccPairs('s2t', 0).filter(([source]) => [...source].length > 1);
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
  // Names that a region writes in its own way; OpenCC applies them to the converted text.
  for (const config of ['t2tw', 't2hk'])
    for (const [standard] of openccPairs(config, 0)) {
      if ([...standard].length === 1 || !isHan(standard)) continue;
      for (const word of [OPENCC['t-cn'](standard), standard])
        if (!words.has(word)) add(word, PHRASE_FLOOR, OPENCC['cn-t'](word));
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
  const overrides = readOverrides().filter(({ script, table }) => script === 'hans' && !table);
  for (const { word, form, frequency } of overrides)
    add(word, frequency ?? Math.max(own(word) * PHRASE_WEIGHT, OVERRIDE_FLOOR), form);
  for (const { hans } of dictionaryHeadwords())
    if (hans.length > 1 && isHan(hans) && decides(hans)) parts.push([hans, GUARD_FLOOR]);
  const names = properNames();
  parts.sort(([a], [b]) => a.length - b.length);
  for (const [word, frequency] of parts)
    if (!words.has(word)) add(word, frequency, fromParts(word, words, characters, names.has(word)));
  const weighed = new Set(
    overrides.filter(({ frequency }) => frequency !== undefined).map(({ word }) => word),
  );
  leaveOutRedundant(words, (word) => own(word) >= RARE || weighed.has(word), characters);
  return words;
}

/**
 * Leaves out rare words of three or more characters that their parts convert alike: nearly a third of all. On
 * 16 million characters of news ten came out otherwise.
 */
function leaveOutRedundant(
  words: Map<string, Word>,
  keep: (word: string) => boolean,
  characters: Characters,
): void {
  for (const [word, { forms }] of [...words].sort(([a], [b]) => b.length - a.length)) {
    if ([...word].length < 3 || keep(word)) continue;
    const parts = partsOf(word, words);
    // What a rule may decide otherwise must not be left to it.
    if (parts.some((part) => part.length === 1 && CONTEXT_UNITS.has(part.charCodeAt(0)))) continue;
    const alike = CONVERSIONS.hans.every(
      (name) =>
        forms[name] ===
        parts.map((part) => words.get(part)?.forms[name] ?? byCharacter(part, characters[name])).join(''),
    );
    if (alike) words.delete(word);
  }
}

/** What rules decide inside a word too: 数十里, 第三只, names such as 里夫兰. */
const BY_RULE = new Set('里只周干');

/** The standard form of a word by its parts. */
function fromParts(word: string, words: Map<string, Word>, characters: Characters, isName: boolean): string {
  let at = 0;
  return partsOf(word, words)
    .map((part) => {
      const from = at;
      at += part.length;
      if (part.length > 1) return words.get(part)?.forms['cn-t'] ?? part;
      // 弗里敦, 塔里木; but 库里 is a name only by chance.
      if (part === '里' && isName && word.length > 2) return part;
      // What a character is by itself (范, a surname) is not what it is in a word (规范).
      return (BY_RULE.has(part) ? formInContext(word, from) : null) ?? byCharacter(part, characters['cn-t']);
    })
    .join('');
}

/** The cheapest path through words shorter than this one. */
function partsOf(word: string, words: Map<string, Word>): string[] {
  const best: { cost: number; parts: string[] }[] = [{ cost: 0, parts: [] }];
  for (let from = 0; from < word.length; from++) {
    const before = best[from];
    if (!before) continue;
    for (let to = from + 1; to <= word.length; to++) {
      const part = word.slice(from, to);
      const known = part === word ? undefined : words.get(part);
      if (!known && to > from + 1) continue;
      const cost = before.cost + (known ? costOf(known.frequency) : UNKNOWN_COST);
      if (cost < (best[to]?.cost ?? Number.POSITIVE_INFINITY))
        best[to] = { cost, parts: [...before.parts, part] };
    }
  }
  return best[word.length]?.parts ?? [...word];
}

/** What a word costs on the path. */
export const costOf = (frequency: number) =>
  Math.min(UNKNOWN_COST, Math.max(1, Math.round(COST_SCALE * Math.log(TOTAL / Math.max(frequency, 1)))));

/** The words of traditional text. */
export function traditionalWords(characters: Characters, simplified: Map<string, Word>): Map<string, Word> {
  const words = new Map<string, Word>();
  const add = (word: string, frequency: number, hans?: string) => {
    const forms: Word['forms'] = {};
    for (const name of CONVERSIONS.hant) {
      const plain = OPENCC[name](word);
      forms[name] = hans?.length === plain.length && name.endsWith('-cn') ? hans : plain;
    }
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
  for (const { script, table, word, form, frequency } of readOverrides())
    if (script === 'hant' && !table) add(word, frequency ?? OVERRIDE_FLOOR, form);
  // The words of the other direction, turned round: those that decide, and those that begin or end inside a
  // word that does (看著|名單 against 看|著名|單).
  const [beginnings, endings] = [new Set<string>(), new Set<string>()];
  for (const [word, { forms }] of words) {
    if (forms['tw-cn'] === byCharacter(word, characters['tw-cn'])) continue;
    for (let at = 1; at < word.length; at++) {
      beginnings.add(word.slice(0, at));
      endings.add(word.slice(at));
    }
  }
  const competes = (word: string) =>
    Array.from(word).some(
      (_, at) => at > 0 && (endings.has(word.slice(0, at)) || beginnings.has(word.slice(at))),
    );
  for (const [hans, { frequency, forms }] of simplified) {
    if (frequency < COMMON_DECIDING) continue;
    for (const hant of new Set(Object.values(forms))) {
      if (hant.length !== hans.length || words.has(hant)) continue;
      const decides = [...hant].some((character) => deciding.has(character));
      if (hans.length === 1 || decides || (frequency >= COMMON_BESIDE && competes(hant)))
        add(hant, frequency, decides && hans.length > 1 ? hans : undefined);
    }
  }
  return words;
}
