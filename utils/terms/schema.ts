import * as v from 'valibot';
import type { Category, Relation, Term, TermKind, VariantType } from '../lang/term';

/** The categories, in the order in which the bases are listed; each has its own file, `CATEGORY.json`. */
export const CATEGORIES = [
  'theory',
  'partybuild',
  'org',
  'gov',
  'economy',
  'finance',
  'agri',
  'law',
  'grassroots',
  'social',
  'covid',
  'culture',
  'environment',
  'science',
  'military',
  'foreign',
  'tw_hk_xj_xz',
  'history',
  'local',
  'media',
  'numeric',
] as const satisfies readonly Category[];

const KINDS = [
  'phrase',
  'numeric',
  'title',
  'institution',
  'document',
  'pattern',
  'metaphor',
  'genre',
] as const satisfies readonly TermKind[];

const VARIANT_TYPES = [
  'short',
  'full',
  'quoted',
  'inverted',
  'misprint',
  'synonym',
] as const satisfies readonly VariantType[];

/** The fields of a record that a citation can support. */
export const SUPPORTED_FIELDS = [
  'renderings',
  'literal',
  'meaning',
  'signals',
  'contested',
  'origin',
  'firstKnownUse',
  'expansion',
  'status',
  'region',
  'register',
  'relations',
  'example',
  'organ',
] as const;

const text = v.pipe(
  v.string(),
  v.nonEmpty('must not be empty: leave the field out or write it'),
  v.check(
    (s) => s === s.trim() && !/\s{2}|[\n\t]/.test(s),
    'has white space at an end, doubled, or a line break',
  ),
);
const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters and digits, apart by single hyphens'),
);
const date = v.pipe(v.string(), v.check(isDate, 'must be a date written YYYY, YYYY-MM or YYYY-MM-DD'));
const citationId = v.pipe(v.string(), v.regex(/^c\d+$/, 'must be the id of a citation: c1, c2, …'));
const list = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.minLength(1, 'must not be an empty list: leave the field out'));

const forms = { hans: text, hant: text };

/** The shape of one record, keys in the order in which they are written. What spans fields is in `rules.ts`. */
export const termSchema = v.strictObject({
  id: slug,
  headword: v.strictObject(forms),
  kind: v.picklist(KINDS),
  variants: v.optional(list(v.strictObject({ ...forms, type: v.picklist(VARIANT_TYPES) }))),
  match: v.optional(
    filled(v.strictObject({ minContext: v.optional(pattern()), avoid: v.optional(pattern()) })),
  ),
  pattern: v.optional(
    v.strictObject({
      template: v.pipe(
        text,
        v.regex(
          /^(?=.*[A-Z])(?:“[A-Z\p{Script=Han}+]{2,8}”|(?:[A-Z\p{Script=Han}]|\[\p{Script=Han}+\]){3,8})$/u,
          'must be Chinese characters with a capital letter for each slot, [ ] around a choice, “ ” around all of it: 应X尽X',
        ),
      ),
      lengths: v.optional(
        v.record(
          v.pipe(v.string(), v.regex(/^[A-Z]$/, 'must be the letter of a slot')),
          v.tuple([v.number(), v.number()]),
        ),
      ),
      examples: list(text),
      not: v.optional(list(text)),
    }),
  ),
  reading: v.pipe(
    v.string(),
    v.regex(
      /^[A-Za-z]+[1-5]( [A-Za-z]+[1-5])*$/,
      'must be syllables with a tone digit 1–5, apart by one space, ü as v: lian4 zhang3 zhi4',
    ),
  ),
  organ: v.optional(
    v.strictObject({
      full: v.optional(v.strictObject(forms)),
      parent: v.optional(text),
      rank: v.optional(text),
      cite: list(citationId),
    }),
  ),
  renderings: list(
    v.strictObject({
      en: text,
      status: v.picklist(['official', 'common', 'analyst', 'literal']),
      source: v.optional(citationId),
      note: v.optional(text),
    }),
  ),
  literal: v.optional(text),
  meaning: text,
  signals: v.optional(text),
  contested: v.optional(text),
  origin: v.optional(
    v.strictObject({
      who: v.optional(text),
      occasion: v.optional(text),
      document: v.optional(text),
      date: v.optional(date),
      place: v.optional(text),
      confidence: v.picklist(['documented', 'reported', 'unknown']),
      cite: v.array(citationId),
    }),
  ),
  firstKnownUse: v.optional(v.strictObject({ date, where: text, cite: list(citationId) })),
  expansion: v.optional(list(v.strictObject({ ...forms, en: text }))),
  expansionSource: v.optional(citationId),
  status: v.optional(v.picklist(['current', 'fading', 'historic', 'local'])),
  region: v.optional(
    v.pipe(
      text,
      v.regex(/^(national|(province|city|sector):.+)$/, 'must be national, province:X, city:X or sector:X'),
    ),
  ),
  register: v.optional(v.picklist(['document', 'speech', 'press', 'bureaucratic', 'internet-borrowed'])),
  category: list(v.picklist(CATEGORIES)),
  opaque: v.optional(v.literal(false)),
  relations: v.optional(
    filled(
      v.strictObject({
        broader: v.optional(list(slug)),
        narrower: v.optional(list(slug)),
        related: v.optional(list(slug)),
        contrasts: v.optional(list(slug)),
        replaces: v.optional(list(slug)),
        replacedBy: v.optional(list(slug)),
        partOf: v.optional(list(slug)),
      } satisfies Record<Relation, unknown>),
    ),
  ),
  example: v.optional(text),
  citations: v.optional(
    list(
      v.strictObject({
        id: citationId,
        title: text,
        publisher: text,
        date: v.optional(date),
        url: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, 'must be an http(s) address'))),
        type: v.picklist(['primary', 'official-gloss', 'press', 'analysis', 'reference']),
        accessed: v.optional(date),
        supports: list(v.picklist(SUPPORTED_FIELDS)),
      }),
    ),
  ),
  review: v.strictObject({
    level: v.picklist([0, 1, 2, 3]),
    on: v.optional(date),
    notes: v.optional(text),
    openQuestions: v.optional(list(text)),
  }),
}) satisfies v.GenericSchema<unknown, Term>;

