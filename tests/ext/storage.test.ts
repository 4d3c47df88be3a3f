import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { isOff, setOff } from '@/utils/ext/access';
import { forgetArticle, type KeptArticle, keepArticle, readKeptArticles } from '@/utils/ext/kept-articles';
import { changeSetting, readSettings } from '@/utils/ext/settings';

// Node has no locks of its own; these are granted one by one, as a browser's are.
const queues = new Map<string, Promise<unknown>>();
function request<T>(name: string, work: () => Promise<T>): Promise<T> {
  const turn = (queues.get(name) ?? Promise.resolve()).then(work);
  queues.set(
    name,
    turn.catch(() => undefined),
  );
  return turn;
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { locks: { request } });
  return () => vi.unstubAllGlobals();
});

test('settings that are changed at the same time are all kept', async () => {
  await Promise.all([
    changeSetting('reading', 'zhuyin'),
    changeSetting('toneColours', false),
    changeSetting('script', 'tw'),
  ]);
  expect(await readSettings()).toMatchObject({ reading: 'zhuyin', toneColours: false, script: 'tw' });
});

test('sites that are switched off and on at the same time are as they were last told', async () => {
  await Promise.all([setOff('a.example', true), setOff('b.example', true), setOff('c.example', true)]);
  await Promise.all([setOff('b.example', false), setOff('d.example', true)]);
  const hosts = ['a.example', 'b.example', 'c.example', 'd.example'];
  expect(await Promise.all(hosts.map(isOff))).toEqual([true, false, true, true]);
});

test('a failing write does not hold up the next one', async () => {
  const { set } = fakeBrowser.storage.local;
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
  await expect(changeSetting('reading', 'zhuyin')).rejects.toThrow('full');
  fakeBrowser.storage.local.set = set;
  await changeSetting('reading', 'numbers');
  expect((await readSettings()).reading).toBe('numbers');
});

function article(id: string, headline = id): KeptArticle {
  return { id, headline, paper: '', date: '', citation: '', kept: '2026-01-01T00:00:00.000Z', counts: [] };
}

test('articles that two panels keep and forget at the same time are as they were last told', async () => {
  await Promise.all(['a', 'b', 'c'].map((id) => keepArticle(article(id))));
  await Promise.all([forgetArticle('b'), keepArticle(article('d')), keepArticle(article('a', 'anew'))]);
  expect((await readKeptArticles()).map(({ id, headline }) => [id, headline])).toEqual([
    ['a', 'anew'],
    ['d', 'd'],
    ['c', 'c'],
  ]);
});

test('the oldest of too many kept articles go', async () => {
  for (let count = 1; count <= 60; count++) await keepArticle(article(String(count)));
  const kept = await readKeptArticles();
  expect([kept.length, kept[0]?.id, kept.at(-1)?.id]).toEqual([50, '60', '11']);
});
