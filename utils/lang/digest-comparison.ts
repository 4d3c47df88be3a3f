import type { DigestPhrase } from './digest';

/** How often an article has each of its set phrases, in the order in which they first stand in it. */
export type PhraseCounts = readonly { id: string; met: string; rendering: string; count: number }[];

/** The counts of a digest, which hold nothing of the article's text but its phrases. */
export function countsOf(phrases: readonly DigestPhrase[]): PhraseCounts {
  return phrases.map(({ term, met, places }) => ({
    id: term.id,
    met,
    rendering: term.renderings[0]?.en ?? '',
    count: places.length,
  }));
}

/** A set phrase in two articles; a count of 0: it does not stand there. */
export interface ComparedPhrase {
  id: string;
  /** As met here, or there where it stands only there. */
  met: string;
  rendering: string;
  here: number;
  there: number;
}

/** Two articles by concept, so that one in the other script is compared as well. */
export interface Comparison {
  /** In the order of the article here. */
  both: ComparedPhrase[];
  onlyHere: ComparedPhrase[];
  /** In the order of the article there. */
  onlyThere: ComparedPhrase[];
}

/** Which set phrases stand in both of two articles, and which in one alone. */
export function compareCounts(here: PhraseCounts, there: PhraseCounts): Comparison {
  const countsThere = new Map(there.map(({ id, count }) => [id, count]));
  const idsHere = new Set(here.map(({ id }) => id));
  const all = here.map(({ count, ...phrase }) => ({
    ...phrase,
    here: count,
    there: countsThere.get(phrase.id) ?? 0,
  }));
  return {
    both: all.filter((phrase) => phrase.there > 0),
    onlyHere: all.filter((phrase) => phrase.there === 0),
    onlyThere: there
      .filter(({ id }) => !idsHere.has(id))
      .map(({ count, ...phrase }) => ({ ...phrase, here: 0, there: count })),
  };
}
