import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTerm, type Occurrence, removeTerm, type SavedTerm } from '@/utils/glossary/record';
import { newTerm, occurrence } from '../glossary/records';

type Store = typeof import('@/utils/ext/glossary-store');

/** The module anew, as a background that the browser has just started. */
async function start(): Promise<Store> {
  vi.resetModules();
  return import('@/utils/ext/glossary-store');
}

let store: Store;
beforeEach(async () => {
  // Dexie says so when a connection of the test before gives way to the deletion.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await Dexie.delete('tifa-glossary');
  store = await start();
});
afterEach(() => vi.restoreAllMocks());

const own = newTerm({
  headword: '河暖行动',
  hans: '河暖行动',
  hant: '河暖行動',
  term: undefined,
  senses: [],
  reading: '',
});

describe('saving', () => {
  test('a saved term is there after the background was stopped', async () => {
    const saved = await store.saveTerm(newTerm());
    expect(await (await start()).readTerms()).toEqual([saved]);
  });

  test('the same term again adds an occurrence; the same sentence of the same page does not', async () => {
    await store.saveTerm(newTerm());
    await store.saveTerm(newTerm());
    const again = await store.saveTerm(
      newTerm({ occurrence: occurrence({ url: 'https://paper.yunling.example/3' }) }),
    );
    expect(again.occurrences).toHaveLength(2);
    expect(await store.readTerms()).toEqual([again]);
  });

  test('two windows that save at once lose nothing', async () => {
    const second = await start();
    const urls = Array.from({ length: 20 }, (_, n) => `https://paper.yunling.example/${n}`);
    await Promise.all(
      urls.map((url, n) => (n % 2 ? store : second).saveTerm(newTerm({ occurrence: occurrence({ url }) }))),
    );
    const [term] = await store.readTerms();
    expect(new Set(term?.occurrences.map((o) => o.url))).toEqual(new Set(urls));
  });

  test('every writing transaction asks for strict durability', async () => {
    const modes: [string | undefined, IDBTransactionOptions | undefined][] = [];
    const transaction = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      names,
      mode,
      options,
    ) {
      modes.push([mode, options]);
      return transaction.call(this, names, mode, options);
    });
    const { id } = await store.saveTerm(newTerm());
    await store.editTerm({ id, note: 'a note' });
    await store.removeTerms([id]);
    await store.restoreTerms([id]);
    await store.stageImport('one', [createTerm(own, '2026-03-05T01:00:00.000Z')]);
    await store.commitImport('one');
    await store.undoImport('one');
    const writes = modes.filter(([mode]) => mode === 'readwrite');
    expect(writes).toHaveLength(7);
    for (const [, options] of writes) expect(options).toEqual({ durability: 'strict' });
  });

  test('resolves only after its transaction completed', async () => {
    const order: string[] = [];
    const transaction = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      const opened = transaction.apply(this, args);
      if (args[1] === 'readwrite') opened.addEventListener('complete', () => order.push('completed'));
      return opened;
    });
    await store.saveTerm(newTerm());
    order.push('acknowledged');
    expect(order).toEqual(['completed', 'acknowledged']);
  });
});

describe('editing and removing', () => {
  test('fields that are absent stay as they are', async () => {
    const { id } = await store.saveTerm(newTerm());
    await store.editTerm({ id, note: 'who signs for it?', tags: ['work'] });
    const edited = await store.editTerm({ id, rendering: 'chain leader' });
    expect(edited).toMatchObject({ note: 'who signs for it?', tags: ['work'], rendering: 'chain leader' });
    expect(await store.readTermsOf([id])).toEqual([edited]);
  });

  test('tags are put on many terms at once, beside those that they have', async () => {
    const { id } = await store.saveTerm(newTerm());
    await store.editTerm({ id, tags: ['work'] });
    await store.saveTerm(own);
    await store.tagTerms([id, '河暖行动', '无'], ['to check', 'work']);
    const tags = (await store.readTerms()).map((term) => [term.id, term.tags]);
    expect(Object.fromEntries(tags)).toEqual({
      链长制: ['to check', 'work'],
      河暖行动: ['to check', 'work'],
    });
  });

  test('a term that is not there cannot be edited', async () => {
    await expect(store.editTerm({ id: '无', note: 'x' })).rejects.toThrow('no term 无');
  });

  test('what is removed is gone from every list and comes back whole', async () => {
    const saved = await store.saveTerm(own);
    const told = { headword: '河暖行动', hant: '河暖行動', id: saved.id, rendering: '', own: true };
    expect(await store.removeTerms([saved.id, saved.id, '无'])).toEqual([told]);
    expect(await store.readTerms()).toEqual([]);
    expect(await store.readTermsOf([saved.id])).toEqual([]);
    expect(await store.savedAmong(['河暖行动'])).toEqual([]);
    expect(await store.ownPhrases()).toEqual([]);
    expect(await store.removeTerms([saved.id])).toEqual([]);
    expect(await store.restoreTerms([saved.id])).toEqual([told]);
    const [back] = await store.readTerms();
    expect(back).toEqual({ ...saved, saved: back?.saved });
  });

  test('a removed term that is saved again is there with its old occurrences', async () => {
    const { id } = await store.saveTerm(newTerm());
    await store.removeTerms([id]);
    await store.saveTerm(newTerm({ occurrence: occurrence({ url: 'https://paper.yunling.example/4' }) }));
    const [term] = await store.readTerms();
    expect(term?.occurrences).toHaveLength(2);
  });
});

