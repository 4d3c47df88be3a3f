import { describe, expect, test } from 'vitest';
import { Dictionary } from '@/utils/lang/dictionary';
import type { Term } from '@/utils/lang/term';
import { dictionaryOf } from '../engine';

const TERM: Term = {
  id: 'xikou-jingshen',
  headword: { hans: '溪口“三问”', hant: '溪口「三問」' },
  kind: 'numeric',
  variants: [{ hans: '三问', hant: '三問', type: 'short' }],
  reading: 'xi1 kou3 san1 wen4',
  renderings: [{ en: 'the three questions of Xikou', status: 'literal' }],
  meaning: 'A slogan that stands in no paper.',
  category: ['local'],
  review: { level: 0 },
};

const entry = (hans: string, hant: string, reading: string, ...senses: string[]) => ({
  hans,
  hant,
  reading,
  syllables: reading.split(' '),
  senses,
});

const dictionary = dictionaryOf({
  fold: [
    ['後', '后'],
    ['問', '问'],
    ['裏', '里'],
    ['裡', '里'],
    ['長', '长'],
  ],
  hant: [
    ['后', '後'],
    ['里', '裡'],
    ['问', '問'],
    ['长', '長'],
  ],
  entries: [
    entry('后', '後', 'hou4', 'after', 'behind'),
    entry('后', '后', 'hou4', 'queen'),
    entry('里面', '裡面', 'li3 mian4', 'inside'),
    entry('长', '長', 'chang2', 'long'),
    entry('长', '長', 'zhang3', 'to grow'),
    entry('三问', '三問', 'san1 wen4', 'three questions'),
    entry('着', '著', 'zhe5', 'aspect particle'),
    { hans: '𠮷野', hant: '𠮷野', reading: 'Ji2 ye3', syllables: null, senses: ['a name'] },
    entry('卡拉OK', '卡拉OK', 'ka3 la1', 'karaoke'),
  ],
  words: new Map([
    ['后', { count: 1000, tag: 'f' }],
    ['溪口', { count: 12, tag: 'ns' }],
  ]),
  readings: new Map([['长', ['zhang3']]]),
  terms: [TERM],
  termCount: () => 0,
  sections: { measured: new Uint8Array() },
});
const senses = (headword: string) => dictionary.lookup(headword).map((found) => found.senses[0]);

describe('the dictionary', () => {
  test.each([
    ['in simplified form', '里面', ['inside']],
    ['in traditional form', '裡面', ['inside']],
    ['in a form that no entry has', '裏面', ['inside']],
    ['with all entries of an ambiguous simplified form', '后', ['after', 'queen']],
    ['only with those of a traditional form', '後', ['after']],
    ['under a traditional form that simplified text knows too', '著', ['aspect particle']],
    ['with Latin letters', '卡拉OK', ['karaoke']],
    ['not where there is none', '溪', []],
    ['not where a word has a frequency only', '溪口', []],
  ])('finds a headword %s', (_, headword, found) => {
    expect(senses(headword)).toEqual(found);
  });

  test('gives both forms and the reading of an entry', () => {
    expect(dictionary.lookup('裏面')).toMatchObject([
      { headword: '里面', variant: '裡面', reading: 'li3 mian4', senses: ['inside'] },
    ]);
    expect(dictionary.lookup('𠮷野')[0]).toMatchObject({ headword: '𠮷野', reading: 'Ji2 ye3' });
    expect(dictionary.lookup('著')[0]).toMatchObject({ headword: '着', variant: '著' });
  });

  test('gives a set phrase the glosses of its reading and its record', () => {
    expect(dictionary.lookup('三問')[0]).toMatchObject({
      headword: TERM.headword.hans,
      term: { id: TERM.id },
    });
    expect(dictionary.lookup('溪口三问')).toHaveLength(1);
  });

  test('finds a record by its id', () => {
    expect(dictionary.termNamed(TERM.id)?.headword).toEqual(TERM.headword);
    for (const id of ['', 'a', 'zzz']) expect(dictionary.termNamed(id)).toBeNull();
  });

  test('puts the commonest reading of a character first', () => {
    expect(dictionary.readingsOf('长')).toEqual(['zhang3', 'chang2']);
    expect(dictionary.readingsOf('溪')).toEqual([]);
  });

  test('throws on numbers that it does not have', () => {
    expect(() => dictionary.entry(-1)).toThrow('Entry -1 of 9');
    expect(() => dictionary.term(dictionary.termBase + 1)).toThrow('Set phrase 1 of 1');
    expect(() => new Dictionary(new ArrayBuffer(3))).toThrow('3 bytes');
  });
});
