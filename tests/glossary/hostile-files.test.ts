import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { termsOfDrafts } from '@/utils/glossary/draft';
import { toAnki } from '@/utils/glossary/formats/anki';
import { toCsv } from '@/utils/glossary/formats/csv';
import { GlossaryFileError } from '@/utils/glossary/formats/file-error';
import { fromJson, toJson } from '@/utils/glossary/formats/json';
import { toPleco } from '@/utils/glossary/formats/pleco';
import { draftsOf } from '@/utils/glossary/formats/rows';
import { readTable } from '@/utils/glossary/formats/table';
import { checkSize, decodeText, MAX_FILE_BYTES } from '@/utils/glossary/formats/text';
import { createTerm, editTerm, type SavedTerm } from '@/utils/glossary/record';
import { newTerm, occurrence } from './records';

const AT = '2026-03-05T01:00:00.000Z';
const TERMS: SavedTerm[] = [
  editTerm(
    createTerm(newTerm(), AT),
    { rendering: 'chain leader', note: '=cmd|"/c calc"!A1', tags: ['a'] },
    AT,
  ),
  createTerm(
    newTerm({ hans: '网格员', headword: '網格員', hant: '網格員', occurrence: occurrence({ url: 'x' }) }),
    AT,
  ),
];
const encode = (text: string) => new TextEncoder().encode(text);
const FILES = [toJson(TERMS), toCsv(TERMS), toAnki(TERMS, (reading) => reading), toPleco(TERMS)].map(encode);

/** As the page reads a file: all of it, or one sentence. */
function read(bytes: Uint8Array): SavedTerm[] | string {
  try {
    const text = decodeText(bytes);
    if (/^\uFEFF?\s*[[{]/.test(text)) return fromJson(text);
    const table = readTable(text);
    const columns = table.columns.some(Boolean)
      ? table.columns
      : table.columns.map((_, at) => (at === 0 ? 'headword' : null));
    return termsOfDrafts(draftsOf(table, columns).drafts, new Map(), (hans) => ({ hans, hant: hans }), AT);
  } catch (error) {
    expect(error).toBeInstanceOf(GlossaryFileError);
    return (error as Error).message;
  }
}

/** A record that was read is one that an export carries and an import takes back. */
function check(result: SavedTerm[] | string): void {
  if (typeof result === 'string') {
    expect(result).toMatch(/^[A-Z][^\n]*\.$/);
    return;
  }
  for (const term of result) {
    expect(term.hans).not.toBe('');
    expect(term.id).toBe(term.hans);
    for (const { sentence, from, to } of term.occurrences)
      expect(0 <= from && from <= to && to <= sentence.length).toBe(true);
  }
  expect(fromJson(toJson(result)).length).toBe(new Set(result.map(({ hans }) => hans)).size);
}

const file = fc.constantFrom(...FILES);
const anywhere = fc.double({ min: 0, max: 1, noNaN: true });

describe('damaged files are read or refused in one sentence', () => {
  const cases: [string, fc.Arbitrary<Uint8Array>][] = [
    ['cut', fc.tuple(file, anywhere).map(([bytes, at]) => bytes.slice(0, Math.floor(at * bytes.length)))],
    [
      'a stretch overwritten',
      fc.tuple(file, anywhere, fc.uint8Array({ minLength: 1, maxLength: 8 })).map(([bytes, at, put]) => {
        const damaged = new Uint8Array(bytes);
        damaged.set(put, Math.floor(at * (bytes.length - put.length)));
        return damaged;
      }),
    ],
    [
      'a stretch twice or left out',
      fc.tuple(file, anywhere, anywhere).map(([bytes, a, b]) => {
        const [x, y] = [Math.floor(a * bytes.length), Math.floor(b * bytes.length)];
        return new Uint8Array([...bytes.slice(0, x), ...bytes.slice(y)]);
      }),
    ],
    ['noise', fc.uint8Array({ maxLength: 200 })],
    [
      'texts of any kind in cells',
      fc
        .array(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 5 }), {
          maxLength: 6,
        })
        .map((rows) => encode(`source,target\n${rows.map((row) => row.join(',')).join('\n')}\n链长制,x`)),
    ],
    [
      'values of any kind in records',
      fc
        .tuple(fc.constantFrom(...Object.keys(TERMS[0] as SavedTerm)), fc.jsonValue())
        .map(([key, value]) =>
          encode(
            JSON.stringify({ format: 'tifa-glossary', version: 1, records: [{ ...TERMS[0], [key]: value }] }),
          ),
        ),
    ],
    [
      'any JSON',
      fc
        .jsonValue()
        .map((value) => encode(JSON.stringify({ format: 'tifa-glossary', version: 1, records: value }))),
    ],
  ];
  test.each(cases)('%s', (_, files) => {
    fc.assert(
      fc.property(files, (bytes) => check(read(bytes))),
      // 7 kinds of damage, 1,050 files; the same in every run.
      { numRuns: 150, seed: 30_042 },
    );
  });
});

