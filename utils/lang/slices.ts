import type { Span } from './span';

/** The background is asked for no more UTF-16 units at once: a usual article is one slice. */
export const SLICE = 4000;

/** Where a long text is cut into slices: after the last sentence or, failing that, the last clause that fits. */
export function slicesOf(text: string): Span[] {
  const slices: Span[] = [];
  for (let from = 0; from < text.length; ) {
    const to = text.length - from <= SLICE ? text.length : cutBefore(text, from, from + SLICE);
    slices.push({ from, to });
    from = to;
  }
  return slices;
}

function cutBefore(text: string, from: number, limit: number): number {
  for (const ends of [/[。！？!?\n]/, /[，、；：,;:\s]/])
    for (let at = limit; at > from + SLICE / 2; at--) if (ends.test(text.charAt(at - 1))) return at;
  // A pair of surrogates is one character.
  const last = text.charCodeAt(limit - 1);
  return last >= 0xd800 && last < 0xdc00 ? limit - 1 : limit;
}

/** Groups what is to be asked into requests of at most `most` units, in order; a longer item is one by itself. */
export function batchesOf<T extends { text: string }>(items: readonly T[], most = SLICE): T[][] {
  const batches: T[][] = [];
  let units = Number.POSITIVE_INFINITY;
  for (const item of items) {
    if (units + item.text.length > most) {
      batches.push([]);
      units = 0;
    }
    units += item.text.length;
    (batches.at(-1) as T[]).push(item);
  }
  return batches;
}
