import { expect, test } from 'vitest';
import { comparisonAddress, parseAddress } from '@/entrypoints/terms/use-address';

test.each<[string, { shown: string; compared: string[] }]>([
  ['', { shown: '', compared: [] }],
  ['#', { shown: '', compared: [] }],
  ['#lianzhangzhi', { shown: 'lianzhangzhi', compared: [] }],
  ['#compare=a,b', { shown: '', compared: ['a', 'b'] }],
  ['#compare=,a,', { shown: '', compared: ['a'] }],
  ['#compare%3Da%2Cb', { shown: '', compared: ['a', 'b'] }],
  // Written by hand, or cut by whatever carried it.
  ['#%E9%93', { shown: '%E9%93', compared: [] }],
])('the address %s', (hash, expected) => {
  expect(parseAddress(hash)).toEqual(expected);
});

test('a comparison has an address', () => {
  expect(parseAddress(comparisonAddress(['a', 'b-2']))).toEqual({ shown: '', compared: ['a', 'b-2'] });
});
