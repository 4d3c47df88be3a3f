import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toJson } from '@/utils/glossary/formats/json';
import { createTerm } from '@/utils/glossary/record';
import { newTerm } from '../../glossary/records';
import { AnkiStub } from '../anki-stub';
import { BUILT, Tifa } from '../chromium';
import { GlossaryPage } from '../glossary-page';
import { LISTED } from '../site';
import { until } from '../wait';

// A headless browser cannot be asked for a permission, so this copy of the extension has it from the start.
const extension = mkdtempSync(join(tmpdir(), 'tifa-anki-'));
let tifa: Tifa;
let anki: AnkiStub;

beforeAll(async () => {
  cpSync(BUILT, extension, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  manifest.host_permissions.push('http://127.0.0.1/*');
  writeFileSync(join(extension, 'manifest.json'), JSON.stringify(manifest));
  [tifa, anki] = await Promise.all([Tifa.launch({ extension, mapped: LISTED }), AnkiStub.start()]);
});
afterAll(async () => {
  await tifa?.close();
  await anki?.stop();
  rmSync(extension, { recursive: true, force: true });
});

test('the terms go to the Anki of this machine, and once more only what is new', async () => {
  const glossary = await GlossaryPage.open(tifa);
  const send = async () => {
    await glossary.part('export-more').click();
    await glossary.part('send-anki').click();
    const said = async () => (await glossary.part('status').allInnerTexts()).join();
    return until('the answer', said, (text) => text.includes('Anki'));
  };
  await glossary.import('terms.json', toJson([createTerm(newTerm(), '2026-03-05T01:00:00.000Z')]));
  expect(await send()).toContain('1 added, 0 updated, 0 unchanged');
  expect(anki.notes.map(({ fields }) => [fields.Headword, fields.Reading])).toEqual([
    ['链长制', 'liànzhǎngzhì'],
  ]);
  await glossary.page.reload();
  expect(await send()).toContain('0 added, 0 updated, 1 unchanged');
  await anki.stop();
  await glossary.page.reload();
  expect(await send()).toContain('Anki did not answer: start it with the add-on AnkiConnect');
  await glossary.close();
});
