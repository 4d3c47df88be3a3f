import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '@/utils/lang/analysis';
import { loadEngine } from '@/utils/lang/engine';

const file = (name: string) => readFileSync(`public/dict/${name}`);
const bufferOf = (bytes: Buffer) =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
const TEXT = '推行链长制，优化营商环境。';

test.each([
  ['one character of a record', 1],
  ['many', 5000],
])('a term base damaged in %s is left out; words and readings stay', (_, length) => {
  const bytes = file('dictionary.bin');
  const place = bytes.indexOf('"headword":{"hans":"链长制"');
  expect(place).toBeGreaterThan(0);
  bytes.fill(0x20, place, place + length);
  const engine = loadEngine({ dictionary: bufferOf(bytes), readings: bufferOf(file('readings.bin')) });
  expect(engine.dictionary.termsBroken).toBe(true);
  const { blocks, entries } = analyze([TEXT], engine);
  expect(blocks[0]?.terms).toEqual([]);
  expect(entries.some(({ term }) => term)).toBe(false);
  expect(blocks[0]?.words.map(({ from, to }) => TEXT.slice(from, to))).toContain('推行');
});

test('a sound one is used', () => {
  const engine = loadEngine({
    dictionary: bufferOf(file('dictionary.bin')),
    readings: bufferOf(file('readings.bin')),
  });
  expect(engine.dictionary.termsBroken).toBe(false);
  expect(analyze([TEXT], engine).blocks[0]?.terms).not.toEqual([]);
});
