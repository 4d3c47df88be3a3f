import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metTerms } from '@/utils/lang/met-terms';
import { builtEngine } from '../engine';

const engine = builtEngine();
const met = (...blocks: string[]) =>
  metTerms(blocks, engine).met.map(({ met, block, from, to }) => [met, block, from, to]);

test.each<[string, string[], ReturnType<typeof met>]>([
  ['nothing', ['', '今天下雨。'], []],
  [
    'phrases in their blocks, in either script',
    ['落实链长制。', '推行鏈長制'],
    [
      ['链长制', 0, 2, 5],
      ['鏈長制', 1, 2, 5],
    ],
  ],
  ['one that a line break cuts, without the break', ['落实链\n长制。'], [['链长制', 0, 2, 6]]],
  ['of one inside another the longer', ['两代表一委员'], [['两代表一委员', 0, 0, 6]]],
])('finds %s', (_, blocks, expected) => {
  expect(met(...blocks)).toEqual(expected);
});

const piece = fc.constantFrom(
  '链长制',
  '双向奔赴',
  '鏈長制',
  '“放管服”改革',
  '两代表一委员',
  '，',
  '。',
  '\n',
  '我',
  'A1',
);
const block = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

test('every phrase stands where it is said to, in order, none inside another, with its record', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
      const found = metTerms(blocks, engine);
      const records = new Set(found.terms.map(({ id }) => id));
      expect(records.size).toBe(found.terms.length);
      let [block, end, start] = [0, 0, -1];
      for (const each of found.met) {
        const text = blocks[each.block]?.slice(each.from, each.to).replace(/[\s“”]/g, '');
        expect(text).toBe(each.met.replace(/[“”]/g, ''));
        expect(records).toContain(each.id);
        if (each.block > block) [block, end, start] = [each.block, 0, -1];
        expect(each.block).toBe(block);
        expect(each.from).toBeGreaterThanOrEqual(start);
        expect(each.to).toBeGreaterThan(end);
        [start, end] = [each.from, each.to];
      }
    }),
    { numRuns: 100 },
  );
});

test('blocks are looked through each by itself', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
      const alone = blocks.flatMap((text, at) =>
        metTerms([text], engine).met.map((each) => ({ ...each, block: at })),
      );
      expect(metTerms(blocks, engine).met).toEqual(alone);
    }),
    { numRuns: 50 },
  );
});
