import { readingPattern } from '@/utils/lang/reading-query';
import { compare, type SavedTerm } from './record';

/** What is searched of one term, made once. */
interface Searched {
  /** Both scripts, rendering, senses, note and tags, in lower case. */
  text: string;
  /** The reading, each syllable after a space and with its tone: ` lian4 zhang3 zhi4`. */
  reading: string;
}

/** Records are never changed in place, so what was made of one stays true. */
const searched = new WeakMap<SavedTerm, Searched>();

function searchedOf(term: SavedTerm): Searched {
  const known = searched.get(term);
  if (known) return known;
  const fields = [
    term.hans,
    term.hant,
    term.headword,
    term.rendering,
    term.officialRendering,
    ...term.senses,
    term.note,
    ...term.tags,
  ];
  const made = { text: fields.join('\n').toLowerCase(), reading: ` ${term.reading.toLowerCase()}` };
  searched.set(term, made);
  return made;
}

/** Makes what is searched of some terms ahead of the first search. */
export function prepareSearch(terms: readonly SavedTerm[]): void {
  for (const term of terms) searchedOf(term);
}

/**
 * The terms that a query finds, in their order: every word of it stands in the term's texts (either script,
 * English, note, tags), or it is a reading, with or without tones and spaces, from the start of a syllable.
 */
export function searchTerms(terms: readonly SavedTerm[], query: string): SavedTerm[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...terms];
  const reading = readingPattern(query);
  return terms.filter((term) => {
    const of = searchedOf(term);
    return words.every((word) => of.text.includes(word)) || (reading?.test(of.reading) ?? false);
  });
}

/** What the table is sorted by. */
export type SortKey = 'saved' | 'headword' | 'reading' | 'rendering' | 'paper';

export interface Order {
  key: SortKey;
  descending: boolean;
}

/** The terms in another order; equal ones newest first. Empty values come last either way. */
export function sortTerms(terms: readonly SavedTerm[], { key, descending }: Order): SavedTerm[] {
  const values = new Map(terms.map((term) => [term, sortValue(term, key)]));
  const sign = descending ? -1 : 1;
  return [...terms].sort((a, b) => {
    const x = values.get(a) as string;
    const y = values.get(b) as string;
    if ((x === '') !== (y === '')) return x === '' ? 1 : -1;
    return sign * compare(x, y) || compare(b.saved, a.saved) || compare(a.hans, b.hans);
  });
}

function sortValue(term: SavedTerm, key: SortKey): string {
  switch (key) {
    case 'saved':
      return term.saved;
    case 'headword':
      return term.hans;
    case 'reading':
      return term.reading.toLowerCase();
    case 'rendering':
      return (term.rendering || term.officialRendering || term.senses[0] || '').toLowerCase();
    case 'paper':
      return term.occurrences.at(-1)?.paper ?? '';
  }
}

/** What the table is narrowed to; an empty text narrows nothing. */
export interface Filter {
  tag: string;
  paper: string;
  category: string;
  /** First and last date of the articles, YYYY-MM-DD. */
  from: string;
  to: string;
}

export const NO_FILTER: Filter = { tag: '', paper: '', category: '', from: '', to: '' };

/** The terms that a filter lets through. Paper and dates must hold for one and the same occurrence. */
export function filterTerms(terms: readonly SavedTerm[], filter: Filter): SavedTerm[] {
  const { tag, paper, category, from, to } = filter;
  const placed = paper !== '' || from !== '' || to !== '';
  return terms.filter(
    (term) =>
      (tag === '' || term.tags.includes(tag)) &&
      (category === '' || term.categories.includes(category)) &&
      (!placed ||
        term.occurrences.some((o) => {
          const date = o.date || o.readAt.slice(0, 10);
          return (
            (paper === '' || o.paper === paper) && (from === '' || date >= from) && (to === '' || date <= to)
          );
        })),
  );
}
