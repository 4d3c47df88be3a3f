import { describe, expect, test } from 'vitest';
import { authors, cite } from '@/utils/glossary/formats/citation';
import type { Occurrence } from '@/utils/glossary/record';
import { occurrence } from './records';

const URL = 'https://paper.yunling.example/2026/0305/2.html';

describe('cite', () => {
  test.each<[string, Partial<Occurrence>, string, string]>([
    [
      'a page of an e-paper',
      {},
      `林晓禾, “云岭市部署秋季河湖治理,” 云岭日报, March 5, 2026, 2, ${URL}.`,
      `林晓禾. 云岭市部署秋季河湖治理[N/OL]. 云岭日报, 2026-03-05(02)[2026-03-05]. ${URL}.`,
    ],
    [
      'printed, without address',
      { url: '' },
      '林晓禾, “云岭市部署秋季河湖治理,” 云岭日报, March 5, 2026, 2.',
      '林晓禾. 云岭市部署秋季河湖治理[N]. 云岭日报, 2026-03-05(02).',
    ],
    [
      'a web page without paper, byline and page',
      { paper: '', byline: '', page: '' },
      `“云岭市部署秋季河湖治理,” March 5, 2026, ${URL}.`,
      `云岭市部署秋季河湖治理[EB/OL]. (2026-03-05)[2026-03-05]. ${URL}.`,
    ],
    [
      'no date: when it was read',
      { date: '', page: '', byline: '' },
      `“云岭市部署秋季河湖治理,” 云岭日报, accessed March 5, 2026, ${URL}.`,
      `云岭市部署秋季河湖治理[N/OL]. 云岭日报[2026-03-05]. ${URL}.`,
    ],
    [
      'a headline alone',
      { url: '', date: '', page: '', byline: '', paper: '' },
      '“云岭市部署秋季河湖治理.”',
      '云岭市部署秋季河湖治理[EB/OL].',
    ],
    [
      'four authors',
      { byline: '本报记者 林晓禾 周岸 通讯员 何川、沈舟', url: '' },
      '林晓禾, 周岸, 何川, and 沈舟, “云岭市部署秋季河湖治理,” 云岭日报, March 5, 2026, 2.',
      '林晓禾, 周岸, 何川, 等. 云岭市部署秋季河湖治理[N]. 云岭日报, 2026-03-05(02).',
    ],
    ['nothing known', { url: '', date: '', page: '', byline: '', paper: '', headline: '' }, '', ''],
  ])('%s', (_, over, chicago, gbt) => {
    expect(cite(occurrence(over), 'chicago')).toBe(chicago);
    expect(cite(occurrence(over), 'gbt7714')).toBe(gbt);
  });
});

test.each([
  ['本报记者 林晓禾', ['林晓禾']],
  ['本报记者 林晓禾 通讯员 周岸', ['林晓禾', '周岸']],
  ['林晓禾、周岸', ['林晓禾', '周岸']],
  ['文/林晓禾 摄影/周岸', ['林晓禾', '周岸']],
  ['记者：林晓禾（实习生 周岸）', ['林晓禾']],
  ['云岭社记者 林晓禾 报道', ['林晓禾']],
  ['本报评论员', ['本报评论员']],
  ['文静', ['文静']],
  ['', []],
])('the authors of %j', (byline, names) => {
  expect(authors(byline)).toEqual(names);
});
