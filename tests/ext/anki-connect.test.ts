import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sendToAnki } from '@/utils/ext/anki-connect';
import { ANKI_FIELDS } from '@/utils/glossary/formats/anki';
import { createTerm, editTerm } from '@/utils/glossary/record';
import { AnkiStub } from '../e2e/anki-stub';
import { newTerm } from '../glossary/records';

const AT = '2026-03-05T01:00:00.000Z';
const spell = (reading: string) => reading.replaceAll(' ', '');
const term = editTerm(createTerm(newTerm(), AT), { note: '<b>', tags: ['to check'] }, AT);
const other = createTerm(newTerm({ headword: '网格员', hans: '网格员', hant: '網格員' }), AT);

let anki: AnkiStub;
beforeEach(async () => {
  anki = await AnkiStub.start();
});
afterEach(() => anki.stop());

describe('sendToAnki', () => {
  test('makes deck and note type once, and adds what is new', async () => {
    expect(await sendToAnki([term], spell)).toEqual({ added: 1, updated: 0, unchanged: 0 });
    expect(await sendToAnki([term, other], spell)).toEqual({ added: 1, updated: 0, unchanged: 1 });
    expect([...anki.models]).toEqual([['Tifa', [...ANKI_FIELDS]]]);
    expect(anki.notes.map(({ fields }) => fields.Headword)).toEqual(['链长制', '网格员']);
    expect(anki.notes[0]).toMatchObject({
      deckName: 'Tifa',
      fields: { Note: '&lt;b&gt;' },
      tags: ['to-check'],
    });
  });

  test('updates a note that is there, and leaves tags that were put on in Anki', async () => {
    await sendToAnki([term], spell);
    anki.notes[0]?.tags.push('leech');
    const edited = editTerm(term, { rendering: 'chain leader', tags: ['work'] }, AT);
    expect(await sendToAnki([edited], spell)).toEqual({ added: 0, updated: 1, unchanged: 0 });
    expect(anki.notes).toHaveLength(1);
    expect(anki.notes[0]).toMatchObject({
      fields: { Rendering: 'chain leader' },
      tags: ['to-check', 'leech', 'work'],
    });
  });

  test('many notes go in several requests, with progress', async () => {
    const many = Array.from({ length: 450 }, (_, n) =>
      createTerm(newTerm({ headword: `词${n}`, hans: `词${n}` }), AT),
    );
    const progress: number[] = [];
    expect(await sendToAnki(many, spell, (done) => progress.push(done))).toMatchObject({ added: 450 });
    expect(progress.at(-1)).toBe(1);
    expect(anki.actions.filter((action) => action === 'addNotes')).toHaveLength(3);
    expect(await sendToAnki(many, spell)).toEqual({ added: 0, updated: 0, unchanged: 450 });
  });

  test('says in one sentence what went wrong', async () => {
    anki.permission = 'denied';
    await expect(sendToAnki([term], spell)).rejects.toThrow(
      'Anki was asked, and did not allow Tifa to add notes.',
    );
    expect(anki.notes).toEqual([]);
    await anki.stop();
    await expect(sendToAnki([term], spell)).rejects.toThrow(
      'Anki did not answer: start it with the add-on AnkiConnect, then try again.',
    );
  });
});
