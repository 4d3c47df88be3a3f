import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { readEverything, readTerms } from '@/utils/ext/glossary-store';
import { fromJson, toJson } from '@/utils/glossary/formats/json';

// Samples are frozen: what a released version wrote is read by every later one. A new version adds a sample.

const sample = (name: string) =>
  readFileSync(new URL(`../fixtures/glossary/${name}`, import.meta.url), 'utf8');

test('the exported form of version 1', () => {
  const records = fromJson(sample('format-1.json'));
  expect(records.map(({ hans, removed }) => [hans, removed])).toEqual([
    ['石桥夜话', '2026-03-03T01:00:00.000Z'],
    ['链长制', null],
  ]);
  expect(JSON.parse(toJson(records))).toEqual(JSON.parse(sample('format-1.json')));
});

test('the database of version 1', async () => {
  const { version, stores, terms } = JSON.parse(sample('database-1.json'));
  const old = new Dexie('tifa-glossary');
  old.version(version).stores(stores);
  await old.table('terms').bulkPut(terms);
  old.close();
  expect(await readEverything()).toEqual(fromJson(sample('format-1.json')));
  expect((await readTerms()).map(({ hans }) => hans)).toEqual(['链长制']);
});
