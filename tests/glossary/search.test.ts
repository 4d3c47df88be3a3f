import { describe, expect, test } from 'vitest';
import { createTerm, editTerm } from '@/utils/glossary/record';
import { filterTerms, NO_FILTER, searchTerms, sortTerms } from '@/utils/glossary/search';
import { newTerm, occurrence } from './records';

const at = (n: number) => `2026-03-0${n}T01:00:00.000Z`;
const chain = editTerm(
  createTerm(newTerm(), at(1)),
  { note: 'Who signs? <b>', tags: ['supply chains'] },
  at(2),
);
const warm = editTerm(
  createTerm(
    newTerm({
      headword: '河暖行動',
      hans: '河暖行动',
      hant: '河暖行動',
      reading: 'he2 nuan3 xing2 dong4',
      senses: [],
      term: undefined,
      categories: [],
      officialRendering: '',
      occurrence: occurrence({ paper: '渠南晚报', date: '2026-02-11' }),
    }),
    at(2),
  ),
  { rendering: 'Warm River campaign' },
  at(3),
);
const green = createTerm(
  newTerm({
    hans: '绿色通道',
    hant: '綠色通道',
    headword: '绿色通道',
    reading: 'lv4 se4 tong1 dao4',
    senses: ['green channel'],
    officialRendering: '',
  }),
  at(3),
);
const all = [chain, warm, green];
const found = (query: string) => searchTerms(all, query).map((term) => term.hans);

describe('searchTerms', () => {
  test.each([
    ['链长', ['链长制']],
    ['鏈長', ['链长制']],
    ['行動', ['河暖行动']],
    ['lianzhang', ['链长制']],
    ['lian zhang zhi', ['链长制']],
    ['lian4zhang3', ['链长制']],
    ['lian4 zhang', ['链长制']],
    ['lian3', []],
    ['liànzhǎng', ['链长制']],
    ['liàn zhang', ['链长制']],
    ['lián', []],
    ['zhǎngzhì', ['链长制']],
    ['henuan', ['河暖行动']],
    ['lvse', ['绿色通道']],
    ['lǜsè', ['绿色通道']],
    ['lü', ['绿色通道']],
    ['lǘ', []],
    ['lu:4se', ['绿色通道']],
    ['ian', []],
    ['l', ['链长制', '绿色通道']],
    ['warm', ['河暖行动']],
    ['WARM campaign', ['河暖行动']],
    ['chain chief', ['链长制']],
    ['green', ['绿色通道']],
    ['signs', ['链长制']],
    ['<b>', ['链长制']],
    ['supply', ['链长制']],
    ['warm chain', []],
    ['', ['链长制', '河暖行动', '绿色通道']],
    ['   ', ['链长制', '河暖行动', '绿色通道']],
    ['(', []],
  ])('%j', (query, hans) => {
    expect(found(query)).toEqual(hans);
  });
});

test('sortTerms: by any column, either way, empty values last', () => {
  const by = (key: Parameters<typeof sortTerms>[1]['key'], descending: boolean) =>
    sortTerms(all, { key, descending }).map((term) => term.hans);
  expect(by('saved', true)).toEqual(['绿色通道', '河暖行动', '链长制']);
  expect(by('reading', false)).toEqual(['河暖行动', '链长制', '绿色通道']);
  expect(by('rendering', false)).toEqual(['链长制', '绿色通道', '河暖行动']);
  expect(by('paper', false)).toEqual(['绿色通道', '链长制', '河暖行动']);
  const bare = { ...warm, rendering: '' };
  expect(sortTerms([bare, chain], { key: 'rendering', descending: false }).at(-1)).toBe(bare);
  expect(sortTerms([bare, chain], { key: 'rendering', descending: true }).at(-1)).toBe(bare);
});

test.each([
  [{}, ['链长制', '河暖行动', '绿色通道']],
  [{ tag: 'supply chains' }, ['链长制']],
  [{ paper: '渠南晚报' }, ['河暖行动']],
  [{ category: 'economy' }, ['链长制', '绿色通道']],
  [{ from: '2026-03-01' }, ['链长制', '绿色通道']],
  [{ to: '2026-02-11' }, ['河暖行动']],
  [{ paper: '渠南晚报', from: '2026-03-01' }, []],
])('filterTerms %j', (filter, hans) => {
  expect(filterTerms(all, { ...NO_FILTER, ...filter }).map((term) => term.hans)).toEqual(hans);
});
