import type { Analysis, Match } from './analysis';
import type { Entry } from './entry';
import { inOrder } from './entry-order';
import { isHan } from './han';
import { covers, type Span, spanAt } from './span';

/** What lies under one offset, in the order in which the card shows it. */
export interface Hit extends Span {
  kind: 'term' | 'own' | 'quantity' | 'word' | 'part' | 'character';
  reading: string;
  entries: Entry[];
}

/**
 * What lies under the character at `offset` of a block: the longest set phrase first, then own phrases, a
 * quantity, the word, shorter matches and the single character. `[]` where there is no Chinese.
 *
 * @param text the block's text as it was given to `analyze`
 */
export function hitsAt(analysis: Analysis, block: number, text: string, offset: number): Hit[] {
  const found = analysis.blocks[block];
  if (!found) throw new RangeError(`Block ${block} of ${analysis.blocks.length} was asked for.`);
  const hit = (kind: Hit['kind'], match: Match): Hit => ({
    kind,
    from: match.from,
    to: match.to,
    reading: match.reading,
    entries: match.entries.map((index) => analysis.entries[index] as Entry),
  });
  const longestFirst = (matches: Match[]) =>
    matches.filter((match) => covers(match, offset)).sort((a, b) => b.to - b.from - (a.to - a.from));

  const hits = [
    ...longestFirst(found.terms).map((match) => hit('term', match)),
    ...longestFirst(found.own).map((match) => hit('own', match)),
    ...longestFirst(found.quantities).map((match) => hit('quantity', match)),
  ];
  const seen = new Map(hits.map((h) => [`${h.from}-${h.to}`, h]));
  const add = (candidate: Hit) => {
    const key = `${candidate.from}-${candidate.to}`;
    const same = seen.get(key);
    if (candidate.entries.length === 0 || (same && same.kind !== 'quantity')) return;
    if (same) {
      same.entries.push(...candidate.entries);
      return;
    }
    seen.set(key, candidate);
    hits.push(candidate);
  };

  const word = spanAt(found.words, offset);
  if (!word || word.reading === '') return hits;
  add(hit('word', word));
  for (const part of longestFirst(found.parts)) add(hit('part', part));

  // The second half of a character beyond 16 bits stands for the whole.
  const from = isSecondHalf(text, offset) ? offset - 1 : offset;
  const character = text.codePointAt(from);
  if (character !== undefined) {
    const form = String.fromCodePoint(character);
    const met = word.reading.split(' ')[hanBetween(text, word.from, from)] ?? '';
    // A word that no dictionary knows and that begins with a capital is a name, and its beginning the surname.
    const isSurname = from === word.from && word.entries.length === 0;
    const entries = inOrder(
      (analysis.characters[form] ?? []).map((index) => analysis.entries[index] as Entry),
      {
        reading: isSurname ? met : met.toLowerCase(),
        variant: variantAt(analysis, text, from, [
          word,
          ...longestFirst(found.parts),
          ...longestFirst(found.terms),
        ]),
      },
    );
    const reading = ownReading(entries[0]?.reading ?? '', met);
    add({ kind: 'character', from, to: from + form.length, reading, entries });
  }
  return hits;
}

/** The reading shown of a character: the capital of 中国 is not 中's own, and 西 has its tone, whatever is left of it in 东西. */
function ownReading(own: string, met: string): string {
  const isNeutral = met.endsWith('5') && own.slice(0, -1) === met.slice(0, -1);
  return isNeutral || own.toLowerCase() === met.toLowerCase() ? own : met;
}

/** The traditional form of the character at an offset, by the first of the words around it that has one. */
function variantAt(
  analysis: Analysis,
  text: string,
  offset: number,
  holders: readonly Match[],
): string | undefined {
  for (const { from, to, entries } of holders) {
    const entry = analysis.entries[entries[0] ?? -1];
    const characters = [...(entry?.variant ?? '')].filter(isHan);
    if (characters.length > 1 && characters.length === hanBetween(text, from, to))
      return characters[hanBetween(text, from, offset)];
  }
  return undefined;
}

/** How many Han characters lie between two offsets. */
function hanBetween(text: string, from: number, to: number): number {
  return [...text.slice(from, to)].filter(isHan).length;
}

function isSecondHalf(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  const before = offset > 0 ? text.charCodeAt(offset - 1) : 0;
  return unit >> 10 === 0x37 && before >> 10 === 0x36;
}
