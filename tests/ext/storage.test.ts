import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { isOff, setOff } from '@/utils/ext/access';
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
