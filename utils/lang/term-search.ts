import { readingPattern } from './reading-query';
import type { Category, Term, TermKind } from './term';
import { formsOf } from './term-key';

/** What a list of set phrases is narrowed to; an empty text narrows nothing. */
export interface TermFilter {
  category: Category | '';
  kind: TermKind | '';
  status: NonNullable<Term['status']> | '';
  /** Review level, as a digit. */
  level: string;
}

/** The filter that lets everything through. */
export const EVERY_TERM: TermFilter = { category: '', kind: '', status: '', level: '' };

/** The set phrases that a filter lets through. One without a status is current. */
export function filterTerms(terms: readonly Term[], { category, kind, status, level }: TermFilter): Term[] {
  return terms.filter(
    (term) =>
      (category === '' || term.category.includes(category)) &&
      (kind === '' || term.kind === kind) &&
      (status === '' || (term.status ?? 'current') === status) &&
      (level === '' || String(term.review.level) === level),
  );
}

/** The set phrases in the order of their readings, as a dictionary has them. */
export function byReading(terms: readonly Term[]): Term[] {
  const keys = new Map(terms.map((term) => [term, term.reading.toLowerCase()]));
  return [...terms].sort((a, b) => {
    const [x, y] = [keys.get(a) as string, keys.get(b) as string];
    return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
  });
}

/** What is searched of one term, made once. */
interface Searched {
  forms: string[];
  reading: string;
  renderings: string;
  rest: string;
}

const searched = new WeakMap<Term, Searched>();

function searchedOf(term: Term): Searched {
  const known = searched.get(term);
  if (known) return known;
  const items = (term.expansion ?? []).flatMap(({ hans, hant, en }) => [hans, hant, en]);
  const made = {
    forms: formsOf(term).map((form) => form.toLowerCase()),
    reading: ` ${term.reading.toLowerCase()}`,
    renderings: asWords(term.renderings.map(({ en }) => en).join(' ')),
    rest: asWords([term.meaning, term.literal ?? '', ...items].join(' ')),
  };
  searched.set(term, made);
  return made;
}

/** A text in lower case with a space before each of its words, so that words are found by how they begin. */
function asWords(text: string): string {
  return ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
}

const HAN = /\p{Script=Han}/u;

/**
 * The set phrases that a query finds, the closest first and equal ones in the order given: the form itself (either
 * script), forms that begin with it or hold it, the reading (with or without tones), the renderings, and last the
 * meaning and the items of an expansion.
 */
export function searchTerms(terms: readonly Term[], query: string): Term[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [...terms];
  const words = asWords(wanted)
    .split(' ')
    .filter(Boolean)
    .map((word) => (HAN.test(word) ? word : ` ${word}`));
  const reading = readingPattern(wanted);
  const ranks: Term[][] = Array.from({ length: 6 }, () => []);
  for (const term of terms) ranks[rankOf(searchedOf(term), wanted, words, reading)]?.push(term);
  return ranks.flat();
}

/** How close a term is to a query, 0 the closest; -1: not found. */
function rankOf(
  { forms, reading, renderings, rest }: Searched,
  wanted: string,
  words: readonly string[],
  pattern: RegExp | null,
): number {
  if (forms.includes(wanted)) return 0;
  if (forms.some((form) => form.startsWith(wanted))) return 1;
  if (forms.some((form) => form.includes(wanted))) return 2;
  const meant = words.length > 0;
  if (meant && words.every((word) => renderings.includes(word))) return 4;
  const at = pattern ? reading.search(pattern) : -1;
  if (at === 0) return 3;
  if (meant && words.every((word) => renderings.includes(word) || rest.includes(word))) return 5;
  return at > 0 ? 5 : -1;
}
