import { expect, test } from 'vitest';
import type { DigestPhrase } from '@/utils/lang/digest';
import { comparisonText, digestText } from '@/utils/lang/digest-text';
import type { Term } from '@/utils/lang/term';

function phrase(met: string, count: number, renderings: Term['renderings']): DigestPhrase {
  const term: Term = {
    id: met,
    headword: { hans: met, hant: met },
    kind: 'phrase',
    reading: '',
    renderings,
    meaning: '',
    category: ['gov'],
    review: { level: 0 },
  };
  return { term, met, places: Array.from({ length: count }, (_, block) => ({ block, from: 0, to: 1 })) };
}

const PHRASES = [
  phrase('链长制', 3, [{ en: 'chain chief system', status: 'common' }]),
  phrase('两高', 1, [{ en: 'court | procuratorate', status: 'literal' }]),
  phrase('三新', 1, []),
];

test('a digest as text', () => {
  expect(digestText(PHRASES, '《东陵日报》', 'text')).toBe(
    [
      '《东陵日报》',
      '',
      '链长制\t×3\tchain chief system',
      '两高\t×1\tcourt | procuratorate',
      '三新\t×1\t',
    ].join('\n'),
  );
});

test('a digest as a table, in which a rendering ends no cell', () => {
  const lines = digestText(PHRASES, '《东陵日报》', 'markdown').split('\n');
  expect(lines.slice(0, 2)).toEqual(['> 《东陵日报》', '']);
  expect(lines.slice(4)).toEqual([
    '| 链长制 | 3 | chain chief system | common |',
    '| 两高 | 1 | court \\| procuratorate | literal |',
    '| 三新 | 1 |  |  |',
  ]);
  const cells = lines.slice(2).map((line) => line.split(/(?<!\\)\|/).length);
  expect(new Set(cells)).toEqual(new Set([6]));
});

test('a comparison names both articles', () => {
  const row = (met: string, here: number, there: number) => ({
    id: met,
    met,
    rendering: `(${met})`,
    here,
    there,
  });
  const comparison = { both: [row('甲', 2, 1)], onlyHere: [], onlyThere: [row('乙', 0, 4)] };
  expect(comparisonText(comparison, 'one', 'other')).toBe(
    [
      'A: one',
      'B: other',
      '',
      'A + B (1)',
      '甲\t2\t1\t(甲)',
      '',
      'A (0)',
      '',
      'B (1)',
      '乙\t0\t4\t(乙)',
    ].join('\n'),
  );
});
