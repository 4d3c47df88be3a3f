import { expect, test } from 'vitest';
import type { Term } from '@/utils/lang/term';
import { byReading, EVERY_TERM, filterTerms, searchTerms, type TermFilter } from '@/utils/lang/term-search';

function term(
  id: string,
  hans: string,
  hant: string,
  reading: string,
  en: string,
  more?: Partial<Term>,
): Term {
  return {
    id,
    headword: { hans, hant },
    kind: 'phrase',
    reading,
    renderings: [{ en, status: 'common' }],
    meaning: '',
    category: ['gov'],
    review: { level: 0 },
    ...more,
  };
}

const TERMS = [
  term('hezhang', '河长', '河長', 'he2 zhang3', 'river chief'),
  term('hezhangzhi', '河长制', '河長制', 'he2 zhang3 zhi4', 'river chief system', {
    kind: 'institution',
    review: { level: 1 },
    meaning: 'Names an official for every reach of water.',
  }),
  term('lianzhangzhi', '链长制', '鏈長制', 'lian4 zhang3 zhi4', 'chain chief system', {
    category: ['economy', 'gov'],
    status: 'local',
    meaning: 'An office modelled on the river chief.',
  }),
  term('lvse', '绿色', '綠色', 'lv4 se4', 'green', {
    status: 'historic',
    variants: [{ hans: '绿', hant: '綠', type: 'short' }],
    expansion: [{ hans: '青山', hant: '青山', en: 'hills' }],
  }),
];

const ids = (terms: readonly Term[]) => terms.map(({ id }) => id);

test.each<[query: string, found: string[]]>([
  ['', ['hezhang', 'hezhangzhi', 'lianzhangzhi', 'lvse']],
  ['河长制', ['hezhangzhi']],
  ['河長', ['hezhang', 'hezhangzhi']],
  ['长制', ['hezhangzhi', 'lianzhangzhi']],
  ['綠', ['lvse']],
  ['青山', ['lvse']],
  ['he zhang', ['hezhang', 'hezhangzhi']],
  ['liàn zhǎng', ['lianzhangzhi']],
  ['lian2', []],
  ['zhangzhi', ['hezhangzhi', 'lianzhangzhi']],
  ['lü', ['lvse']],
  ['River  chief', ['hezhang', 'hezhangzhi', 'lianzhangzhi']],
  ['water', ['hezhangzhi']],
  ['ater', []],
  ['?!', []],
  ['no such phrase', []],
])('%s finds %j, the closest first', (query, found) => {
  expect(ids(searchTerms(TERMS, query))).toEqual(found);
});

test.each<[Partial<TermFilter>, string[]]>([
  [{}, ['hezhang', 'hezhangzhi', 'lianzhangzhi', 'lvse']],
  [{ category: 'economy' }, ['lianzhangzhi']],
  [{ kind: 'institution' }, ['hezhangzhi']],
  [{ status: 'current' }, ['hezhang', 'hezhangzhi']],
  [{ status: 'local', level: '0' }, ['lianzhangzhi']],
  [{ level: '1' }, ['hezhangzhi']],
])('the filter %j', (filter, found) => {
  expect(ids(filterTerms(TERMS, { ...EVERY_TERM, ...filter }))).toEqual(found);
});

test('in the order of their readings', () => {
  expect(ids(byReading([...TERMS].reverse()))).toEqual(['hezhang', 'hezhangzhi', 'lianzhangzhi', 'lvse']);
});
