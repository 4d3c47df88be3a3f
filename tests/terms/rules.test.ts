import { expect, describe as group, test } from 'vitest';
import type { Term } from '@/utils/lang/term';
import { numeralsIn } from '@/utils/terms/numerals';
import { checkBase } from '@/utils/terms/rules';
import { readRecords } from '@/utils/terms/schema';

const HE: Term = {
  id: 'hezhang-zhi',
  headword: { hans: '河长制', hant: '河長制' },
  kind: 'institution',
  reading: 'he2 zhang3 zhi4',
  renderings: [{ en: 'river chief system', status: 'official', source: 'c1' }],
  meaning:
    'An arrangement in which a named local leader answers for the state of each river or lake in the area.',
  category: ['environment'],
  origin: { occasion: 'An invented meeting', confidence: 'reported', cite: ['c2'] },
  citations: [
    {
      id: 'c1',
      title: 'A report of an invented year',
      publisher: 'An invented office',
      date: '2020-03',
      type: 'primary',
      supports: ['renderings', 'meaning', 'origin'],
    },
    {
      id: 'c2',
      title: 'Another report',
      publisher: 'An invented paper',
      date: '2020',
      type: 'press',
      supports: ['origin'],
    },
    { id: 'c3', title: 'An undated page', publisher: 'A page', type: 'reference', supports: ['renderings'] },
  ],
  review: { level: 1, on: '2020-04-01' },
};
const NUMERIC: Term = {
  ...HE,
  id: 'si-tie',
  headword: { hans: '四铁', hant: '四鐵' },
  kind: 'numeric',
  reading: 'si4 tie3',
  meaning:
    'Four qualities asked of a unit in an invented city: each of them is likened to a thing made of iron.',
  expansion: ['一', '二', '三', '四'].map((hans) => ({ hans, hant: hans, en: 'an item' })),
  expansionSource: 'c1',
  citations: HE.citations?.map((citation) =>
    citation.id === 'c3' ? citation : { ...citation, supports: [...citation.supports, 'expansion'] },
  ),
};

const remedies = (...terms: Term[]) =>
  checkBase(terms.map((term) => ({ file: `${term.category[0]}.json`, term }))).map(({ remedy }) => remedy);

group('rules on one record', () => {
  test('a right record has no fault', () => {
    expect(remedies(HE, NUMERIC)).toEqual([]);
  });

  const words = (count: number) => Array.from({ length: count }, (_, n) => `word${n}`).join(' ');
  const cases: [string, Term, string][] = [
    ['a syllable too few', { ...HE, reading: 'he2 zhang3' }, '2 syllables for 3'],
    [
      'a dispute without a source',
      { ...HE, contested: 'Some say this, some that.' },
      'contested has no source',
    ],
    ['a source for nothing', { ...HE, origin: undefined }, 'supports origin, which the record lacks'],
    ['an impossible reading', { ...HE, reading: 'he2 zhang3 shi4' }, '制 is not read shi4'],
    [
      'a wrong traditional form',
      { ...HE, headword: { hans: '河长制', hant: '河长制' } },
      'the converter gives 河長制',
    ],
    [
      'a variant twice',
      { ...HE, variants: [{ hans: '河长制', hant: '河長制', type: 'short' }] },
      '河长制 stands twice',
    ],
    ['a meaning too short', { ...HE, meaning: words(11) }, 'meaning has 11 words'],
    ['a meaning too long', { ...HE, meaning: words(61) }, 'meaning has 61 words'],
    ['a placeholder', { ...HE, literal: 'TODO write this' }, 'literal holds a placeholder'],
    [
      'Chinese in place of English',
      { ...HE, renderings: [{ en: '河长制', status: 'literal' }] },
      'has no English',
    ],
    ['a Chinese rendering', { ...HE, renderings: [{ en: 'chief 长', status: 'literal' }] }, 'holds Chinese'],
    [
      'official without a source',
      { ...HE, renderings: [{ en: 'chief', status: 'official' }] },
      'without a source',
    ],
    [
      'official by an undated source',
      { ...HE, renderings: [{ en: 'chief', status: 'official', source: 'c3' }] },
      'c3, which has no date',
    ],
    [
      'official by a source for something else',
      { ...HE, renderings: [{ en: 'chief', status: 'official', source: 'c2' }] },
      'does not support "renderings"',
    ],
    ['an absent citation', { ...HE, renderings: [{ en: 'chief', status: 'common', source: 'c9' }] }, 'lacks'],
    [
      'a rendering twice',
      {
        ...HE,
        renderings: [
          { en: 'the chief', status: 'common' },
          { en: 'Chief', status: 'literal' },
        ],
      },
      'renderings.1 repeats renderings.0',
    ],
    [
      'renderings out of order',
      {
        ...HE,
        renderings: [
          { en: 'chief', status: 'literal' },
          { en: 'head', status: 'common' },
        ],
      },
      'out of order',
    ],
    [
      'signals unchecked',
      { ...HE, signals: words(20), review: { level: 0 } },
      'signals stand on a record of level 0',
    ],
    ['items that do not count up', { ...NUMERIC, expansion: NUMERIC.expansion?.slice(1) }, '3 items'],
    ['items without a source', { ...NUMERIC, expansionSource: undefined }, 'no expansionSource'],
    [
      'level 1 on nothing',
      { ...HE, renderings: [{ en: 'chief', status: 'literal' }], citations: undefined },
      'level 1',
    ],
    ['a level without its day', { ...HE, review: { level: 1 } }, 'review.on'],
    [
      'level 2 without an origin',
      { ...HE, origin: undefined, review: { level: 2, on: '2020' } },
      'asks for an origin',
    ],
    [
      'level 2 on one source',
      {
        ...HE,
        review: { level: 2, on: '2020' },
        origin: { confidence: 'documented', date: '2020', cite: ['c1'] },
        citations: HE.citations?.slice(0, 1),
      },
      'two citations that support "origin"',
    ],
    [
      'level 2 of a formula without items',
      {
        ...NUMERIC,
        expansion: undefined,
        expansionSource: undefined,
        review: { level: 2, on: '2020' },
        origin: { confidence: 'documented', cite: ['c1', 'c2'] },
      },
      'asks for its expansion',
    ],
    [
      'an origin known and unknown',
      { ...HE, origin: { confidence: 'unknown', date: '2020', cite: ['c1'] } },
      'called unknown, yet',
    ],
    [
      'a document that is none',
      { ...HE, origin: { confidence: 'documented', date: '2020', cite: ['c2'] } },
      'without a primary source',
    ],
  ];
  test.each(cases)('%s', (_, term, expected) => {
    expect(remedies(term).join('\n')).toContain(expected);
  });
});

