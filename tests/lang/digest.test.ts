import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf, type MetTerm, markOf, RITUALS, ritualsOf, unusualPhrases } from '@/utils/lang/digest';
import { compareCounts, countsOf } from '@/utils/lang/digest-comparison';
import type { Term } from '@/utils/lang/term';
import type { Usage } from '@/utils/lang/usage';

function term(id: string, usage?: Partial<Usage>): Term {
  return {
    id,
    headword: { hans: id, hant: id },
    kind: id === 'genre' ? 'genre' : 'phrase',
    reading: '',
    renderings: [{ en: id, status: 'common' }],
    meaning: '',
    category: ['gov'],
    review: { level: 0 },
    ...(usage && { usage: { reports: [], congresses: [], days: '0', times: 0, ...usage } }),
  };
}

/** The phrases of an article in which each id stands in this order. */
function article(ids: readonly string[], usage: Record<string, Partial<Usage>> = {}) {
  const met: MetTerm[] = ids.map((id, block) => ({ id, met: `${id}!`, block, from: 0, to: 2 }));
  return digestOf(met, (id) => (id === 'unknown' ? undefined : term(id, usage[id])));
}

describe('the digest', () => {
  test('has each concept once, in the order of the text, with all its places', () => {
    const found = article(['b', 'a', 'unknown', 'b']);
    expect(found.map(({ term, met, places }) => [term.id, met, places.map(({ block }) => block)])).toEqual([
      ['b', 'b!', [0, 3]],
      ['a', 'a!', [1]],
    ]);
  });

  test('of nothing is nothing', () => {
    expect(article([])).toEqual([]);
    expect(unusualPhrases([])).toEqual([]);
    expect(ritualsOf([])).toEqual([]);
  });
});

describe('unusually often', () => {
  const HELD = { times: 200_000 };
  const rare = Array.from({ length: 6 }, () => 'rare');
  const usual = Array.from({ length: 6 }, () => 'usual');
  const others = Array.from({ length: 80 }, (_, n) => `other${n}`);
  const usage = {
    rare: { times: 5 },
    usual: { times: 20_000 },
    never: { times: 0 },
    genre: { times: 0 },
    ...Object.fromEntries(others.map((id) => [id, { times: 1000 }])),
  };
  const found = (ids: string[]) =>
    unusualPhrases(article(ids, usage), HELD).map(({ phrase }) => phrase.term.id);

  test.each<[string, string[], string[]]>([
    ['a phrase that the broadcasts hardly have', [...rare, ...usual, ...others], ['rare']],
    ['one that they never have', ['never', 'never', 'never', ...others], ['never']],
    ['not what stands once', ['rare', ...others], []],
    ['not what a paper says of itself', ['genre', 'genre', 'genre', ...others], []],
    ['not what is not counted', ['uncounted', 'uncounted', 'uncounted', ...others], []],
    ['nothing in an article like any other', [...usual, ...others], []],
  ])('%s', (_, ids, expected) => {
    expect(found(ids)).toEqual(expected);
  });

  test('is ordered by certainty and never long', () => {
    const many = Array.from({ length: 20 }, (_, n) => Array.from({ length: n + 3 }, () => `many${n}`)).flat();
    const scores = unusualPhrases(
      article([...many, ...others], {
        ...usage,
        ...Object.fromEntries(many.map((id) => [id, { times: 1 }])),
      }),
      HELD,
    ).map(({ score }) => score);
    expect(scores.length).toBeLessThanOrEqual(6);
    expect(scores.length).toBeGreaterThan(3);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});

test.each<[string, number[], unknown]>([
  ['in no report', [], null],
  ['first in the last one', [2025], { kind: 'new', year: 2025 }],
  ['in several to the last', [2017, 2025], null],
  ['missing in the last two', [2011, 2015, 2017], null],
  ['missing in the last three', [2011, 2014, 2015], { kind: 'gone', year: 2015 }],
  ['hardly ever there', [1982], null],
])('the mark of a phrase %s', (_, reports, mark) => {
  const held = { reports: [1982, 2011, 2014, 2015, 2017, 2024, 2025] };
  expect(markOf(term('a', { reports }).usage, held)).toEqual(mark);
});

test('an uncounted phrase has no mark', () => {
  expect(markOf(undefined)).toBeNull();
});

describe('ritual sequences', () => {
  const SEQUENCE = [['one', 'two', 'three'].map((id) => ({ id, hans: id }))];
  test.each<[string, string[], object[]]>([
    ['none met', ['x'], []],
    ['whole', ['one', 'x', 'two', 'three'], [{ missing: [], met: ['one', 'two', 'three'], inOrder: true }]],
    ['one alone', ['two'], [{ missing: ['one', 'three'], met: ['two'], inOrder: true }]],
    ['another order', ['three', 'one'], [{ missing: ['two'], met: ['three', 'one'], inOrder: false }]],
  ])('%s', (_, ids, expected) => {
    expect(ritualsOf(article(ids), SEQUENCE)).toEqual(
      expected.map((ritual) => ({ members: SEQUENCE[0], ...ritual })),
    );
  });

  test('name records of the base by their headwords', () => {
    const records = readdirSync('utils/terms')
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => JSON.parse(readFileSync(`utils/terms/${file}`, 'utf8')) as Term[]);
    const headwords = new Map(records.map(({ id, headword }) => [id, headword.hans]));
    for (const { id, hans } of RITUALS.flat()) expect(headwords.get(id), id).toBe(hans);
  });
});

describe('two articles', () => {
  test('are compared by concept: in both, only here, only there, with counts and in order', () => {
    expect(
      compareCounts(countsOf(article(['c', 'a', 'b', 'a'])), countsOf(article(['d', 'a', 'c', 'c']))),
    ).toEqual({
      both: [
        { id: 'c', met: 'c!', rendering: 'c', here: 1, there: 2 },
        { id: 'a', met: 'a!', rendering: 'a', here: 2, there: 1 },
      ],
      onlyHere: [{ id: 'b', met: 'b!', rendering: 'b', here: 1, there: 0 }],
      onlyThere: [{ id: 'd', met: 'd!', rendering: 'd', here: 0, there: 1 }],
    });
  });

  test('lose no phrase and no count, and are the same seen from the other side', () => {
    const ids = fc.array(fc.constantFrom(...'abcdefg'), { maxLength: 30 });
    fc.assert(
      fc.property(ids, ids, (first, second) => {
        const [here, there] = [countsOf(article(first)), countsOf(article(second))];
        const { both, onlyHere, onlyThere } = compareCounts(here, there);
        const all = [...both, ...onlyHere, ...onlyThere];
        expect(all.reduce((sum, phrase) => sum + phrase.here, 0)).toBe(first.length);
        expect(all.reduce((sum, phrase) => sum + phrase.there, 0)).toBe(second.length);
        const back = compareCounts(there, here);
        expect(new Set(back.both.map(({ id }) => id))).toEqual(new Set(both.map(({ id }) => id)));
        expect(back.onlyHere.map(({ id }) => id)).toEqual(onlyThere.map(({ id }) => id));
      }),
    );
  });
});
