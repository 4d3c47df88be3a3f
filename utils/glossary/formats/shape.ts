import * as v from 'valibot';
import { MAX_HEADWORD } from '../headword';
import type { SavedTerm } from '../record';

/** Longer texts are no term, note or sentence, and would only make the page slow. */
export const MAX_TEXT = 20_000;

const text = v.pipe(
  v.string('is not a text'),
  v.maxLength(MAX_TEXT, `is longer than ${MAX_TEXT} characters`),
  v.check((value) => !/\p{Surrogate}/u.test(value), 'holds a broken character'),
);
const filled = v.pipe(text, v.minLength(1, 'is empty'));
const word = v.pipe(
  filled,
  v.maxLength(MAX_HEADWORD, `has more than ${MAX_HEADWORD} characters, too many for a term`),
);
const list = <S extends v.GenericSchema>(item: S) =>
  v.pipe(v.array(item, 'is not a list'), v.maxLength(MAX_TEXT, `has more than ${MAX_TEXT} items`));
const time = v.pipe(
  v.string('is not a time'),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/, 'is not a time'),
  v.check((value) => !Number.isNaN(Date.parse(value)), 'is not a time'),
  v.transform((value) => new Date(value).toISOString()),
);
const field = v.picklist(['rendering', 'note'], 'is neither rendering nor note');
const offset = v.pipe(
  v.number('is not a number'),
  v.integer('is not a whole number'),
  v.minValue(0, 'is below 0'),
);
const times = v.pipe(offset, v.minValue(1, 'is below 1'), v.maxValue(1_000_000, 'is above a million'));

const occurrence = v.pipe(
  v.object(
    {
      sentence: text,
      from: offset,
      to: offset,
      headline: text,
      byline: text,
      paper: text,
      page: text,
      date: v.pipe(text, v.regex(/^(\d{4}-\d\d-\d\d)?$/, 'is not a date')),
      url: text,
      readAt: time,
      again: v.optional(times),
    },
    (issue) => missing(issue, 'an occurrence'),
  ),
  v.check((o) => o.from <= o.to && o.to <= o.sentence.length, 'marks a place outside its sentence'),
);

/** The shape of a record of the personal glossary, version 1; keys that are not named are left out. */
export const savedTermShape = v.pipe(
  v.object(
    {
      id: filled,
      headword: word,
      hans: word,
      hant: word,
      reading: text,
      senses: list(text),
      term: v.optional(text),
      categories: list(text),
      officialRendering: text,
      own: v.boolean('is neither true nor false'),
      described: time,
      rendering: text,
      note: text,
      tags: list(filled),
      tagChanges: list(
        v.object({ tag: filled, on: v.boolean('is neither true nor false'), at: time }, (i) =>
          missing(i, 'a change'),
        ),
      ),
      changed: v.object({ rendering: v.optional(time), note: v.optional(time) }, (i) =>
        missing(i, 'an object'),
      ),
      earlier: list(
        v.object({ field, value: text, at: v.union([time, v.literal('')], 'is not a time') }, (i) =>
          missing(i, 'an earlier value'),
        ),
      ),
      occurrences: list(occurrence),
      lost: v.optional(
        list(v.object({ key: filled, times }, (issue) => missing(issue, 'a place that was taken away'))),
      ),
      created: time,
      saved: time,
      removed: v.nullable(time),
    },
    (issue) => missing(issue, 'a record'),
  ),
  v.transform((record): SavedTerm => {
    const { term, changed, lost, occurrences, ...rest } = record;
    const stamps: SavedTerm['changed'] = {};
    if (changed.rendering !== undefined) stamps.rendering = changed.rendering;
    if (changed.note !== undefined) stamps.note = changed.note;
    return {
      ...rest,
      ...(term === undefined ? {} : { term }),
      ...(lost === undefined ? {} : { lost }),
      occurrences: occurrences.map(({ again, ...o }) => (again === undefined ? o : { ...o, again })),
      changed: stamps,
    };
  }),
);

/** Where a value departs from a shape, and how: `occurrences[2].url is not a text`. */
export function fault(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).reduce((so, { key }) => {
    if (typeof key === 'number') return `${so}[${key}]`;
    return so === '' ? String(key) : `${so}.${String(key)}`;
  }, '');
  return path === '' ? issue.message : `${path} ${issue.message}`;
}

/** valibot asks for the message of an object both where it is none and where one of its keys is missing. */
function missing(issue: v.BaseIssue<unknown>, what: string): string {
  return issue.expected?.startsWith('"') ? 'is missing' : `is not ${what}`;
}
