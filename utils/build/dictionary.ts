import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import type { Note } from '../lang/entry';
import { inOrder } from '../lang/entry-order';
import { Fold } from '../lang/fold';
import { readGloss } from '../lang/gloss';
import { isHan } from '../lang/han';
import { type CedictEntry, readCedict } from './cedict';
import { DICTIONARY_FILE, ENTRIES_FILE, READINGS_FILE, WEIGHTS_FILE } from './files';
import { readJieba, readNewsWords } from './jieba';
import { measuredSection } from './measured';
import { nameSections } from './names';
import { type DictionaryEntry, packDictionary } from './packed-dictionary';
import { readTerms } from './term-files';
import { foldPairs, otherForms, usualForms } from './traditional-forms';
import { withUsage } from './usage';

/** Words of jieba's list alone are kept from this count on: 41,868 words; rarer ones cost more room than they help. */
const COMMON = 10;
/** Longer set phrases are made of words; a reader points at those. */
const LONGEST_TERM_WORD = 4;
/** Characters that stand before or after a word without becoming part of it: 省侨办 is 省 and 侨办. */
const BEFORE = '省市县区镇乡全副总新各我本';
const AFTER = '讯';

/** Builds `dictionary.bin` and `entries.bin` from CC-CEDICT, jieba's list and the term bases, and puts the reading model beside it. */
export async function buildDictionary(): Promise<void> {
  const cedict = readCedict();
  const jieba = readJieba();
  const pairs = await foldPairs(cedict);
  const fold = new Fold(new Uint16Array(pairs.flatMap((pair) => pair.map((form) => form.charCodeAt(0)))));
  const forms = otherForms(fold, [...cedict.map(({ hans }) => hans), ...jieba.map(({ word }) => word)]);
  const entries = dictionaryEntries(cedict, fold, forms);
  const defined = new Set(entries.flatMap(({ hans, hant }) => [fold.text(hans), fold.text(hant)]));
  const words = new Map<string, { count: number; tag: string }>();
  for (const { word, frequency, tag } of jieba) {
    const key = fold.text(word);
    if (!defined.has(key) && (frequency < COMMON || key.length < 2)) continue;
    const known = words.get(key);
    words.set(key, { count: (known?.count ?? 0) + frequency, tag: known?.tag ?? tag });
  }
  for (const { word, frequency, tag } of readNewsWords()) {
    const known = words.get(fold.text(word));
    words.set(fold.text(word), { count: Math.max(known?.count ?? 0, frequency), tag: known?.tag ?? tag });
  }
  // A traditional form that is no folded one (沿著) is as common as its word (沿着).
  const share = (hans: string, form: string) => {
    const [main, other] = [words.get(fold.text(hans)), fold.text(form)];
    if (main && other !== fold.text(hans) && (words.get(other)?.count ?? 0) < main.count)
      words.set(other, { ...main });
  };
  for (const { hans, hant } of entries) share(hans, hant);
  for (const [hans, others] of forms) for (const form of others) share(hans, form);
  for (const entry of cedict) {
    const word = words.get(fold.text(entry.hans));
    if (word && isPlace(entry)) word.tag = 'ns';
  }
  const { dictionary, entries: texts } = packDictionary({
    fold: pairs,
    hant: usualForms(cedict),
    entries,
    words,
    readings: defaultReadings(entries),
    terms: withUsage(readTerms()),
    termCount: (form) =>
      form.length <= LONGEST_TERM_WORD && !isComposed(fold.text(form), words, defined) ? 1 : 0,
    sections: {
      ...nameSections(cedict, jieba),
      measured: measuredSection(cedict, (word) => words.get(fold.text(word))?.count ?? 0),
    },
  });
  mkdirSync('public/dict', { recursive: true });
  writeFileSync(DICTIONARY_FILE, dictionary);
  writeFileSync(ENTRIES_FILE, texts);
  copyFileSync(WEIGHTS_FILE, READINGS_FILE);
}

/** Whether a set phrase is made of two words, or of one and a character that stands before or after any. */
function isComposed(key: string, words: ReadonlyMap<string, unknown>, defined: ReadonlySet<string>): boolean {
  const isWord = (part: string) => part.length > 1 && (words.has(part) || defined.has(part));
  if (BEFORE.includes(key.charAt(0)) && isWord(key.slice(1))) return true;
  if (AFTER.includes(key.slice(-1)) && isWord(key.slice(0, -1))) return true;
  return isWord(key.slice(0, 2)) && isWord(key.slice(2));
}

/** Entries, those of one headword in the order in which they are shown where no context tells more. */
function dictionaryEntries(
  cedict: CedictEntry[],
  fold: Fold,
  forms: ReadonlyMap<string, readonly string[]>,
): DictionaryEntry[] {
  const groups = new Map<string, CedictEntry[]>();
  for (const entry of cedict) {
    const key = fold.text(entry.hans);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].flatMap((group) =>
    inOrder(
      group.map((entry) => ({
        entry,
        variant: entry.hant,
        reading: entry.reading.join(' '),
        ...meaning(entry),
      })),
      { reading: '' },
    ).map(({ entry: { hans, hant, senses, ...entry }, reading }) => ({
      hans,
      hant,
      forms: forms.get(hans) ?? [],
      senses,
      syllables: alignedSyllables(hans, entry.reading),
      reading,
    })),
  );
}

/** The senses of an entry, or, where it has none, that it only points to a word. */
function meaning({ senses }: CedictEntry): { senses: string[]; reference?: Note } {
  const gloss = readGloss(senses.join('/'));
  const label = gloss.senses.length === 0 ? gloss.references[0]?.label : undefined;
  return { senses: gloss.senses, ...(label && { reference: { label, words: [] } }) };
}

/** One syllable per Han character; digits that CC-CEDICT spells out and Latin letters go without. */
function alignedSyllables(hans: string, reading: string[]): string[] | null {
  const characters = [...hans];
  const syllables = reading.filter((part) => /^[A-Za-z]+[1-5]$/.test(part));
  const han = characters.filter(isHan).length;
  if (characters.some((character) => character.length > 1 && isHan(character))) return null;
  if (syllables.length === han) return syllables;
  const spoken = characters.filter((character) => isHan(character) || /[0-9%]/.test(character));
  if (syllables.length !== spoken.length) return null;
  return syllables.filter((_, at) => isHan(spoken[at] as string));
}

/** Whether an entry is the name of a place by its gloss. */
function isPlace({ reading, senses }: CedictEntry): boolean {
  return (
    /^[A-Z]/.test(reading[0] ?? '') &&
    /\b(city|county|province|district|town|township|municipality|capital|prefecture|island|river|mountain|country|state|banner|region|village|place name)\b/.test(
      senses[0] ?? '',
    )
  );
}

/** The commonest reading of every character, by pinyin-pro, where it has one of the Unicode block. */
function defaultReadings(entries: DictionaryEntry[]): Map<string, string[]> {
  const readings = new Map<string, string[]>();
  const characters = new Set(entries.flatMap(({ hans, hant }) => [...hans, ...hant]).filter(isHan));
  for (let unit = 0x3400; unit <= 0x9fff; unit++) characters.add(String.fromCharCode(unit));
  for (const character of characters) {
    const [reading] = pinyin(character, { toneType: 'num', type: 'array', v: true });
    if (reading && /^[a-z]+[0-5]$/.test(reading)) readings.set(character, [reading.replace(/0$/, '5')]);
  }
  return readings;
}
