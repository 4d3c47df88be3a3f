import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareKeys, encodeTrie, Trie } from '@/utils/lang/trie';

const keys = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6, unit: 'binary' }), { maxLength: 60 });

describe('the trie', () => {
  test('finds what was put in and nothing else', () => {
    fc.assert(
      fc.property(keys, fc.string({ unit: 'binary' }), (list, other) => {
        const trie = new Trie(encodeTrie(list.map((key, at) => [key, at * 7])));
        list.forEach((key, at) => {
          expect(trie.get(key)).toBe(at * 7);
        });
        expect(trie.get(other)).toBe(list.includes(other) ? list.indexOf(other) * 7 : -1);
      }),
    );
  });

  test('gives back the key of a rank, and ranks are the order of keys', () => {
    fc.assert(
      fc.property(keys, (list) => {
        const sorted = [...list].sort(compareKeys);
        const trie = new Trie(encodeTrie(sorted.map((key, rank) => [key, rank])));
        expect(trie.size).toBe(list.length);
        sorted.forEach((key, rank) => {
          expect(trie.get(key)).toBe(rank);
          expect(trie.key(rank)).toBe(key);
        });
      }),
    );
  });

  test('holds a node with more children than a byte counts', () => {
    const list = Array.from({ length: 300 }, (_, at) => `不${String.fromCharCode(0x4e00 + at)}`);
    const trie = new Trie(encodeTrie(list.map((key, rank) => [key, rank])));
    expect(list.map((key) => trie.get(key))).toEqual(list.map((_, rank) => rank));
  });

  test.each([
    [
      'the same key twice',
      [
        ['山', 1],
        ['山', 2],
      ],
    ],
    ['an empty key', [['', 1]]],
  ] as [string, [string, number][]][])('refuses %s', (_, entries) => {
    expect(() => encodeTrie(entries)).toThrow();
  });

  test('refuses a rank that it does not have', () => {
    expect(() => new Trie(encodeTrie([['山', 0]])).key(1)).toThrow('Key 1 of 1');
  });
});
