import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchesOf, SLICE, slicesOf } from '@/utils/lang/slices';

const text = fc
  .array(fc.constantFrom('党', '的', '，', '。', '\n', 'a', '𠮷', ' '), { maxLength: 40 })
  .map((characters) => characters.join('').repeat(400));

test('slices partition a text, none is longer than a request may be', () => {
  fc.assert(
    fc.property(text, (source) => {
      const slices = slicesOf(source);
      expect(slices.map(({ from, to }) => source.slice(from, to)).join('')).toBe(source);
      for (const { from, to } of slices) expect(to - from).toBeLessThanOrEqual(SLICE);
    }),
    { numRuns: 50 },
  );
});

test('a cut stands after a sentence where there is one, and never inside a surrogate pair', () => {
  const sentence = `${'党'.repeat(2999)}。`;
  expect(slicesOf(sentence.repeat(2))).toEqual([
    { from: 0, to: 3000 },
    { from: 3000, to: 6000 },
  ]);
  const rare = `a${'𠮷'.repeat(SLICE)}`;
  for (const { to } of slicesOf(rare)) expect(rare.charCodeAt(to - 1) & 0xfc00).not.toBe(0xd800);
});

test('a text that fits is one slice; an empty one is none', () => {
  expect(slicesOf('双向奔赴')).toEqual([{ from: 0, to: 4 }]);
  expect(slicesOf('')).toEqual([]);
});

test('requests hold as much as fits, in order', () => {
  const items = [1500, 1500, 1500, 4000, 10].map((length) => ({ text: '字'.repeat(length) }));
  expect(batchesOf(items).map((batch) => batch.map((item) => item.text.length))).toEqual([
    [1500, 1500],
    [1500],
    [4000],
    [10],
  ]);
});
