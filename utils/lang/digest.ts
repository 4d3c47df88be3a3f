import type { Term } from './term';
import { HELD, type Held, type Usage } from './usage';

/** One place where a set phrase stands: offsets into a block's source text. */
export interface Place {
  block: number;
  from: number;
  to: number;
}

/** A set phrase met at one place; `id` names its record. */
export interface MetTerm extends Place {
  id: string;
  /** As it stands in the text, breaks taken out. */
  met: string;
}

/** A set phrase of an article, with every place where it stands. */
export interface DigestPhrase {
  term: Term;
  /** As first met. */
  met: string;
  places: Place[];
}

/**
 * The set phrases of an article in the order in which they first stand in it. Forms of one concept are one phrase.
 *
 * @param met by block and offset; those that `termOf` does not know are left out
 */
export function digestOf(met: readonly MetTerm[], termOf: (id: string) => Term | undefined): DigestPhrase[] {
  const phrases = new Map<string, DigestPhrase>();
  for (const { id, met: form, block, from, to } of met) {
    const term = termOf(id);
    if (!term) continue;
    const known = phrases.get(id);
    const place = { block, from, to };
    if (known) known.places.push(place);
    else phrases.set(id, { term, met: form, places: [place] });
  }
  return [...phrases.values()];
}

/** A phrase that an article uses more than the broadcasts do. */
export interface Unusual {
  phrase: DigestPhrase;
  /** How many standard deviations the log-odds ratio lies above none. */
  score: number;
}

/** From here on chance is an unlikely cause: 2.58 standard deviations, one case in a hundred on both sides. */
const SIGNIFICANT = 2.58;
/** A phrase that stands once says nothing of an article. */
const FEWEST = 2;
/** A list of everything would say nothing. */
const MOST = 6;
/** Weight of the broadcasts' own shares in the prior, in phrases: an article of the usual length has about a hundred. */
const PRIOR = 100;
/** What the prior gives to a phrase that the broadcasts hardly have, lest its variance be endless. */
const LEAST_PRIOR = 0.5;

/**
 * The phrases that stand in an article unusually often against Xinwen Lianbo, the most unusual first: log-odds ratio
 * with an informative Dirichlet prior (Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis 16, 2008,
 * sections 3.3 and 3.5), over counts of set phrases. Few and certain rather than many; phrases whose use is not
 * counted are never among them, nor words of the paper's own form (本报讯), which no broadcast has.
 */
export function unusualPhrases(
  phrases: readonly DigestPhrase[],
  held: Pick<Held, 'times'> = HELD,
): Unusual[] {
  const counted = phrases.filter(({ term }) => term.usage && term.kind !== 'genre');
  const here = counted.reduce((sum, { places }) => sum + places.length, 0);
  return counted
    .filter(({ places }) => places.length >= FEWEST)
    .map((phrase) => ({
      phrase,
      score: logOdds(phrase.places.length, here, (phrase.term.usage as Usage).times, held.times),
    }))
    .filter(({ score }) => score >= SIGNIFICANT)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST);
}

/** The z-score of a phrase's log-odds ratio between an article and the broadcasts. */
function logOdds(here: number, allHere: number, there: number, allThere: number): number {
  const prior = Math.max(LEAST_PRIOR, (PRIOR * there) / Math.max(1, allThere));
  const odds = (count: number, all: number) => Math.log((count + prior) / (all + PRIOR - count - prior));
  return (
    (odds(here, allHere) - odds(there, Math.max(allThere, allHere))) /
    Math.sqrt(1 / (here + prior) + 1 / (there + prior))
  );
}

/** What the reports say of a phrase's life: it came with the last of those held, or stands in none since a year. */
export type Mark = { kind: 'new'; year: number } | { kind: 'gone'; year: number };

/** One report without a phrase says nothing; a phrase is gone when it is missing in so many of the last ones held. */
const SILENT_REPORTS = 3;
/** And only one that stood in so many can be missed. */
const KNOWN_REPORTS = 3;

/** The mark of a phrase's use; `null` where there is none to make. */
export function markOf(usage: Usage | undefined, held: Pick<Held, 'reports'> = HELD): Mark | null {
  const first = usage?.reports[0];
  const last = usage?.reports.at(-1);
  if (!usage || first === undefined || last === undefined) return null;
  if (first === held.reports.at(-1)) return { kind: 'new', year: first };
  const silent = held.reports.filter((year) => year > last).length;
  return silent >= SILENT_REPORTS && usage.reports.length >= KNOWN_REPORTS
    ? { kind: 'gone', year: last }
    : null;
}

/** A member of a ritual sequence: the id of its record, and its simplified headword, to name it where it is missing. */
export interface RitualMember {
  id: string;
  hans: string;
}

/** Formulas that are recited together and in this order. Of these alone it means something that one is missing. */
export const RITUALS: readonly (readonly RitualMember[])[] = [
  [
    { id: 'liang-ge-queli', hans: '两个确立' },
    { id: 'si-ge-yishi', hans: '四个意识' },
    { id: 'si-ge-zixin', hans: '四个自信' },
    { id: 'liang-ge-weihu', hans: '两个维护' },
  ],
];

/** How an article recites a ritual sequence of which at least one member stands in it. */
export interface Ritual {
  /** In the order of the ritual. */
  members: readonly RitualMember[];
  /** Ids of those that do not stand in the article. */
  missing: string[];
  /** Ids of the others, as first met. */
  met: string[];
  /** Whether they are met in the order of the ritual. */
  inOrder: boolean;
}

/** The ritual sequences that an article touches. */
export function ritualsOf(
  phrases: readonly DigestPhrase[],
  rituals: readonly (readonly RitualMember[])[] = RITUALS,
): Ritual[] {
  const order = phrases.map(({ term }) => term.id);
  return rituals.flatMap((members) => {
    const ids = members.map(({ id }) => id);
    const met = order.filter((id) => ids.includes(id));
    if (met.length === 0) return [];
    const places = met.map((id) => ids.indexOf(id));
    return [
      {
        members,
        missing: ids.filter((id) => !met.includes(id)),
        met,
        inOrder: places.every((place, at) => at === 0 || (places[at - 1] as number) < place),
      },
    ];
  });
}
