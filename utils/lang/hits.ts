import type { Analysis, Match } from './analysis';
import type { Entry } from './entry';
import { isHan } from './han';
import { covers, type Span, spanAt } from './span';

/** What lies under one offset, in the order in which the card shows it. */
export interface Hit extends Span {
  kind: 'term' | 'own' | 'word' | 'part' | 'character';
  reading: string;
  entries: Entry[];
}

/**
 * What lies under the character at `offset` of a block: the longest set phrase first, then own phrases, the
 * word, shorter matches and the single character. `[]` where there is no Chinese.
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
  ];
  const seen = new Set(hits.map((h) => `${h.from}-${h.to}`));
  const add = (candidate: Hit) => {
    const key = `${candidate.from}-${candidate.to}`;
    if (candidate.entries.length === 0 || seen.has(key)) return;
    seen.add(key);
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
    const place = [...text.slice(word.from, from)].filter(isHan).length;
    add({
      kind: 'character',
      from,
      to: from + form.length,
      reading: word.reading.split(' ')[place] ?? '',
      entries: (analysis.characters[form] ?? []).map((index) => analysis.entries[index] as Entry),
    });
  }
  return hits;
}

function isSecondHalf(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  const before = offset > 0 ? text.charCodeAt(offset - 1) : 0;
  return unit >> 10 === 0x37 && before >> 10 === 0x36;
}