describe('what readers ask', () => {
  test('own phrases are those without term and dictionary entry, glossed by rendering, else note', async () => {
    await store.saveTerm(newTerm());
    const { id } = await store.saveTerm(own);
    const phrase = { hans: '河暖行动', hant: '河暖行動', reading: '' };
    expect(await store.ownPhrases()).toEqual([{ ...phrase, gloss: '' }]);
    await store.editTerm({ id, note: 'heating for the riverside\nask the bureau' });
    expect(await store.ownPhrases()).toEqual([{ ...phrase, gloss: 'heating for the riverside' }]);
    await store.editTerm({ id, rendering: 'Warm River campaign' });
    expect(await store.ownPhrases()).toEqual([{ ...phrase, gloss: 'Warm River campaign' }]);
  });

  test('savedAmong finds by simplified form', async () => {
    const { id } = await store.saveTerm(newTerm());
    await store.editTerm({ id, rendering: 'chain leader' });
    expect(await store.savedAmong(['网格员', '链长制', '链长制'])).toEqual([
      { headword: '链长制', hant: '鏈長制', id, rendering: 'chain leader', own: false },
    ]);
    expect(await store.savedAmong([])).toEqual([]);
  });
});

describe('importing', () => {
  const at = '2026-03-05T01:00:00.000Z';
  const bring = async (records: SavedTerm[], id = 'one') => {
    for (const record of records) await store.stageImport(id, [record]);
    return store.commitImport(id);
  };

  test('adds, merges and passes over what is known, and says how many', async () => {
    const known = await store.saveTerm(newTerm());
    const merged = createTerm(newTerm({ occurrence: occurrence({ url: 'https://b.example/' }) }), at);
    expect(await bring([known, createTerm(own, at)])).toEqual({ added: 1, merged: 0, unchanged: 1 });
    expect(await bring([merged, merged])).toEqual({ added: 0, merged: 1, unchanged: 0 });
    expect((await store.readTermsOf([known.id]))[0]?.occurrences).toHaveLength(2);
  });

  test('an older removal in a file does not remove what is kept; a later one does', async () => {
    const saved = await store.saveTerm(newTerm());
    await bring([removeTerm({ ...saved, saved: at }, at)]);
    expect(await store.readTerms()).toHaveLength(1);
    await bring([removeTerm(saved, '2999-01-01T00:00:00.000Z')]);
    expect(await store.readTerms()).toHaveLength(0);
    expect(await store.readEverything()).toHaveLength(1);
  });

  test('what is only put aside is no part of the glossary, also after a restart', async () => {
    await store.stageImport('one', [createTerm(own, at)]);
    const restarted = await start();
    expect(await restarted.readEverything()).toEqual([]);
    expect(await restarted.ownPhrases()).toEqual([]);
    await expect(restarted.commitImport('another')).rejects.toThrow(
      'This import is no longer at hand, so nothing was imported: choose the file again.',
    );
    expect(await restarted.commitImport('one')).toEqual({ added: 1, merged: 0, unchanged: 0 });
    await expect(restarted.commitImport('one')).rejects.toThrow(restarted.GlossaryStoreError);
  });

  test('two at once lose nothing of each other', async () => {
    await store.stageImport('one', [createTerm(own, at)]);
    await store.stageImport('two', [createTerm(newTerm(), at)]);
    await store.stageImport('one', [
      createTerm(newTerm({ headword: '网格员', hans: '网格员', hant: '網格員' }), at),
    ]);
    expect(await store.commitImport('one')).toEqual({ added: 2, merged: 0, unchanged: 0 });
    expect(await store.commitImport('two')).toEqual({ added: 1, merged: 0, unchanged: 0 });
    expect((await store.readTerms()).map(({ id }) => id)).toEqual(['河暖行动', '网格员', '链长制']);
  });

  test('waits for a day, not longer', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-05T12:00:00Z') });
    try {
      await store.stageImport('old', [createTerm(own, at)]);
      vi.setSystemTime(new Date('2026-03-06T11:00:00Z'));
      await store.stageImport('new', [createTerm(newTerm(), at)]);
      vi.setSystemTime(new Date('2026-03-06T13:00:00Z'));
      const restarted = await start();
      await expect(restarted.commitImport('old')).rejects.toThrow('no longer at hand');
      expect(await restarted.commitImport('new')).toEqual({ added: 1, merged: 0, unchanged: 0 });
    } finally {
      vi.useRealTimers();
    }
  });

  test('is all or nothing', async () => {
    await store.stageImport('one', [createTerm(own, at), createTerm(newTerm(), at)]);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(store.commitImport('one')).rejects.toThrow(store.GlossaryStoreError);
    expect(await store.readEverything()).toEqual([]);
    expect(await store.commitImport('one')).toEqual({ added: 2, merged: 0, unchanged: 0 });
  });

  test('is taken back as a whole, but for what was changed since', async () => {
    const known = await store.saveTerm(newTerm());
    const more = createTerm(newTerm({ occurrence: occurrence({ url: 'https://b.example/' }) }), at);
    const third = createTerm(newTerm({ headword: '网格员', hans: '网格员', hant: '網格員' }), at);
    await bring([more, createTerm(own, at), third]);
    await store.editTerm({ id: '网格员', note: 'mine' });
    expect(await store.undoImport('one')).toEqual({ undone: 2, kept: 1 });
    const left = await store.readEverything();
    expect(left.find(({ hans }) => hans === '链长制')).toEqual(known);
    expect(left.map(({ hans }) => hans).sort()).toEqual(['网格员', '链长制']);
    expect(await store.undoImport('one')).toEqual({ undone: 0, kept: 0 });
  });

  test('a record under a foreign id is refused', async () => {
    await expect(store.stageImport('one', [{ ...createTerm(own, at), id: '7' }])).rejects.toThrow(
      'has the id 7',
    );
  });

  test('more than one piece', async () => {
    const records = Array.from({ length: 2345 }, (_, n) =>
      createTerm(newTerm({ hans: `词${n}`, headword: `词${n}`, occurrence: null }), at),
    );
    await store.stageImport('one', records);
    expect(await store.commitImport('one')).toEqual({ added: 2345, merged: 0, unchanged: 0 });
    expect((await store.readEverything()).map(({ id }) => id)).toEqual(records.map(({ id }) => id).sort());
    expect(await store.readNewest(5)).toHaveLength(5);
  });
});

