import { analyze } from '../lang/analysis';
import { paragraphSpans } from '../lang/column-break';
import type { Engine } from '../lang/engine';
import { marksOf } from '../lang/marks';

/** What is found in texts that hold no political news; an editor judges which of it is false. */
export interface Finds {
  /** Han characters read. */
  characters: number;
  /** Marks that a page would get, and all set phrases found, the longest where they nest. */
  marked: number;
  found: number;
  /** Phrases by occurrences, the commonest first. */
  phrases: { phrase: string; count: number; marked: number; context: string }[];
}

/** Counts the set phrases of texts, those that a page marks apart. */
export function findsIn(texts: Iterable<string>, engine: Engine): Finds {
  const finds: Finds = { characters: 0, marked: 0, found: 0, phrases: [] };
  const byPhrase = new Map<string, Finds['phrases'][number]>();
  for (const text of texts)
    for (const { from, to } of paragraphSpans(text)) {
      const paragraph = text.slice(from, to);
      finds.characters += paragraph.match(/\p{Script=Han}/gu)?.length ?? 0;
      const { blocks, entries } = analyze([paragraph], engine);
      const [block] = blocks;
      if (!block) continue;
      const marks = new Set(marksOf(block, entries).map((mark) => `${mark.from}-${mark.to}`));
      let reached = 0;
      for (const term of block.terms) {
        if (term.to <= reached) continue;
        reached = term.to;
        const phrase = paragraph.slice(term.from, term.to).replace(/\s/g, '');
        const own = byPhrase.get(phrase) ?? {
          phrase,
          count: 0,
          marked: 0,
          context: paragraph.slice(Math.max(0, term.from - 8), term.to + 8).replace(/\s/g, ''),
        };
        byPhrase.set(phrase, own);
        own.count++;
        finds.found++;
        if (!marks.has(`${term.from}-${term.to}`)) continue;
        own.marked++;
        finds.marked++;
      }
    }
  finds.phrases = [...byPhrase.values()].sort((a, b) => b.marked - a.marked || b.count - a.count);
  return finds;
}
