import { readGloss } from '../lang/gloss';
import type { CedictEntry } from './cedict';

/** How many of the words that a measure word counts are kept: enough to see what kind they are. */
const KEPT = 6;

/** The section `measured` of the dictionary: measure words, each with the commonest words that CC-CEDICT counts by it. */
export function measuredSection(cedict: CedictEntry[], countOf: (word: string) => number): Uint8Array {
  const counted = new Map<string, Map<string, number>>();
  for (const { hans, hant, senses } of cedict)
    for (const { label, targets } of readGloss(senses.join('/')).notes) {
      if (label !== 'measure word') continue;
      const word = hans === hant ? hans : `${hans}|${hant}`;
      for (const target of targets) {
        const words = counted.get(target.hans) ?? new Map<string, number>();
        words.set(word, countOf(hans));
        counted.set(target.hans, words);
      }
    }
  const lines = [...counted].map(([measure, words]) => {
    const commonest = [...words].sort((a, b) => b[1] - a[1]).slice(0, KEPT);
    return [measure, ...commonest.map(([word]) => word)].join(' ');
  });
  return new TextEncoder().encode(lines.join('\n'));
}
