/**
 * One term of the personal glossary. The same term met again adds an occurrence, not a second record.
 * All times are ISO 8601 in UTC.
 */
export interface SavedTerm {
  id: string;
  /** As first met in the text. */
  headword: string;
  hans: string;
  hant: string;
  /** One syllable per Han character: `lian4 zhang3 zhi4`. */
  reading: string;
  /** Glosses or meaning as they were shown when the term was saved. */
  senses: string[];
  /** Id of the term base's record, where the term is a built-in set phrase. */
  term?: string;
  /** The rendering that the reader chose; empty until then. */
  rendering: string;
  /** The official rendering when the term was saved; empty where there was none. */
  officialRendering: string;
  note: string;
  tags: string[];
  occurrences: Occurrence[];
  created: string;
  /** When each field was last changed by the reader; a field that is absent was never changed since `created`. */
  changed: Partial<Record<EditableField, string>>;
  /** When it was removed; the record stays as a tombstone so that a merge cannot bring it back. `null` while it is kept. */
  removed: string | null;
}

export type EditableField = 'rendering' | 'note' | 'tags' | 'removed';

/** One place where the term was met: what a citation needs, in the original script. */
export interface Occurrence {
  sentence: string;
  /** The term within the sentence, UTF-16 offsets. */
  from: number;
  to: number;
  headline: string;
  byline: string;
  paper: string;
  /** Page (版) of the paper, as printed. */
  page: string;
  /** Date of the article, YYYY-MM-DD, or empty. */
  date: string;
  url: string;
  readAt: string;
}

/** What the reader hands over when a term is saved. */
export interface NewTerm
  extends Pick<SavedTerm, 'headword' | 'hans' | 'hant' | 'reading' | 'senses' | 'term' | 'officialRendering'> {
  occurrence: Occurrence;
}
