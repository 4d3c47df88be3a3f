import { describe, expect, test } from 'vitest';
import { nameSections } from '@/utils/build/names';
import { Names } from '@/utils/lang/names';
import { Segmenter } from '@/utils/lang/segmentation';
import { streamOf } from '@/utils/lang/stream';
import type { Term } from '@/utils/lang/term';
import { TermBase } from '@/utils/lang/term-base';
import { dictionaryOf } from '../engine';

const term = (
  hans: string,
  hant: string,
  reading: string,
  match?: Term['match'],
  pattern?: Term['pattern'],
): Term => ({
  id: hans,
  headword: { hans, hant },
  kind: 'phrase',
  reading,
  renderings: [{ en: hans, status: 'literal' }],
  meaning: 'For the test.',
  category: ['local'],
  review: { level: 0 },
  ...(match ? { match } : {}),
  ...(pattern ? { pattern } : {}),
});

const dictionary = dictionaryOf({
  fold: [
    ['問', '问'],
    ['會', '会'],
    ['長', '长'],
  ],
  hant: [],
  entries: [
    {
      hans: '家长制',
      hant: '家長制',
      syllables: ['jia1', 'zhang3', 'zhi4'],
      reading: '',
      senses: ['a word'],
    },
  ],
  words: new Map(['机关', '干部', '关干'].map((word) => [word, { count: 900, tag: 'n' }])),
  readings: new Map(),
  terms: [
    term('溪口三问', '溪口三問', 'xi1 kou3 san1 wen4'),
    term('三问', '三問', 'san1 wen4'),
    term('问计于民', '問計於民', 'wen4 ji4 yu2 min2'),
    term('修好路、用好水', '修好路、用好水', 'xiu1 hao3 lu4 yong4 hao3 shui3'),
    term('机关干', '機關幹', 'ji1 guan1 gan4'),
    term('两会', '兩會', 'liang3 hui4', { avoid: '海峡两会' }),
    term('双长', '雙長', 'shuang1 zhang3', { minContext: '河湖' }),
    term('四灯', '四燈', 'si4 deng1', { minContext: '桥', avoid: '船' }),
    { ...term('四灯', '四燈', 'si4 deng1', { minContext: '街' }), id: '四灯-街' },
    { ...term('四灯', '四燈', 'si4 deng1', { minContext: '塔' }), id: '四灯-塔' },
    term('两桥', '兩橋', 'liang3 qiao2'),
    { ...term('两桥', '兩橋', 'liang3 qiao2', { minContext: '溪口' }), id: '两桥-溪口' },
    term('应X尽X', '應X盡X', 'ying1 jin4', undefined, { template: '应X尽X', examples: ['应种尽种'] }),
    term('应种尽种', '應種盡種', 'ying1 zhong4 jin4 zhong4'),
    term('以X促Y', '以X促Y', 'yi3 cu4', undefined, {
      template: '以X促Y',
      examples: ['以桥促路'],
      not: ['以此促'],
    }),
    term('N个X', 'N個X', 'ge4', undefined, {
      template: '“N个X”',
      lengths: { X: [2, 4] },
      examples: ['三个常到'],
      not: ['三个字'],
    }),
    term('X+Y模式', 'X+Y模式', 'mo2 shi4', undefined, {
      template: '“X+Y”',
      lengths: { X: [2, 3], Y: [2, 4] },
      examples: ['果园+夜校'],
    }),
    term('一X一档', '一X一檔', 'yi1 yi1 dang4', undefined, {
      template: '一X一[档案]',
      examples: ['一树一档'],
    }),
    term('X长制', 'X長制', 'zhang3 zhi4', undefined, { template: 'X长制', examples: ['渠长制'] }),
  ],
  termCount: () => 0,
  sections: nameSections([], []),
});
const base = new TermBase(dictionary);
const segmenter = new Segmenter(dictionary, new Names(dictionary));
const found = (text: string) => {
  const stream = streamOf(text, dictionary.fold);
  return base
    .match(stream, segmenter.cut(stream))
    .map(({ start, end }) => text.slice(stream.at[start], (stream.at[end - 1] ?? 0) + 1));
};

