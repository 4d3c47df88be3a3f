import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '@/utils/lang/analysis';
import { loadCutter, loadEngine } from '@/utils/lang/engine';
import { markBlocks } from '@/utils/lang/marks';

const file = (name: string) => readFileSync(`public/dict/${name}`);
const bufferOf = (bytes: Buffer) =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
const TEXT = '推行链长制，优化营商环境。';

test.each([
  ['one character of a record', 1],
  ['many', 5000],
])('a term base damaged in %s is left out; words and readings stay', (_, length) => {
  const bytes = file('entries.bin');
  const place = bytes.indexOf('"headword":{"hans":"链长制"');
  expect(place).toBeGreaterThan(0);
  bytes.fill(0x20, place, place + length);
  const engine = loadEngine({
    dictionary: bufferOf(file('dictionary.bin')),
    entries: bufferOf(bytes),
    readings: bufferOf(file('readings.bin')),
  });
  expect(engine.dictionary.termsBroken).toBe(true);
  const { blocks, entries } = analyze([TEXT], engine);
  expect(blocks[0]?.terms).toEqual([]);
  expect(entries.some(({ term }) => term)).toBe(false);
  expect(blocks[0]?.words.map(({ from, to }) => TEXT.slice(from, to))).toContain('推行');
});

test('where what finds them is damaged, no set phrase is found or marked', () => {
  const bytes = file('dictionary.bin');
  const place = bytes.indexOf('\t链长制\t');
  expect(place).toBeGreaterThan(0);
  bytes.fill(0x20, place, place + 5);
  const cutter = loadCutter(bufferOf(bytes));
  expect(cutter.dictionary.termsBroken).toBe(true);
  expect(markBlocks([TEXT], cutter)).toEqual({ marks: [[]], terms: [] });
});

test('a sound one is used', () => {
  const engine = loadEngine({
    dictionary: bufferOf(file('dictionary.bin')),
    entries: bufferOf(file('entries.bin')),
    readings: bufferOf(file('readings.bin')),
  });
  expect(engine.dictionary.termsBroken).toBe(false);
  expect(analyze([TEXT], engine).blocks[0]?.terms).not.toEqual([]);
});
