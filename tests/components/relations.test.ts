import { describe, expect, test } from 'vitest';
import { relatedOf } from '@/components/relations';
import { LinkedTerms } from '@/entrypoints/reader.content/linked-terms';
import type { Term } from '@/utils/lang/term';

function term(id: string, relations?: Term['relations']): Term {
  return {
    id,
    headword: { hans: id, hant: id },
    kind: 'phrase',
    reading: '',
    renderings: [{ en: id, status: 'literal' }],
    meaning: id,
    category: ['theory'],
    review: { level: 0 },
    ...(relations && { relations }),
  };
}

const BASE = new Map(
  [term('a', { related: ['b', 'gone'], broader: ['c'] }), term('b', { related: ['a', 'c'] }), term('c')].map(
    (each) => [each.id, each],
  ),
);
const of = (id: string) => BASE.get(id) as Term;

test('relations are told by kind, the wider one first, without records that are not at hand', () => {
  const told = relatedOf(of('a'), (id) => BASE.get(id));
  expect(told.map(({ relation, terms }) => [relation, terms.map(({ id }) => id)])).toEqual([
    ['broader', ['c']],
    ['related', ['b']],
  ]);
  expect(relatedOf(of('c'), (id) => BASE.get(id))).toEqual([]);
});

describe('terms opened by links', () => {
  const asked: string[][] = [];
  const linked = new LinkedTerms(async (ids) => {
    asked.push(ids);
    return ids.flatMap((id) => BASE.get(id) ?? []);
  });

  test('each record is asked for once', async () => {
    expect(await linked.bringRelated(of('a'))).toBe(true);
    expect(await linked.bringRelated(of('a'))).toBe(false);
    expect(await linked.bringRelated(of('b'))).toBe(true);
    expect(await linked.bringRelated(of('c'))).toBe(false);
    expect(asked.map((ids) => ids.sort())).toEqual([['b', 'c', 'gone'], ['a']]);
  });

  test('back goes the way that was come, to the text in the end', () => {
    linked.follow('b');
    linked.follow('gone');
    linked.follow('c');
    expect([linked.before?.id, linked.shown?.id]).toEqual(['b', 'c']);
    expect(linked.back()).toBe(true);
    expect([linked.before, linked.shown?.id]).toEqual([null, 'b']);
    expect(linked.back()).toBe(true);
    expect(linked.shown).toBeNull();
    expect(linked.back()).toBe(false);
  });

  test('what failed may be asked for again', async () => {
    let fails = true;
    const again = new LinkedTerms(async () => {
      if (fails) throw new Error('asleep');
      return [of('c')];
    });
    await expect(again.bringRelated(of('b'))).rejects.toThrow('asleep');
    fails = false;
    expect(await again.bringRelated(of('b'))).toBe(true);
  });
});
