import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeWordTrie, WordTrie } from '@/utils/lang/word-trie';

function find(trie: WordTrie, word: string): number {
  let node = trie.begin(word.charCodeAt(0));
  for (let at = 1; at < word.length && node !== 0; at++) node = trie.step(node, word.charCodeAt(at));
  return trie.value(node);
}

describe('the trie of words', () => {
  test('finds what was put in and nothing else', () => {
    const words = fc.uniqueArray(
      fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom(...'一二三四') }),
    );
    fc.assert(
      fc.property(
        words,
        fc.string({ minLength: 1, unit: fc.constantFrom(...'一二三四五') }),
        (known, asked) => {
          const trie = new WordTrie(encodeWordTrie(known.map((word, index) => [word, index + 1])));
          known.forEach((word, index) => {
            expect(find(trie, word)).toBe(index + 1);
          });
          expect(find(trie, asked)).toBe(known.indexOf(asked) + 1);
        },
      ),
    );
  });

  test('refuses a word twice and the empty word', () => {
    expect(() =>
      encodeWordTrie([
        ['一', 1],
        ['一', 2],
      ]),
    ).toThrow('一 stands twice');
    expect(() => encodeWordTrie([['', 1]])).toThrow('empty word');
  });
});
