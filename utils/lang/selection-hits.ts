import type { Analysis, Match } from './analysis';
import type { Entry } from './entry';
import type { Hit } from './hits';

/**
 * What a reader sees of exactly the run of text that was selected, then of the set phrases and words in it. A run
 * that no base holds comes first too, with its reading and without senses, so that it can be saved.
 *
 * @param analysis of the selected text alone, as its only block
 * @param forms the text in both scripts
 */
export function selectionHits(
  analysis: Analysis,
  text: string,
  forms: Pick<Entry, 'headword' | 'variant'>,
): Hit[] {
  const [block] = analysis.blocks;
  if (!block) throw new RangeError('A selection was analysed as 0 blocks.');
  const toHit = (kind: Hit['kind'], { from, to, reading, entries }: Match): Hit => ({
    kind,
    from,
    to,
    reading,
    entries: entries.map((index) => analysis.entries[index] as Entry),
  });
  const known = (match: Match) => match.entries.length > 0;
  const all = [
    ...block.terms.map((match) => toHit('term', match)),
    ...block.own.map((match) => toHit('own', match)),
    ...block.quantities.map((match) => toHit('quantity', match)),
    ...block.words.filter(known).map((match) => toHit('word', match)),
    ...block.parts.filter(known).map((match) => toHit('part', match)),
  ];
  const isWhole = ({ from, to }: Hit) => from === 0 && to === text.length;
  const reading = block.words
    .map((word) => word.reading)
    .filter(Boolean)
    .join(' ');
  const whole = all.find(isWhole) ?? {
    kind: 'word',
    from: 0,
    to: text.length,
    reading,
    entries: [{ ...forms, reading, senses: [] }],
  };
  const inside = all.filter((hit) => !isWhole(hit) && (hit.kind === 'term' || hit.kind === 'word'));
  return [whole, ...inside];
}
