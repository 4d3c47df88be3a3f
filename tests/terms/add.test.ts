import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTermFiles, readTerms } from '@/utils/build/term-files';
import { addRecords, checkFolder, statistics } from '@/utils/build/terms';
import type { Term } from '@/utils/lang/term';
import { describe } from '@/utils/terms/schema';

const NUMBERS = ['甲', '乙', '丙', '丁', '戊', '己'];
const READINGS = ['jia3', 'yi3', 'bing3', 'ding1', 'wu4', 'ji3'];

let folder = '';
let outside = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'terms-'));
  outside = mkdtempSync(join(tmpdir(), 'drafts-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(outside, { recursive: true });
});

function record(index: number, changes: Partial<Term> = {}): Term {
  return {
    id: `plan-${index}`,
    headword: { hans: `${NUMBERS[index]}字方案`, hant: `${NUMBERS[index]}字方案` },
    kind: 'phrase',
    reading: `${READINGS[index]} zi4 fang1 an4`,
    renderings: [{ en: `plan ${index}`, status: 'literal' }],
    meaning: `Plan number ${index} of an invented city, which says what is to be built there in the coming years.`,
    category: [index % 2 ? 'local' : 'gov'],
    review: { level: 0 },
    ...changes,
  };
}

function draft(name: string, json: unknown): string {
  const path = join(outside, name);
  writeFileSync(path, JSON.stringify(json));
  return path;
}

test('records go to the files of their categories, in their one form', async () => {
  const path = draft('a.json', [record(1), record(0)]);
  expect(await addRecords(path, false, folder)).toEqual({ written: 2, problems: [] });
  expect(readdirSync(folder).sort()).toEqual(['gov.json', 'local.json']);
  expect(readTermFiles(folder).problems).toEqual([]);
  expect(readTerms(folder).map(({ id }) => id)).toEqual(['plan-0', 'plan-1']);
  expect(statistics(folder).at(-1)).toMatch(/^total +2 +2 +0 +0 +0$/);
});

test('one fault, and nothing is written', async () => {
  const path = draft('a.json', [record(0), record(1, { reading: 'yi3 zi4' })]);
  const { written, problems } = await addRecords(path, false, folder);
  expect(written).toBe(0);
  expect(problems.map(describe).join()).toContain('local.json: 乙字方案: reading has 2 syllables');
  expect(readdirSync(folder)).toEqual([]);
});

test('an id that is taken is replaced only when asked', async () => {
  await addRecords(draft('a.json', [record(0)]), false, folder);
  const again = draft('b.json', [record(0, { literal: 'the plan' })]);
  expect((await addRecords(again, false, folder)).problems.map(describe).join()).toContain('--replace');
  expect((await addRecords(again, true, folder)).written).toBe(1);
  expect(readTerms(folder)[0]?.literal).toBe('the plan');
});

test('several at once lose nothing', async () => {
  const paths = NUMBERS.map((_, index) => draft(`${index}.json`, [record(index)]));
  const results = await Promise.all(paths.map((path) => addRecords(path, false, folder)));
  expect(results.map(({ written }) => written)).toEqual(NUMBERS.map(() => 1));
  expect(readTerms(folder)).toHaveLength(NUMBERS.length);
});

test('a file that was left untidy is told', async () => {
  await addRecords(draft('a.json', [record(0)]), false, folder);
  const path = join(folder, 'gov.json');
  writeFileSync(path, JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))));
  writeFileSync(join(folder, 'rivers.json'), '[]');
  expect(checkFolder(folder).map(describe)).toEqual([
    'gov.json: (file): is not in its one form: run `npm run terms -- format`',
    expect.stringContaining('rivers.json: (file): is not the file of a category'),
  ]);
});

test('a base that is broken is not read', () => {
  writeFileSync(join(folder, 'gov.json'), '[{}]');
  expect(() => readTerms(folder)).toThrow('gov.json: record 1: id');
  writeFileSync(join(folder, 'gov.json'), '[');
  expect(() => readTerms(folder)).toThrow('gov.json is no JSON');
});
