import { expect, test } from 'vitest';
import { type FeedState, TermFeed, type TermSource } from '@/components/term-feed';
import { createTerm, editTerm, type SavedTerm } from '@/utils/glossary/record';
import { newTerm } from '../glossary/records';

const AT = '2026-03-05T01:00:00.000Z';
const term = (hans: string, note = ''): SavedTerm =>
  editTerm(createTerm(newTerm({ headword: hans, hans, hant: hans }), AT), { note }, AT);

/** A glossary that answers what it held when it was asked, and only when it is let. */
function glossary(...terms: SavedTerm[]) {
  const held = new Map(terms.map((each) => [each.id, each]));
  const asked: (() => void)[] = [];
  const later = (answer: SavedTerm[]) => new Promise<SavedTerm[]>((done) => asked.push(() => done(answer)));
  const source: TermSource = {
    newest: (count) => later([...held.values()].slice(0, count)),
    all: () => later([...held.values()]),
    of: (ids) => later(ids.flatMap((id) => held.get(id) ?? [])),
  };
  const states: FeedState[] = [];
  const feed = new TermFeed(source, (state) => states.push(state));
  const answer = async () => {
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    asked.shift()?.();
  };
  const last = () => states.at(-1) as FeedState;
  const notes = () => Object.fromEntries((last().terms ?? []).map(({ hans, note }) => [hans, note]));
  return { held, asked, source, feed, states, answer, last, notes };
}

/** More than are read first. */
const many = Array.from({ length: 61 }, (_, n) => term(`词${n}`));

test('a change that comes while everything is being read is not overwritten by what was read', async () => {
  const { held, feed, answer, last, notes } = glossary(...many);
  const done = feed.reload();
  await answer();
  await expect.poll(() => last().terms?.length).toBe(60);
  held.set('词0', term('词0', 'mine'));
  held.delete('词1');
  held.set('新', term('新'));
  // `all` was asked for before this.
  void feed.change(['词0', '词1', '新']);
  await answer();
  await answer();
  await done;
  expect(last()).toMatchObject({ complete: true, error: null });
  expect(last().terms).toHaveLength(61);
  expect(notes()).toMatchObject({ 词0: 'mine', 新: '' });
  expect(notes()).not.toHaveProperty('词1');
});

test('an older reading of everything never overwrites a newer one', async () => {
  const { held, asked, feed, answer, notes } = glossary(term('甲'));
  const first = feed.reload();
  await expect.poll(() => asked.length).toBe(1);
  held.set('甲', term('甲', 'imported'));
  const second = feed.reload();
  await answer();
  await answer();
  await Promise.all([first, second]);
  expect(notes()).toEqual({ 甲: 'imported' });
});

test('changes in a row are read one after the other, the last state last', async () => {
  const { held, asked, feed, answer, notes } = glossary(term('甲'));
  const loaded = feed.reload();
  await answer();
  await loaded;
  void feed.change(['甲']);
  held.set('甲', term('甲', 'second'));
  const done = feed.change(['甲']);
  expect(asked).toHaveLength(1);
  await answer();
  await answer();
  await done;
  expect(notes()).toEqual({ 甲: 'second' });
});

test('a glossary that cannot be read is said in words, and read when asked again', async () => {
  const { source, feed, answer, last } = glossary(term('甲'));
  const { newest } = source;
  source.newest = () => Promise.reject(new Error('The glossary could not be read.'));
  await feed.reload();
  expect(last()).toEqual({ terms: null, complete: false, error: 'The glossary could not be read.' });
  await feed.change(['甲']);
  expect(last().terms).toBeNull();
  source.newest = newest;
  const done = feed.reload();
  await answer();
  await done;
  expect(last()).toEqual({ terms: [term('甲')], complete: true, error: null });
});
