import type { Entry } from './entry';

/** What the order of the entries of one form follows. */
export interface EntryContext {
  /** The reading in this context, capitals kept; `''` where none is known. */
  reading: string;
  /** The traditional form that the form has here; entries with it go first. */
  variant?: string | undefined;
  /** The traditional form that most words have, where nothing tells more; it decides between equals only. */
  usual?: string | undefined;
}

const REFERS = 3;
const STANDINGS: readonly [pattern: RegExp, standing: number][] = [
  [/^(?:two-character )?surname /, 4],
  [
    /^(?:(?:old|archaic|erroneous|ancient|Japanese|nonstandard|non-standard|erhua) )*variant of |^see (?:also )?\P{ASCII}/u,
    REFERS,
  ],
  [/^used in /, 2],
  [/^\((?:literary|archaic|old|dialect|obsolete)\)/, 1],
];

/** Of an entry what its place among others follows. */
export type Ordered = Pick<Entry, 'variant' | 'reading' | 'senses' | 'reference'>;

/**
 * How far back an entry belongs by all of its senses: 0 with a common one, 1 literary, archaic or dialect, 2 used in
 * other words only, 3 a reference to another headword, 4 a surname. Short for something is no reference: 京 is a word.
 */
export function standing({ senses, reference }: Pick<Entry, 'senses' | 'reference'>): number {
  if (reference && !reference.label.endsWith('short for')) return REFERS;
  if (senses.length === 0) return 0;
  return Math.min(...senses.map((sense) => STANDINGS.find(([pattern]) => pattern.test(sense))?.[1] ?? 0));
}

/**
 * The entries of one form, those that fit the context best first: by traditional form, by reading, then those of
 * common use before references and surnames, words before names. A surname goes first only where the reading has its capital.
 */
export function inOrder<T extends Ordered>(entries: readonly T[], context: EntryContext): T[] {
  if (entries.length < 2) return [...entries];
  const { variant, usual } = context;
  const ranked = entries.map((entry) => ({
    entry,
    form: Number(variant !== undefined && entry.variant !== variant),
    misfit: misfit(entry.reading, context.reading),
    standing: standing(entry),
    name: Number(/^\p{Lu}/u.test(entry.reading)),
    unusual: Number(usual !== undefined && entry.variant !== usual),
  }));
  // A reference goes behind other readings too, unless it is all that this form has in this reading.
  for (const one of ranked)
    if (one.standing === REFERS && ranked.some((other) => other.standing < REFERS && isLike(other, one)))
      one.misfit = REFERENCE;
    else if (one.standing === 4 && one.misfit > 0) one.misfit = SURNAME;
  return ranked
    .sort(
      (a, b) =>
        a.form - b.form ||
        a.misfit - b.misfit ||
        a.standing - b.standing ||
        a.name - b.name ||
        a.unusual - b.unusual,
    )
    .map(({ entry }) => entry);
}

const [SAME, OTHER_CASE, OTHER_TONE, OTHER, REFERENCE, SURNAME] = [0, 1, 2, 3, 4, 5];

/** How far an entry's reading is from the one met: a neutral tone is nearer than another reading. */
function misfit(own: string, met: string): number {
  if (met === '' || own === met) return SAME;
  if (own.toLowerCase() === met.toLowerCase()) return OTHER_CASE;
  const letters = (reading: string) => reading.toLowerCase().replace(/\d/g, '');
  return letters(own) === letters(met) && /5/.test(own + met) ? OTHER_TONE : OTHER;
}

function isLike(other: { form: number; misfit: number }, one: { form: number; misfit: number }): boolean {
  return other.form <= one.form && other.misfit <= one.misfit;
}
