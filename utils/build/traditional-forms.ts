import { createRequire } from 'node:module';
import { Converter } from 'opencc-js';
import type { Fold } from '../lang/fold';
import type { CedictEntry } from './cedict';

/** The gloss of a character that is only another form of one. */
const VARIANT = /^(?:(?:old|archaic|erroneous|ancient|nonstandard|non-standard) )*variant of /;

/**
 * Forms that words have in traditional text and that folding does not bring to their simplified ones, because simplified
 * text uses a character of theirs for something else: 藉助 of 借助, 徵管 of 征管. By OpenCC's conversion.
 *
 * @param words in simplified characters
 */
export function otherForms(fold: Fold, words: readonly string[]): Map<string, string[]> {
  const convert = (['t', 'tw', 'hk'] as const).map((to) => Converter({ from: 'cn', to }));
  const forms = new Map<string, string[]>();
  for (const word of new Set(words)) {
    if (word.length < 2) continue;
    const key = fold.text(word);
    const found = new Set(convert.map((one) => one(word)).filter((form) => form.length === word.length));
    const others = [...found].filter((form) => fold.text(form) !== key);
    if (others.length > 0) forms.set(word, others);
  }
  return forms;
}

/** Pairs of characters where an entry's two forms differ, with how many entries have them. */
function characterPairs(cedict: CedictEntry[]): Map<string, Map<string, number>> {
  const pairs = new Map<string, Map<string, number>>();
  for (const { hans, hant } of cedict) {
    if (hans.length !== hant.length) continue;
    for (let at = 0; at < hans.length; at++) {
      const counts = pairs.get(hans.charAt(at)) ?? new Map<string, number>();
      counts.set(hant.charAt(at), (counts.get(hant.charAt(at)) ?? 0) + 1);
      pairs.set(hans.charAt(at), counts);
    }
  }
  return pairs;
}

/** The traditional form that most entries give a simplified character. */
export function usualForms(cedict: CedictEntry[]): [string, string][] {
  const usual: [string, string][] = [];
  for (const [hans, counts] of characterPairs(cedict)) {
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    if (most && most[0] !== hans && !isSurrogate(hans)) usual.push([hans, most[0]]);
  }
  return usual;
}

/**
 * What folding makes of traditional and variant characters: CC-CEDICT's pairs, then OpenCC's tables for forms
 * that CC-CEDICT does not use (裏, 羣, 爲). A character that stands in simplified headwords is never folded, unless it
 * only stands there by itself, as a variant (衞, 枱).
 */
export async function foldPairs(cedict: CedictEntry[]): Promise<[string, string][]> {
  const simplified = new Set(
    cedict.flatMap(({ hans, senses }) =>
      hans.length === 1 && VARIANT.test(senses[0] ?? '') ? [] : [...hans],
    ),
  );
  const folded = new Map<string, string>();
  for (const [hans, counts] of characterPairs(cedict))
    for (const [hant, count] of counts) {
      if (hant === hans || simplified.has(hant) || isSurrogate(hant) || isSurrogate(hans)) continue;
      const rival = folded.get(hant);
      if (!rival || (characterPairsCount(cedict, rival, hant) ?? 0) < count) folded.set(hant, hans);
    }
  const add = (form: string, target: string) => {
    if (form.length > 1 || target.length > 1 || simplified.has(form) || folded.has(form)) return;
    const final = folded.get(target) ?? target;
    if (final !== form && simplified.has(final)) folded.set(form, final);
  };
  for (const [form, target] of await openccTable('TSCharacters')) add(form, target);
  for (const name of ['TWVariants', 'HKVariants'])
    for (const [standard, regional] of await openccTable(name)) {
      add(standard, regional);
      add(regional, standard);
    }
  return [...folded].sort(([a], [b]) => (a < b ? -1 : 1));
}

const pairCounts = new WeakMap<CedictEntry[], Map<string, Map<string, number>>>();
function characterPairsCount(cedict: CedictEntry[], hans: string, hant: string): number | undefined {
  const counts = pairCounts.get(cedict) ?? characterPairs(cedict);
  pairCounts.set(cedict, counts);
  return counts.get(hans)?.get(hant);
}

/** A table of OpenCC (Apache-2.0): forms and the first of their counterparts. */
async function openccTable(name: string): Promise<[string, string][]> {
  const path = createRequire(import.meta.url).resolve(`opencc-js/dict/${name}`);
  const { default: text }: { default: string } = await import(path);
  return text.split('|').flatMap((line): [string, string][] => {
    const [form, target] = line.split(' ');
    return form && target ? [[form, target]] : [];
  });
}

function isSurrogate(unit: string): boolean {
  return /[\ud800-\udfff]/.test(unit);
}
