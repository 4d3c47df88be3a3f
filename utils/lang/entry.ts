import type { Term } from './term';

/** What a dictionary or a term base says of one headword in one reading. Words and set phrases are one type. */
export interface Entry {
  /** The simplified form. */
  headword: string;
  /** The traditional form. */
  variant: string;
  /** One syllable per character, apart by spaces, tone as digit, ü as `v`, capitals kept: `lian4 zhang3 zhi4`. */
  reading: string;
  /** Glosses in plain form, in the order of the source. Empty for a set phrase that the dictionary lacks. */
  senses: string[];
  /** The record of the term base, where the headword is a set phrase. */
  term?: Term;
  /** The reader's own phrase, recognised because it was saved; it stands in no built-in base. */
  own?: true;
}
