import { describe, expect, test } from 'vitest';
import { analyze } from '@/utils/lang/analysis';
import { withOwnPhrases } from '@/utils/lang/engine';
import { hitsAt } from '@/utils/lang/hits';
import { builtEngine } from '../engine';

const own = { hans: '溪口大会', hant: '溪口大會', reading: '', gloss: '' };
const engine = withOwnPhrases(builtEngine(), [own]);
const hits = (text: string, offset: number) => {
  const analysis = analyze([text], engine);
  return hitsAt(analysis, 0, text, offset).map(({ kind, from, to, reading }) => [
    kind,
    text.slice(from, to),
    reading,
  ]);
};

describe('what lies under a character', () => {
  test('the word, shorter words in it, then the character, each with its reading there', () => {
    expect(hits('发展中国家', 0).slice(0, 3)).toEqual([
      ['word', '发展中国家', 'fa1 zhan3 zhong1 guo2 jia1'],
      ['part', '发展中', 'fa1 zhan3 zhong1'],
      ['part', '发展', 'fa1 zhan3'],
    ]);
    expect(hits('路很长', 2)).toEqual([['word', '长', 'chang2']]);
    expect(hits('银行', 1).at(-1)).toEqual(['character', '行', 'hang2']);
  });

  test('a character with its own tone, where a word leaves it without', () => {
    expect(hits('他把东西放下', 2)[0]).toEqual(['word', '东西', 'dong1 xi5']);
    expect(hits('他把东西放下', 3).at(-1)).toEqual(['character', '西', 'xi1']);
    expect(hits('孩子们', 1).at(-1)).toEqual(['character', '子', 'zi5']);
  });

  test('an own phrase before the words in it', () => {
    expect(hits('溪口大会开了', 2).map(([kind, form]) => [kind, form])).toEqual([
      ['own', '溪口大会'],
      ['word', '大会'],
      ['character', '大'],
    ]);
  });

  test('a character of two UTF-16 units at either of them, a word over its break at both ends', () => {
    expect(hits('去\n\n年，在县里', 3)[0]).toEqual(['word', '去\n\n年', 'qu4 nian2']);
    expect(hits('𨭎', 0)).toEqual([['word', '𨭎', 'xi3']]);
    expect(hits('𨭎', 1)).toEqual(hits('𨭎', 0));
  });

  test('a quantity after set phrases, before the words in it, at each of its digits', () => {
    const text = '县里投资2.8亿元，占21.5%';
    for (const offset of [4, 5, 6, 7, 8])
      expect(hits(text, offset)[0]).toEqual(['quantity', '2.8亿元', 'er4 dian3 ba1 yi4 yuan2']);
    expect(hits(text, 8)[1]).toEqual(['word', '元', 'yuan2']);
    expect(hits(text, text.length - 1)).toEqual([
      ['quantity', '21.5%', 'bai3 fen1 zhi1 er4 shi2 yi1 dian3 wu3'],
    ]);
  });

  test('nothing in punctuation, breaks, Latin letters and digits', () => {
    const text = '好，\n\nABC 12';
    for (let offset = 1; offset < text.length; offset++) expect(hits(text, offset)).toEqual([]);
  });

  test('a block that is not there is a fault', () => {
    expect(() => hitsAt(analyze([], engine), 0, '', 0)).toThrow('Block 0 of 0');
  });
});
