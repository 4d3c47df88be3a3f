import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countUsage, type Dated, formatUsage, parseUsage, USAGE_FILE } from '@/utils/build/usage';
import type { Engine } from '@/utils/lang/engine';
import { Names } from '@/utils/lang/names';
import { Segmenter } from '@/utils/lang/segmentation';
import type { Term } from '@/utils/lang/term';
import { TermBase } from '@/utils/lang/term-base';
import { HELD } from '@/utils/lang/usage';
import { builtEngine, dictionaryOf } from '../engine';

const term = (id: string, hans: string, more: Partial<Term> = {}): Term => ({
  id,
  headword: { hans, hant: hans },
  kind: 'phrase',
  reading: 'jia3',
  renderings: [{ en: id, status: 'literal' }],
  meaning: 'For the test.',
  category: ['local'],
  review: { level: 0 },
  ...more,
});

const built = builtEngine();
const dictionary = dictionaryOf({
  fold: [],
  hant: [],
  entries: [],
  words: new Map(),
  readings: new Map(),
  terms: [
    term('long', '溪口三问'),
    term('short', '三问'),
    term('varied', '山海共治', { variants: [{ hans: '共治山海', hant: '共治山海', type: 'inverted' }] }),
    term('one', '双桥'),
    term('two', '双桥'),
    term('needy', '三桥', { match: { minContext: '河' } }),
  ],
  termCount: () => 0,
  sections: Object.fromEntries(
    ['surnames', 'givenUnits', 'givenCosts', 'foreignUnits', 'foreignCosts'].map((name) => [
      name,
      built.dictionary.section(name),
    ]),
  ),
});
const names = new Names(dictionary);
const engine: Engine = {
  ...built,
  dictionary,
  names,
  segmenter: new Segmenter(dictionary, names),
  terms: new TermBase(dictionary),
};
const TEXTS: Dated[] = [
  { kind: 'report', when: '2001', text: '开展溪口三问。\n坚持山海共治。' },
  { kind: 'report', when: '2003', text: '共治山海，过河上三桥、双桥。' },
  { kind: 'congress', when: '16', text: '再谈三问。' },
  { kind: 'broadcast', when: '2022-12-30', text: '三问，又是三问' },
  { kind: 'broadcast', when: '2023-02-01', text: '溪口三问' },
  { kind: 'broadcast', when: '2023-02-03', text: '天晴' },
];

describe('counting', () => {
  const { held, usage } = countUsage(TEXTS, engine);

  test.each([
    ['long', { reports: [2001], congresses: [], days: '001', times: 1 }],
    ['short', { reports: [], congresses: [16], days: '100', times: 2 }],
    ['varied', { reports: [2001, 2003], congresses: [], days: '000', times: 0 }],
  ])('%s: the longest alone, all forms together, a day once', (id, counts) => {
    expect(usage.get(id)).toEqual(counts);
  });

  test.each(['one', 'two', 'needy'])('%s has no count: its form does not tell it', (id) => {
    expect(usage.has(id)).toBe(false);
  });

  test('says what was held', () => {
    expect(held).toEqual({
      reports: [2001, 2003],
      congresses: [16],
      firstMonth: '2022-12',
      days: '102',
      lastDate: '2023-02-03',
      times: 3,
    });
  });

  test('is read as it was written', () => {
    expect(parseUsage(formatUsage(usage, held), 3)).toEqual(usage);
  });

  test('a line of another length is refused with its number', () => {
    expect(() => parseUsage('# head\njia\t2001\t\t10\t2\n', 3)).toThrow('Line 2');
    expect(() => parseUsage('jia\t2001\n', 3)).toThrow('Line 1');
  });
});

test('the committed counts name no year, congress or day that is not held', () => {
  const usage = parseUsage(readFileSync(USAGE_FILE, 'utf8'), HELD.days.length);
  expect(usage.size).toBeGreaterThan(1000);
  for (const [id, { reports, congresses, days, times }] of usage) {
    expect(times > 0, `${id}, times`).toBe(/[^0]/.test(days));
    expect(HELD.reports, id).toEqual(expect.arrayContaining(reports));
    expect(HELD.congresses, id).toEqual(expect.arrayContaining(congresses));
    for (const [place, digit] of Array.from(days).entries())
      expect(digit <= HELD.days.charAt(place), `${id}, month ${place}`).toBe(true);
  }
});
