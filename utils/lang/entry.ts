import type { Term } from './term';

/** A word that an entry points to, in the script of the text. */
export interface WordForm {
  form: string;
  /** As in `Entry.reading`; empty where the source gives none. */
  reading: string;
}

/** What the dictionary says of an entry that is no sense of it: measure words, other forms, other readings. */
export interface Note {
  /** English, such as `measure word`, `see also`, `in Taiwan`. */
  label: string;
  /** Words, or readings alone, with an empty form. */
  words: WordForm[];
}

/** What a dictionary or a term base says of one headword in one reading. Words and set phrases are one type. */
export interface Entry {
  /** The simplified form. */
  headword: string;
  /** The traditional form. */
  variant: string;
  /** One syllable per character, apart by spaces, tone as digit, ü as `v`, capitals kept: `lian4 zhang3 zhi4`. */
  reading: string;
  /**
   * Glosses in plain form, in the order of the source; those of the word that `reference` names, where the entry
   * only points to it. Empty for a set phrase that the dictionary lacks.
   */
  senses: string[];
  /** What the entry is to the word whose senses it has: `variant of`, `short for`. */
  reference?: Note;
  notes?: Note[];
  /** The form is among so many commonest words, one of `BANDS` in `dictionary-format.ts`; absent for rarer ones. */
  band?: number;
  /** The record of the term base, where the headword is a set phrase. */
  term?: Term;
  /** The reader's own phrase, recognised because it was saved; it stands in no built-in base. */
  own?: true;
  /** A number, quantity or date, explained: its reading in words, each with its syllables apart by spaces. */
  quantity?: string[];
}
