/**
 * One term of the personal glossary. The same term (same `hans`) met again adds an occurrence, not a second
 * record. All times are ISO 8601 in UTC with milliseconds (`2026-03-05T01:02:03.004Z`), so that they sort as
 * strings. `merge.ts` says how two states of one record become one.
 */
export interface SavedTerm extends Description {
  /** The simplified form: two machines that save a term make one record of it. */
  id: string;
  /** As first met in the text. */
  headword: string;
  hans: string;
  /** The rendering that the reader chose; empty until then. */
  rendering: string;
  note: string;
  /** Sorted, each once. */
  tags: string[];
  /** Tags that were put on or taken off after the record was made, the last time each, sorted by tag. */
  tagChanges: TagChange[];
  /** When rendering and note were last written by the reader; absent where they never were. */
  changed: Partial<Record<WrittenField, string>>;
  /** What stood in rendering and note before, newest first, at most `EARLIER_KEPT` of each field. */
  earlier: EarlierValue[];
  /** By `readAt`, no two with the same sentence and address. */
  occurrences: Occurrence[];
  /** Places whose occurrence was taken away, sorted by key; absent where none was. */
  lost?: LostOccurrence[];
  created: string;
  /** When it was last saved or restored. */
  saved: string;
  /** When it was removed; it stays as a tombstone, so that a merge cannot bring it back. `null` while kept. */
  removed: string | null;
}

/** What the built-in bases said of a term when it was saved; taken over as a whole. */
export interface Description {
  hant: string;
  /** One syllable per Han character: `lian4 zhang3 zhi4`; empty where it is not known. */
  reading: string;
  /** Glosses or meaning as they were shown. */
  senses: string[];
  /** Id of the term base's record, where the term is a built-in set phrase. */
  term?: string;
  /** Categories of that record, the first is primary. */
  categories: string[];
  /** The official rendering; empty where there was none. */
  officialRendering: string;
  /** A phrase of the reader's own, which stood in no built-in base, or one from a list, of which that is not known. */
  own: boolean;
  /** When this was taken down. */
  described: string;
}

/** The fields that the reader writes as a whole. */
export type WrittenField = 'rendering' | 'note';

/** A value that another replaced. */
export interface EarlierValue {
  field: WrittenField;
  value: string;
  /** When it was written; empty where it came with the record. */
  at: string;
}

export interface TagChange {
  tag: string;
  on: boolean;
  at: string;
}

/** One place where the term was met: what a citation needs, in the original script. */
export interface Occurrence {
  /** May be empty, where a term was taken from a list. */
  sentence: string;
  /** The term within the sentence, UTF-16 offsets; both 0 where it does not stand there. */
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
  /** How often this place had been taken away before it was met here; absent where never. */
  again?: number;
}

/** A place that was taken away, by a number made from sentence and address: the text itself is not kept. */
export interface LostOccurrence {
  key: string;
  times: number;
}

/** What the reader hands over when a term is saved. */
export interface NewTerm
  extends Pick<
    SavedTerm,
    'headword' | 'hans' | 'hant' | 'reading' | 'senses' | 'term' | 'officialRendering'
  > {
  categories?: string[];
  /** Left out, it is own when it has neither a term nor senses. */
  own?: boolean;
  /** `null` where it was taken from a list, not met in a text. */
  occurrence: Occurrence | null;
}

/** Fields that are absent stay as they are; `tags` is the whole new list. */
export interface TermEdit {
  rendering?: string;
  note?: string;
  tags?: string[];
}

/** How many replaced values of one field a record keeps: enough to go back, not a diary. */
export const EARLIER_KEPT = 20;

/** The record that a first saving makes. */
export function createTerm(term: NewTerm, now: string): SavedTerm {
  if (term.hans === '' || term.headword === '')
    throw new RangeError('A term without characters was to be saved.');
  return {
    id: term.hans,
    headword: term.headword,
    hans: term.hans,
    hant: term.hant,
    reading: term.reading,
    senses: term.senses,
    ...(term.term === undefined ? {} : { term: term.term }),
    categories: term.categories ?? [],
    officialRendering: term.officialRendering,
    own: term.own ?? (term.term === undefined && term.senses.length === 0),
    described: now,
    rendering: '',
    note: '',
    tags: [],
    tagChanges: [],
    changed: {},
    earlier: [],
    occurrences: term.occurrence ? [term.occurrence] : [],
    created: now,
    saved: now,
    removed: null,
  };
}

/**
 * The record with some of its fields written anew. A stored time that lies in the future (another machine's
 * clock) does not hold an edit back: the edit's time is put just after it.
 */
export function editTerm(term: SavedTerm, edit: TermEdit, now: string): SavedTerm {
  const next: SavedTerm = { ...term, changed: { ...term.changed } };
  for (const field of ['rendering', 'note'] as const) {
    const value = edit[field];
    if (value === undefined || value === term[field]) continue;
    const before = term.changed[field] ?? '';
    next[field] = value;
    next.changed[field] = later(now, before);
    if (term[field] !== '')
      next.earlier = keepEarlier([...next.earlier, { field, value: term[field], at: before }]);
  }
  if (edit.tags) {
    const tags = [...new Set(edit.tags)].sort();
    const at = (tag: string) => later(now, term.tagChanges.find((change) => change.tag === tag)?.at ?? '');
    const changes: TagChange[] = [
      ...tags.filter((tag) => !term.tags.includes(tag)).map((tag) => ({ tag, on: true, at: at(tag) })),
      ...term.tags.filter((tag) => !tags.includes(tag)).map((tag) => ({ tag, on: false, at: at(tag) })),
    ];
    const changed = new Set(changes.map((change) => change.tag));
    next.tags = tags;
    next.tagChanges = [...term.tagChanges.filter((change) => !changed.has(change.tag)), ...changes].sort(
      byTag,
    );
  }
  return next;
}

/** The record as a tombstone. */
export function removeTerm(term: SavedTerm, now: string): SavedTerm {
  return { ...term, removed: later(now, term.saved) };
}

/** The record kept again. */
export function restoreTerm(term: SavedTerm, now: string): SavedTerm {
  return term.removed === null
    ? term
    : { ...term, saved: now > term.removed ? now : term.removed, removed: null };
}

/** Newest first, each once, `EARLIER_KEPT` of each field. */
export function keepEarlier(values: readonly EarlierValue[]): EarlierValue[] {
  const distinct = new Map(
    values.map((value) => [JSON.stringify([value.field, value.at, value.value]), value]),
  );
  const sorted = [...distinct.values()].sort(
    (a, b) => compare(a.field, b.field) || compare(b.at, a.at) || compare(b.value, a.value),
  );
  const of = (field: WrittenField) => sorted.filter((value) => value.field === field).slice(0, EARLIER_KEPT);
  return [...of('note'), ...of('rendering')];
}

/** The order of code units, the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function byTag(a: TagChange, b: TagChange): number {
  return compare(a.tag, b.tag);
}

/** `now`, or the millisecond after `before` where the clock stands behind it. */
function later(now: string, before: string): string {
  return now > before ? now : new Date(Date.parse(before) + 1).toISOString();
}
