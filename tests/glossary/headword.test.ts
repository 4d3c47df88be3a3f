import { describe, expect, test } from 'vitest';
import { planFile } from '@/entrypoints/glossary/files';
import { fromJson, toJson } from '@/utils/glossary/formats/json';
import { draftsOf } from '@/utils/glossary/formats/rows';
import { readTable } from '@/utils/glossary/formats/table';
import { isOneTerm, MAX_HEADWORD, textsToConvert } from '@/utils/glossary/headword';
import { createTerm, type SavedTerm } from '@/utils/glossary/record';
import { newTerm } from './records';

const AT = '2026-03-05T01:00:00.000Z';
const FORMS = new Map(
  [
    ['鏈長制', '链长制', '鏈長制'],
    ['链長制', '链长制', '鏈長制'],
    ['長', '长', '長'],
    ['长', '长', '長'],
    ['链', '链', '鏈'],
    ['鏈', '链', '鏈'],
    ['裏', '里', '裡'],
    ['裡', '里', '裡'],
  ].map(([text = '', hans = '', hant = '']) => [text, { hans, hant }]),
);
const formsOf = (text: string) => FORMS.get(text) ?? { hans: text, hant: text };
const record = (headword: string, hans: string, hant: string, term?: string): SavedTerm =>
  createTerm(newTerm({ headword, hans, hant, term }), AT);

describe('a headword and its two forms', () => {
  test.each([
    ['链长制', '链长制', '鏈長制', true],
    ['鏈長制', '链长制', '鏈長制', true],
    ['链長制', '链长制', '鏈長制', true],
    ['“链长制”', '链长制', '鏈長制', true],
    ['裏', '里', '裡', true],
    ['网格员', '链长制', '鏈長制', false],
    ['链长', '链长制', '鏈長制', false],
    ['', '链长制', '鏈長制', false],
  ])('%s of %s, %s: %s', (headword, hans, hant, one) => {
    expect(isOneTerm({ headword, hans, hant }, formsOf)).toBe(one);
  });

  test('a set phrase of the bases may have been met in another wording', () => {
    expect(isOneTerm(record('链长责任制', '链长制', '鏈長制', 'lianzhang-zhi'), formsOf)).toBe(true);
  });

  test('only what is in doubt is converted', () => {
    expect(textsToConvert([record('鏈長制', '链长制', '鏈長制')])).toEqual([]);
    const texts = textsToConvert([record('链長制', '链长制', '鏈長制')]);
    expect(texts).toEqual(['链長制', '链', '長', '制', '链长制', '长', '鏈長制', '鏈']);
  });
});

describe('importing', () => {
  const long = '长'.repeat(MAX_HEADWORD + 1);

  test('a whole record under a foreign headword is refused in one sentence', () => {
    const file = (terms: SavedTerm[]) => ({ terms: fromJson(toJson(terms)), table: null });
    const strange = file([record('链長制', '链长制', '鏈長制'), record('网格员', '河湖长', '河湖長')]);
    expect(() => planFile(strange, [], FORMS, [])).toThrow(
      /^In record \d \(河湖长\): headword 网格员 is neither hans nor hant\. Nothing was imported\.$/,
    );
    const fine = file([record('链長制', '链长制', '鏈長制')]);
    expect(planFile(fine, [], FORMS, [])?.added).toHaveLength(1);
  });

  test.each(['headword', 'hans', 'hant'] as const)('a record whose %s is no term is refused', (field) => {
    const terms = [{ ...record('链长制', '链长制', '鏈長制'), [field]: long }];
    expect(() => fromJson(toJson(terms))).toThrow(
      `${field} has more than 60 characters, too many for a term`,
    );
    expect(fromJson(toJson([{ ...(terms[0] as SavedTerm), [field]: long.slice(1) }]))).toHaveLength(1);
  });

  test('a row is refused, the others are taken', () => {
    const table = readTable(
      `headword,simplified,traditional,note\n网格员,链长制,鏈長制,a\n链長制,链长制,鏈長制,b\n${long},,,c\n河湖长,,,d\n`,
    );
    const plan = planFile({ terms: null, table }, table.columns, FORMS, []);
    expect(plan?.refused).toEqual([
      { line: 2, reason: 'other_forms', value: '网格员' },
      { line: 4, reason: 'no_term', value: long.slice(0, 20) },
    ]);
    expect(plan?.terms.map(({ hans, note }) => [hans, note])).toEqual([
      ['链长制', 'b'],
      ['河湖长', 'd'],
    ]);
  });

  test('as long a form as a reader can mark is a term', () => {
    expect(draftsOf(readTable(`term_zh\n${long.slice(1)}\n`)).drafts).toHaveLength(1);
  });
});