describe('what was removed', () => {
  test('an occurrence that was taken away and brought back', async () => {
    const first = newTerm();
    await store.saveTerm(first);
    const second = newTerm({ occurrence: { ...first.occurrence, url: 'https://b.example/' } as Occurrence });
    const { occurrences } = await store.saveTerm(second);
    const [taken, stays] = occurrences as [Occurrence, Occurrence];
    await store.removeOccurrence('链长制', taken);
    expect((await store.readTerms())[0]?.occurrences).toEqual([stays]);
    await store.restoreOccurrence('链长制', taken);
    expect((await store.readTerms())[0]?.occurrences).toEqual([{ ...taken, again: 1 }, stays]);
  });

  test('is counted, and erased for good with what an import would be undone with', async () => {
    await store.saveTerm(newTerm());
    await store.saveTerm(own);
    await store.removeTerms(['链长制']);
    expect(await store.countRemoved()).toBe(1);
    expect(await store.eraseRemoved()).toBe(1);
    expect(await store.countRemoved()).toBe(0);
    expect((await store.readEverything()).map(({ id }) => id)).toEqual([own.hans]);
    // A file that still holds the term brings it back.
    await store.stageImport('one', [createTerm(newTerm(), '2026-03-05T01:00:00.000Z')]);
    expect(await store.commitImport('one')).toMatchObject({ added: 1 });
    await store.removeTerms(['链长制']);
    await store.eraseRemoved();
    expect(await store.undoImport('one')).toEqual({ undone: 0, kept: 0 });
  });
});

describe('a database that fails', () => {
  test('a full disk is one sentence, and what was there stays', async () => {
    const saved = await store.saveTerm(newTerm());
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(store.saveTerm(own)).rejects.toThrow(
      'There is no room left on the disk, so nothing was saved: free some, then try again.',
    );
    vi.restoreAllMocks();
    expect(await store.readEverything()).toEqual([saved]);
    await store.saveTerm(own);
    expect(await store.readTerms()).toHaveLength(2);
  });

  test('a database that does not open is one sentence', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    await expect(store.readTerms()).rejects.toThrow(
      /^The glossary could not be read \(.*opening backing store.*\)/,
    );
    await expect(store.saveTerm(newTerm())).rejects.toThrow(/^The glossary could not be written/);
  });
});