group('rules on the whole', () => {
  const other: Term = {
    ...HE,
    id: 'other',
    meaning: 'Quite another thing, which happens to be written the same way by people of another place.',
  };
  test('an id names one record', () => {
    expect(remedies(HE, { ...NUMERIC, id: HE.id }).join()).toContain('is that of 河长制 too');
  });
  test('a form leads to one record, quotation marks or not', () => {
    expect(remedies(HE, other).join()).toContain('is a form of 河长制');
    const variants: Term['variants'] = [{ hans: '“河长”制', hant: '「河長」制', type: 'quoted' }];
    expect(remedies(HE, { ...NUMERIC, variants }).join()).toContain('is a form of 河长制');
    expect(remedies({ ...HE, variants })).toEqual([]);
  });
  test('unless context tells them apart', () => {
    expect(remedies(HE, { ...other, match: { minContext: '某市' } })).toEqual([]);
  });
  test('a meaning belongs to one record', () => {
    expect(remedies(HE, { ...NUMERIC, meaning: HE.meaning }).join()).toContain('word for word');
  });
  test('relations lead to records', () => {
    expect(remedies({ ...HE, relations: { related: ['si-tie'] } }).join()).toContain('which no record has');
    expect(remedies({ ...HE, relations: { related: ['hezhang-zhi'] } }).join()).toContain(
      'the record itself',
    );
    expect(remedies({ ...HE, relations: { related: ['si-tie'] } }, NUMERIC)).toEqual([]);
  });
  test('a record stands in the file of its first category', () => {
    expect(checkBase([{ file: 'economy.json', term: HE }]).map(({ remedy }) => remedy)).toEqual([
      'stands in the wrong file: its first category puts it into environment.json',
    ]);
  });
});

group('malformed records', () => {
  test.each<[string, unknown, string]>([
    ['no array', {}, 'must hold one array'],
    ['an unknown field', [{ ...HE, colour: 'red' }], 'colour'],
    ['a missing field', [{ ...HE, meaning: undefined }], 'meaning'],
    ['an empty list', [{ ...HE, variants: [] }], 'variants: must not be an empty list'],
    ['an empty object', [{ ...HE, relations: {} }], 'relations: must not be empty'],
    ['a date that is none', [{ ...HE, review: { level: 1, on: '2020-02-30' } }], 'review.on: must be a date'],
    ['a category that is none', [{ ...HE, category: ['rivers'] }], 'category.0'],
    ['an expression that does not compile', [{ ...HE, match: { avoid: '(' } }], 'match.avoid'],
    ['white space at an end', [{ ...HE, literal: 'river ' }], 'literal'],
  ])('%s', (_, json, expected) => {
    const { terms, problems } = readRecords(json, 'x.json');
    expect(terms).toEqual([]);
    expect(problems.map(({ headword, remedy }) => `${headword}: ${remedy}`).join('\n')).toContain(expected);
  });
});

test.each<[string, number[]]>([
  ['三农', [3]],
  ['两不愁三保障', [2, 3]],
  ['二十条', [20]],
  ['十三个方面成就', [13]],
  ['双一流', [2, 1]],
  ['365天党代表', [365]],
  ['放管服', []],
])('the numerals of %s', (headword, numerals) => {
  expect(numeralsIn(headword)).toEqual(numerals);
});
