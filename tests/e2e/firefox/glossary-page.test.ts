import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toJson } from '@/utils/glossary/formats/json';
import { createTerm } from '@/utils/glossary/record';
import { newTerm } from '../../glossary/records';
import { AnkiStub } from '../anki-stub';
import { Firefox } from '../firefox';
import { until } from '../wait';

let firefox: Firefox;
beforeAll(async () => {
  firefox = await Firefox.launch();
  await firefox.go(firefox.url('/glossary.html'));
});
afterAll(() => firefox?.close());

interface Permitted {
  permissions: { contains(wanted: { origins: string[] }): Promise<boolean> };
}

const AT = '2026-03-05T01:00:00.000Z';

/** Headwords of the rows that are listed. */
const listed = () =>
  firefox.run(() =>
    [...document.querySelectorAll('[data-part="row"]')].map((row) => row.getAttribute('data-headword')),
  );

const click = (part: string) =>
  firefox.run((name) => document.querySelector<HTMLElement>(`[data-part="${name}"]`)?.click(), part);

function choose(name: string, text: string): Promise<void> {
  return firefox.run(
    (fileName, content) => {
      const input = document.querySelector<HTMLInputElement>('[data-part="import"]');
      if (!input) throw new Error('There is no file input.');
      const files = new DataTransfer();
      files.items.add(new File([content], fileName));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    text,
  );
}

describe('the glossary page in Firefox', () => {
  test('takes a file over, lists it, searches it and keeps a note', async () => {
    const other = newTerm({ headword: '网格员', hans: '网格员', hant: '網格員', reading: 'wang3 ge2 yuan2' });
    await until(
      'the first use',
      () => firefox.run(() => document.querySelector('[data-state="first"]') !== null),
      Boolean,
    );
    await choose('terms.json', toJson([createTerm(newTerm(), AT), createTerm(other, AT)]));
    const agreed = () =>
      firefox.run(() => document.querySelector('[data-part="import-confirm"]:not(:disabled)') !== null);
    await until('the preview', agreed, Boolean);
    await click('import-confirm');
    await until('two rows', listed, (rows) => rows.length === 2);

    await firefox.run(() => {
      const input = document.querySelector<HTMLInputElement>('[data-part="search"]');
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'wǎnggé');
      input?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await until('one row', listed, (rows) => rows.length === 1);
    expect(await listed()).toEqual(['网格员']);

    await click('note');
    await until(
      'the field',
      () => firefox.run(() => document.querySelector('textarea[data-part="note"]') !== null),
      Boolean,
    );
    await firefox.run(() => {
      const area = document.querySelector<HTMLTextAreaElement>('textarea[data-part="note"]');
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, 'grid worker');
      area?.dispatchEvent(new Event('input', { bubbles: true }));
      area?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    });
    await firefox.go(firefox.url('/glossary.html'));
    const notes = () =>
      firefox.run(() => document.querySelector('[data-headword="网格员"] [data-part="note"]')?.textContent);
    await until('the note after a reload', notes, (note) => note === 'grid worker');
  });

  test('sends the terms to the Anki of this machine; its address stays http', async () => {
    const said = (word: string) =>
      until(
        `“${word}”`,
        () => firefox.run(() => document.querySelector('[data-part="status"]')?.textContent ?? ''),
        (text) => text.includes(word),
      );
    const permitted = () =>
      firefox.run(() =>
        (globalThis as unknown as { browser: Permitted }).browser.permissions.contains({
          origins: ['http://127.0.0.1/*'],
        }),
      );
    expect(await permitted()).toBe(false);
    const anki = await AnkiStub.start();
    try {
      await firefox.clickOn('[data-part="export-more"]');
      await firefox.clickOn('[data-part="send-anki"]');
      expect(await said('Anki')).toContain('2 added, 0 updated, 0 unchanged');
      expect(anki.notes.map(({ fields }) => fields.Headword).sort()).toEqual(['网格员', '链长制']);
      expect(await permitted()).toBe(true);
    } finally {
      await anki.stop();
    }
  });

  test('refuses a damaged file in one sentence', async () => {
    await choose('cut.json', '{"format":"tifa-glossary","version":1,"records":[\n{"id":');
    const said = () => firefox.run(() => document.querySelector('[data-part="status"]')?.textContent ?? '');
    expect(await until('the sentence', said, (text) => text !== '')).toContain(
      'Line 2 is where the file stops being JSON',
    );
  });
});
