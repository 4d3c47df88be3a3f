import { compare, type LostOccurrence, type Occurrence, type SavedTerm } from './record';

/*
 * A single occurrence can be taken away, and a merge with an older state must not bring it back. What is kept of it
 * is not its text but a number made from it, with how often the place was taken away. An occurrence of that place
 * says by `again` how often it had been taken away when it was met; those that say less are gone for good, so a
 * later save or an undo brings it back and an old backup does not.
 */

/** The record without the occurrence of this sentence and address; as it was where it has none. */
export function removeOccurrence(term: SavedTerm, place: Pick<Occurrence, 'sentence' | 'url'>): SavedTerm {
  const found = term.occurrences.find(
    ({ sentence, url }) => sentence === place.sentence && url === place.url,
  );
  if (!found) return term;
  const lost = mergeLost(term.lost, [{ key: keyOf(found), times: (found.again ?? 0) + 1 }]);
  return { ...term, lost, occurrences: term.occurrences.filter((each) => each !== found) };
}

/** The occurrence as one that is met now, however often its place was taken away from this record before. */
export function metAgain(term: SavedTerm | undefined, occurrence: Occurrence): Occurrence {
  const { again: _, ...plain } = occurrence;
  const times = term?.lost ? timesOf(term.lost, plain) : 0;
  return times === 0 ? plain : { ...plain, again: times };
}

/** The later of two states of the same place counts: those that were met after it was taken away more often. */
export function keptOf(occurrences: readonly Occurrence[], lost: readonly LostOccurrence[]): Occurrence[] {
  return lost.length === 0
    ? [...occurrences]
    : occurrences.filter((each) => (each.again ?? 0) >= timesOf(lost, each));
}

/** How often each place was taken away, as far as either knows; sorted by key. */
export function mergeLost(
  a: readonly LostOccurrence[] = [],
  b: readonly LostOccurrence[] = [],
): LostOccurrence[] {
  const times = new Map<string, number>();
  for (const { key, times: n } of [...a, ...b]) times.set(key, Math.max(n, times.get(key) ?? 0));
  return [...times].map(([key, n]) => ({ key, times: n })).sort((x, y) => compare(x.key, y.key));
}

function timesOf(lost: readonly LostOccurrence[], occurrence: Occurrence): number {
  const key = keyOf(occurrence);
  return lost.find((each) => each.key === key)?.times ?? 0;
}

/** A number of 53 bits (cyrb53 by bryc, public domain): enough to tell the places of one term apart. */
function keyOf({ sentence, url }: Occurrence): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  const text = `${sentence}\n${url}`;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
