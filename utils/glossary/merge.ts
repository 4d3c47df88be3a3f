import { keptOf, mergeLost, metAgain } from './lost';
import {
  byTag,
  compare,
  createTerm,
  type Description,
  type EarlierValue,
  keepEarlier,
  type NewTerm,
  type Occurrence,
  type SavedTerm,
  type TagChange,
  type WrittenField,
} from './record';

/**
 * Two states of one term become one: the single way in which import, restore and a second save reach the
 * glossary. Each field grows along an order of its own, so the result does not depend on who comes first, on
 * grouping, or on merging twice; it is canonical (sorted lists). What the reader wrote last wins, and what it
 * replaces is kept in `earlier`; occurrences and tags unite; a save after a removal keeps the term.
 */
export function mergeTerm(a: SavedTerm, b: SavedTerm): SavedTerm {
  if (a.hans !== b.hans) throw new RangeError(`Two terms were to be merged: ${a.hans} and ${b.hans}.`);
  const first = compareFirst(a, b) <= 0 ? a : b;
  const rendering = mergeWritten(a, b, 'rendering');
  const note = mergeWritten(a, b, 'note');
  const saved = max(a.saved, b.saved);
  const removed = max(a.removed ?? '', b.removed ?? '');
  const lost = mergeLost(a.lost, b.lost);
  const changed: SavedTerm['changed'] = {};
  if (rendering.at !== '') changed.rendering = rendering.at;
  if (note.at !== '') changed.note = note.at;
  return {
    id: first.id,
    headword: first.headword,
    hans: a.hans,
    ...describe(compareDescriptions(a, b) >= 0 ? a : b),
    rendering: rendering.value,
    note: note.value,
    ...mergeTags(a, b),
    changed,
    earlier: keepEarlier([...rendering.earlier, ...note.earlier]),
    occurrences: mergeOccurrences(keptOf([...a.occurrences, ...b.occurrences], lost)),
    ...(lost.length === 0 ? {} : { lost }),
    created: first.created,
    saved,
    // At the same instant it is kept: rather a term too many than one lost.
    removed: removed > saved ? removed : null,
  };
}

/**
 * What saving a term makes of the record that is known of it, if one is: an occurrence more, and kept again where
 * it had been removed.
 */
export function addTerm(known: SavedTerm | undefined, term: NewTerm, now: string): SavedTerm {
  const { occurrence } = term;
  const made = createTerm({ ...term, occurrence: occurrence && metAgain(known, occurrence) }, now);
  if (!known) return made;
  // A removal by a machine whose clock is ahead must not undo this save.
  return mergeTerm(known, { ...made, saved: max(now, known.removed ?? '') });
}

/** Two glossaries become one, with one record for each `hans`, sorted by it. */
export function mergeGlossaries(a: readonly SavedTerm[], b: readonly SavedTerm[]): SavedTerm[] {
  const merged = new Map<string, SavedTerm>();
  for (const term of [...a, ...b]) {
    merged.set(term.hans, mergeTerm(merged.get(term.hans) ?? term, term));
  }
  return [...merged.values()].sort((x, y) => compare(x.hans, y.hans));
}

/** Whether two records say the same, whatever the order of their lists and keys. */
export function sameTerm(a: SavedTerm, b: SavedTerm): boolean {
  return a.hans === b.hans && (equal(a, b) || equal(mergeTerm(a, a), mergeTerm(b, b)));
}

/** The older record gives id, headword and time; `headword` and `id` only break a tie. */
function compareFirst(a: SavedTerm, b: SavedTerm): number {
  return compare(a.created, b.created) || compare(a.headword, b.headword) || compare(a.id, b.id);
}

/** A description that says something beats an empty one, then the later one, since bases improve. */
function compareDescriptions(a: Description, b: Description): number {
  if (a === b) return 0;
  const full = (d: Description) =>
    (d.term !== undefined || d.senses.length > 0 ? 2 : 0) + (d.reading === '' ? 0 : 1);
  return (
    full(a) - full(b) ||
    compare(a.described, b.described) ||
    compare(JSON.stringify(describe(a)), JSON.stringify(describe(b)))
  );
}

function describe(d: Description): Description {
  return {
    hant: d.hant,
    reading: d.reading,
    senses: d.senses,
    ...(d.term === undefined ? {} : { term: d.term }),
    categories: d.categories,
    officialRendering: d.officialRendering,
    own: d.own,
    described: d.described,
  };
}

function mergeWritten(a: SavedTerm, b: SavedTerm, field: WrittenField) {
  const [won, lost] = [a, b]
    .map((term): EarlierValue => ({ field, value: term[field], at: term.changed[field] ?? '' }))
    .sort((x, y) => compare(y.at, x.at) || compare(y.value, x.value)) as [EarlierValue, EarlierValue];
  const earlier = [...a.earlier, ...b.earlier, lost].filter(
    (value) =>
      value.field === field && value.value !== '' && (value.at !== won.at || value.value !== won.value),
  );
  return { value: won.value, at: won.at, earlier };
}

function mergeTags(a: SavedTerm, b: SavedTerm): Pick<SavedTerm, 'tags' | 'tagChanges'> {
  const changes = new Map<string, TagChange>();
  for (const change of [...a.tagChanges, ...b.tagChanges]) {
    const known = changes.get(change.tag);
    const wins = !known || change.at > known.at || (change.at === known.at && change.on);
    if (wins) changes.set(change.tag, change);
  }
  const tags = new Set([...a.tags, ...b.tags].filter((tag) => changes.get(tag)?.on ?? true));
  for (const change of changes.values()) if (change.on) tags.add(change.tag);
  return { tags: [...tags].sort(), tagChanges: [...changes.values()].sort(byTag) };
}

function mergeOccurrences(occurrences: readonly Occurrence[]): Occurrence[] {
  const merged = new Map<string, Occurrence>();
  for (const occurrence of occurrences) {
    const key = JSON.stringify([occurrence.sentence, occurrence.url]);
    const known = merged.get(key);
    merged.set(key, mergeOccurrence(known ?? occurrence, occurrence));
  }
  return [...merged.values()].sort(
    (a, b) => compare(a.readAt, b.readAt) || compare(a.url, b.url) || compare(a.sentence, b.sentence),
  );
}

/** The same sentence on the same page: what either knows, and the first time it was read since it was taken away. */
function mergeOccurrence(a: Occurrence, b: Occurrence): Occurrence {
  const [before, after] = [a.again ?? 0, b.again ?? 0];
  if (before !== after) return before > after ? a : b;
  const marked = [a, b].filter((o) => o.from < o.to).sort((x, y) => x.from - y.from || y.to - x.to);
  const span = marked[0] ?? { from: 0, to: 0 };
  return {
    sentence: a.sentence,
    from: span.from,
    to: span.to,
    headline: max(a.headline, b.headline),
    byline: max(a.byline, b.byline),
    paper: max(a.paper, b.paper),
    page: max(a.page, b.page),
    date: max(a.date, b.date),
    url: a.url,
    readAt: compare(a.readAt, b.readAt) <= 0 ? a.readAt : b.readAt,
    ...(before === 0 ? {} : { again: before }),
  };
}

/** Whether two values of records are alike; a key that is `undefined` counts as absent. */
function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, at) => equal(item, b[at]))
    );
  }
  const [x, y] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(x), ...Object.keys(y)])].every((key) => equal(x[key], y[key]));
}

/** The later one in the order of code units; an empty text loses to any other. */
function max(a: string, b: string): string {
  return compare(a, b) >= 0 ? a : b;
}
