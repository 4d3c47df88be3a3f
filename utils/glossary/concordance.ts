import { compare, type Occurrence, type SavedTerm } from './record';

/** A key word in its context: one place in one saved sentence. */
export interface ConcordanceLine {
  /** At most `width` characters on each side, without breaks. */
  before: string;
  match: string;
  after: string;
  occurrence: Occurrence;
}

/** How lines are put in order: by what follows, by what precedes (read backwards from the match), or newest first. */
export type ConcordanceOrder = 'after' | 'before' | 'date';

/** Every saved sentence once, with the first occurrence that has it. */
export function savedSentences(terms: readonly SavedTerm[]): Occurrence[] {
  const distinct = new Map<string, Occurrence>();
  for (const { occurrences } of terms) {
    for (const occurrence of occurrences) {
      const key = JSON.stringify([occurrence.sentence, occurrence.url]);
      if (occurrence.sentence !== '' && !distinct.has(key)) distinct.set(key, occurrence);
    }
  }
  return [...distinct.values()];
}

/**
 * All places where one of the forms stands in the sentences; where two forms overlap, the longer one.
 *
 * @param forms a term in both scripts, or whatever the reader looks for; empty ones are passed over
 * @param width how many characters of context are given on each side
 */
export function concordance(
  sentences: readonly Occurrence[],
  forms: readonly string[],
  width: number,
  order: ConcordanceOrder = 'after',
): ConcordanceLine[] {
  const longestFirst = [...new Set(forms)].filter((form) => form !== '').sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return [];
  const pattern = new RegExp(longestFirst.map(literally).join('|'), 'g');
  const lines = sentences.flatMap((occurrence) =>
    [...occurrence.sentence.matchAll(pattern)].map(({ index, 0: match }) =>
      lineAt(occurrence, index, index + match.length, width),
    ),
  );
  return sortLines(lines, order);
}

/** The places where the terms themselves were met, each sentence with its own term. */
export function metLines(
  terms: readonly SavedTerm[],
  width: number,
  order: ConcordanceOrder = 'after',
): ConcordanceLine[] {
  const lines = terms.flatMap((term) =>
    term.occurrences.filter(({ from, to }) => to > from).map((o) => lineAt(o, o.from, o.to, width)),
  );
  return sortLines(lines, order);
}

function lineAt(occurrence: Occurrence, from: number, to: number, width: number): ConcordanceLine {
  const { sentence } = occurrence;
  return {
    before: flat(lastCharacters(sentence.slice(0, from), width)),
    match: sentence.slice(from, to),
    after: flat([...sentence.slice(to)].slice(0, width).join('')),
    occurrence,
  };
}

export function sortLines(lines: readonly ConcordanceLine[], order: ConcordanceOrder): ConcordanceLine[] {
  const newest = (a: ConcordanceLine, b: ConcordanceLine) =>
    compare(b.occurrence.date || b.occurrence.readAt, a.occurrence.date || a.occurrence.readAt);
  const key = (line: ConcordanceLine) =>
    order === 'before' ? [...line.before].reverse().join('') : line.after;
  if (order === 'date') return [...lines].sort(newest);
  return [...lines].sort((a, b) => compare(key(a), key(b)) || newest(a, b));
}

function lastCharacters(text: string, count: number): string {
  const characters = [...text];
  return characters.slice(Math.max(0, characters.length - count)).join('');
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
