import type { SavedTerm } from './record';

/** How much was met in one month (`2026-03`) or one paper. */
export interface Count {
  name: string;
  count: number;
}

/** Occurrences by the month in which they were read: the last `months` up to the one of `now`, oldest first. */
export function byMonth(terms: readonly SavedTerm[], now: Date, months: number): Count[] {
  const counts = new Map<string, number>();
  for (let back = months - 1; back >= 0; back--) {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1));
    counts.set(month.toISOString().slice(0, 7), 0);
  }
  for (const { occurrences } of terms) {
    for (const { readAt } of occurrences) {
      const month = readAt.slice(0, 7);
      const known = counts.get(month);
      if (known !== undefined) counts.set(month, known + 1);
    }
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}

/** On how many days something was met. */
export function daysMet(terms: readonly SavedTerm[]): number {
  return new Set(terms.flatMap(({ occurrences }) => occurrences.map(({ readAt }) => readAt.slice(0, 10))))
    .size;
}

/** Occurrences by paper, most first: at most `most` papers; the others count together under an empty name. */
export function byPaper(terms: readonly SavedTerm[], most: number): Count[] {
  const counts = new Map<string, number>();
  for (const { occurrences } of terms) {
    for (const { paper } of occurrences) if (paper !== '') counts.set(paper, (counts.get(paper) ?? 0) + 1);
  }
  const sorted = [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
  const others = sorted.slice(most).reduce((sum, { count }) => sum + count, 0);
  return [...sorted.slice(0, most), ...(others > 0 ? [{ name: '', count: others }] : [])];
}