describe('set phrases', () => {
  test.each([
    ['nested ones too, longer first', '开展溪口三问活动', ['溪口三问', '三问']],
    ['overlapping ones', '溪口三问计于民', ['溪口三问', '三问', '问计于民']],
    ['in traditional characters', '開展溪口三問活動', ['溪口三問', '三問']],
    ['with quotation marks inside, both of them', '开展溪口“三问”活动', ['溪口“三问”', '三问']],
    ['with other quotation marks', '開展溪口「三問」活動', ['溪口「三問」', '三問']],
    ['with straight ones', '开展"溪口三问"活动', ['溪口三问', '三问']],
    ['whose second quotation mark lies before', '“溪口”三问', ['“溪口”三问', '三问']],
    ['with another comma', '要修好路，用好水', ['修好路，用好水']],
    [
      'cut by a column break',
      '他在会上说得很明白。大家一起来参加溪口三\n\n问活动',
      ['溪口三\n\n问', '三\n\n问'],
    ],
    ['not over the end of a paragraph', '大家说溪口三。\n问计', []],
    ['not where the text around forbids it', '海峡两会', []],
    ['where it does not', '全国两会', ['两会']],
    ['not without the text that they need', '双长', []],
    ['with it', '河湖双长', ['双长']],
    ['not where they would cut a word in two', '机关干部', []],
    ['not over a quotation that begins inside', '溪口三“问计”', []],
    ['as instances of a pattern', '果树应灌尽灌，以桥促路', ['应灌尽灌', '以桥促路']],
    ['not where the two slots differ that must be one', '应灌尽浇', []],
    ['not where the pattern says so', '以此促路', []],
    [
      'as quoted formulas of a number, without their marks',
      '做到“三个常到”和「四个不等」',
      ['三个常到', '四个不等'],
    ],
    ['not of a number without the marks', '三个常到的人带来四个不等的篮子', []],
    ['not of a number that goes on after the marks', '“三个常到的人都来了”', []],
    ['not where a longer slot begins as the pattern says', '写下“三个字形”', []],
    ['with a plus sign of any width', '“果园+夜校”“渠长＋渠工”', ['果园+夜校', '渠长＋渠工']],
    ['with one of several characters', '一树一档，一渠一案，一树一花', ['一树一档', '一渠一案']],
    ['not where the dictionary has the word', '渠长制不是家长制', ['渠长制']],
    ['once where an instance has its own record', '应种尽种', ['应种尽种']],
    ['not where there are none', '山高路远', []],
  ])('are found %s', (_, text, phrases) => {
    expect(found(text)).toEqual(phrases);
  });
});

describe('a form of several records', () => {
  const chosen = (text: string) => {
    const stream = streamOf(text, dictionary.fold);
    return base
      .match(stream, segmenter.cut(stream))
      .map(({ terms }) => terms.map((id) => dictionary.term(id).id));
  };
  test.each([
    ['the text around chooses', '桥上“四灯”亮了', [['四灯']]],
    ['in either direction', '四灯照着街', [['四灯-街']]],
    ['several may fit', '桥头的四灯照着街', [['四灯', '四灯-街']]],
    [
      'where nothing chooses a quoted one, all are offered',
      '今年“四灯”亮了',
      [['四灯', '四灯-街', '四灯-塔']],
    ],
    ['but those that the text forbids', '船上“四灯”亮了', [['四灯-街', '四灯-塔']]],
    ['none where it is not quoted', '今年四灯亮了', []],
    ['the one whose context is around comes first', '溪口建成两桥', [['两桥-溪口', '两桥']]],
    ['elsewhere only the one that needs none', '镇里建成两桥', [['两桥']]],
  ])('%s', (_, text, ids) => {
    expect(chosen(text)).toEqual(ids);
  });
});