function filled<Schema extends v.GenericSchema<object, object>>(schema: Schema) {
  return v.pipe(
    schema,
    v.check((value) => Object.keys(value).length > 0, 'must not be empty: leave the field out'),
  );
}

function pattern() {
  return v.pipe(
    text,
    v.check((source) => {
      try {
        return new RegExp(source, 'u') instanceof RegExp;
      } catch {
        return false;
      }
    }, 'must be a regular expression that compiles with the flag u'),
  );
}

function isDate(value: string): boolean {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (!parts) return false;
  const [, year, month = '01', day = '01'] = parts;
  const time = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(8, 10) === day;
}

/** One fault of a record: where it is and what to write instead. */
export interface Problem {
  /** File name, `economy.json`. */
  file: string;
  /** Headword, or the record's place in its file where it has none. */
  headword: string;
  /** What is wrong and what to do about it. */
  remedy: string;
}

/** `economy.json: 链长制: …` */
export function describe(problem: Problem): string {
  return `${problem.file}: ${problem.headword}: ${problem.remedy}`;
}

/**
 * Records from parsed JSON, keys put in the order of the schema. A malformed record is left out and its faults
 * are told.
 */
export function readRecords(json: unknown, file: string): { terms: Term[]; problems: Problem[] } {
  if (!Array.isArray(json))
    return { terms: [], problems: [{ file, headword: '(file)', remedy: 'must hold one array of records' }] };
  const terms: Term[] = [];
  const problems: Problem[] = [];
  for (const [index, record] of json.entries()) {
    const result = v.safeParse(termSchema, record);
    if (result.success) {
      terms.push(result.output);
      continue;
    }
    const headword = nameOf(record) ?? `record ${index + 1}`;
    for (const issue of result.issues)
      problems.push({ file, headword, remedy: `${v.getDotPath(issue) ?? 'the record'}: ${issue.message}` });
  }
  return { terms, problems };
}

function nameOf(record: unknown): string | undefined {
  const named = v.safeParse(v.object({ headword: v.object({ hans: v.string() }) }), record);
  return named.success ? named.output.headword.hans : undefined;
}
