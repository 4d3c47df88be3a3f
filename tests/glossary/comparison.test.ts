import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { comparisonCsv } from '@/utils/glossary/formats/comparison';

test('a comparison as rows, in which nothing is a formula', () => {
  const row = (met: string, here: number, there: number) => ({
    id: met,
    met,
    rendering: `a, "${met}"`,
    here,
    there,
  });
  const csv = comparisonCsv(
    { both: [row('甲', 2, 1)], onlyHere: [row('乙', 3, 0)], onlyThere: [row('=丙', 0, 4)] },
    '=1+1',
    '头版',
  );
  expect(csv).toMatch(/^\uFEFF[^\uFEFF]*\r\n$/);
  expect(Papa.parse(csv.slice(1).trim()).data).toEqual([
    ['phrase', 'rendering', "'=1+1", '头版', 'stands in'],
    ['甲', 'a, "甲"', '2', '1', 'both'],
    ['乙', 'a, "乙"', '3', '0', 'only here'],
    ["'=丙", 'a, "=丙"', '0', '4', 'only there'],
  ]);
});
