import type { SavedTerm } from './record';

/** After so many changed terms a backup is offered: an evening's work, not every save. */
export const CHANGES_BEFORE_OFFER = 50;

/** How many terms were saved, written on, tagged or removed since an instant (ISO 8601); all where there is none. */
export function changedSince(terms: readonly SavedTerm[], since: string | null): number {
  if (since === null) return terms.length;
  return terms.filter((term) => lastChange(term) > since).length;
}

/** How old an instant is, in whole days; 0 for the future too. */
export function daysSince(at: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(at)) / 86_400_000));
}

function lastChange({ saved, removed, changed, tagChanges }: SavedTerm): string {
  const times = [
    saved,
    removed ?? '',
    changed.rendering ?? '',
    changed.note ?? '',
    ...tagChanges.map(({ at }) => at),
  ];
  return times.reduce((last, time) => (time > last ? time : last), '');
}