describe('hostile files', () => {
  test('too large a file is refused unread', () => {
    expect(() => checkSize(MAX_FILE_BYTES + 1)).toThrow(
      /^The file has 129 MB; at most 128 MB can be imported\.$/,
    );
  });

  test.each([
    ['GBK', new Uint8Array([0xc1, 0xb4, 0xb3, 0xa4, 0xd6, 0xc6]), /^Line 1 is not UTF-8/],
    ['nothing', new Uint8Array(), /^The file holds no terms/],
    ['deep JSON', encode('[{"a":'.repeat(50_000)), /^Line 1 is where the file stops being JSON/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /^Line 1 is not UTF-8/],
  ])('%s', (_, bytes, sentence) => {
    expect(read(bytes)).toMatch(sentence);
  });

  test.each([
    [
      'a newer version, however it is written',
      `{"format":"tifa-glossary","records":[{"id":${'[0],'.repeat(99)}0}],"version":7}`,
      /^Line 1 is where the file stops being JSON/,
    ],
    [
      'a newer version',
      '{"format":"tifa-glossary","version":7,"records":[{"what":"ever"}]}',
      /^The file was written by a newer Tifa \(format 7, this one reads 1\)/,
    ],
    [
      'an unpaired surrogate in JSON',
      toJson([TERMS[1] as SavedTerm]).replace('網格員', '\\ud83d'),
      /^In record 1 \(网格员\): headword holds a broken character\. Nothing was imported\.$/,
    ],
  ])('%s', (_, text, sentence) => {
    expect(read(encode(text))).toMatch(sentence);
  });

  test('an unpaired surrogate cannot come as bytes; the line that holds one is named', () => {
    const lines = [
      encode('source,target\n链长制,a\n网格员,'),
      new Uint8Array([0xed, 0xa0, 0xbd]),
      encode('\n'),
    ];
    expect(read(new Uint8Array(lines.flatMap((part) => [...part])))).toMatch(/^Line 3 is not UTF-8/);
  });

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'the key %s reaches no prototype',
    (key) => {
      const record = `{"${key}":{"polluted":1},${JSON.stringify(TERMS[0]).slice(1)}`;
      const read1 = read(
        encode(`{"${key}":{"polluted":1},"format":"tifa-glossary","version":1,"records":[${record}]}`),
      );
      expect(read1).toEqual([TERMS[0]]);
      const term = (read1 as SavedTerm[])[0] as SavedTerm;
      expect(Object.getPrototypeOf(term)).toBe(Object.prototype);
      expect(Object.hasOwn(term, key)).toBe(false);
      const row = read(encode(`source,${key}\n链长制,x`)) as SavedTerm[];
      expect(row.map(({ hans }) => hans)).toEqual(['链长制']);
      const tagged = read(encode(`source,tags\n链长制,${key}`)) as SavedTerm[];
      expect(tagged[0]?.tags).toEqual([key]);
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
    },
  );

  test('formulas come in as text and go out guarded', () => {
    const [term] = read(encode('source,note\n链长制,=HYPERLINK("http://a")')) as SavedTerm[];
    expect(term?.note).toBe('=HYPERLINK("http://a")');
    expect(toCsv([term as SavedTerm])).toContain("'=HYPERLINK");
  });

  test('duplicate ids are one record', () => {
    const twice = [...TERMS, { ...(TERMS[0] as SavedTerm), hans: '网格员' }];
    expect((read(encode(toJson(twice))) as SavedTerm[]).map(({ id }) => id)).toEqual(['网格员', '链长制']);
  });
});
