import { ANKI_FIELDS, type AnkiField, ankiFields, ankiTags } from '@/utils/glossary/formats/anki';
import type { SavedTerm } from '@/utils/glossary/record';

/** The note type and the deck that we make and fill; other decks and types are left alone. */
export const ANKI_MODEL = 'Tifa';
export const ANKI_DECK = 'Tifa';

/** Where AnkiConnect listens on this machine unless its reader changed it; a match pattern cannot name the port. */
const ADDRESS = 'http://127.0.0.1:8765';
export const ANKI_ORIGIN = 'http://127.0.0.1/*';

/** Notes that one request holds. */
const TOGETHER = 200;

/** Anki did not take the notes; the message is one sentence for the reader. */
export class AnkiError extends Error {
  override name = 'AnkiError';
}

export interface AnkiSummary {
  added: number;
  updated: number;
  unchanged: number;
}

interface Note {
  noteId: number;
  fields: Record<string, { value: string }>;
  tags: string[];
}

/**
 * Brings terms to the Anki that runs on this machine, by its add-on AnkiConnect (version 6 of its interface). A term
 * that is there already has its note updated where something differs; cards and their history stay.
 *
 * @param spell how a reading is to be written
 */
export async function sendToAnki(
  terms: readonly SavedTerm[],
  spell: (reading: string) => string,
  onProgress: (done: number) => void = () => undefined,
): Promise<AnkiSummary> {
  const { permission } = await invoke<{ permission: string }>('requestPermission');
  if (permission !== 'granted') throw new AnkiError('Anki was asked, and did not allow Tifa to add notes.');
  await makeModel();
  await invoke('createDeck', { deck: ANKI_DECK });
  const known = await knownNotes();

  const summary: AnkiSummary = { added: 0, updated: 0, unchanged: 0 };
  const fresh: SavedTerm[] = [];
  for (const term of terms) {
    const fields = ankiFields(term, spell);
    const note = known.get(fields.Headword);
    if (!note) fresh.push(term);
    else if (await update(note, fields, ankiTags(term))) summary.updated += 1;
    else summary.unchanged += 1;
  }
  for (let from = 0; from < fresh.length; from += TOGETHER) {
    const notes = fresh.slice(from, from + TOGETHER).map((term) => ({
      deckName: ANKI_DECK,
      modelName: ANKI_MODEL,
      fields: ankiFields(term, spell),
      tags: ankiTags(term),
      // Those of our own note type were looked up above; what stands in others is no duplicate.
      options: { allowDuplicate: true },
    }));
    const ids = await invoke<(number | null)[]>('addNotes', { notes });
    summary.added += ids.filter((id) => id !== null).length;
    onProgress((from + notes.length) / fresh.length);
  }
  if (summary.added < fresh.length) {
    throw new AnkiError(`Anki took ${summary.added} of ${fresh.length} new notes.`);
  }
  return summary;
}

async function makeModel(): Promise<void> {
  if ((await invoke<string[]>('modelNames')).includes(ANKI_MODEL)) return;
  const back = ANKI_FIELDS.slice(1).map((name) => `{{#${name}}}<p>{{${name}}}</p>{{/${name}}}`);
  await invoke('createModel', {
    modelName: ANKI_MODEL,
    inOrderFields: ANKI_FIELDS,
    css: '.card { font: 20px serif; text-align: center; } .headword { font-size: 40px; }',
    cardTemplates: [
      {
        Name: 'Chinese to English',
        Front: '<p class="headword">{{Headword}}</p>',
        Back: `{{FrontSide}}<hr id="answer">${back.join('')}`,
      },
    ],
  });
}

/** Our notes that are there, by headword. */
async function knownNotes(): Promise<Map<string, Note>> {
  const ids = await invoke<number[]>('findNotes', { query: `"note:${ANKI_MODEL}"` });
  const known = new Map<string, Note>();
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const notes = await invoke<Note[]>('notesInfo', { notes: ids.slice(from, from + TOGETHER) });
    for (const note of notes) known.set(note.fields.Headword?.value ?? '', note);
  }
  return known;
}

/** Whether there was anything to update. Tags that were put on in Anki stay. */
async function update(note: Note, fields: Record<AnkiField, string>, tags: string[]): Promise<boolean> {
  const changed = ANKI_FIELDS.some((name) => note.fields[name]?.value !== fields[name]);
  const missing = tags.filter((tag) => !note.tags.includes(tag));
  if (changed) await invoke('updateNoteFields', { note: { id: note.noteId, fields } });
  if (missing.length > 0) await invoke('addTags', { notes: [note.noteId], tags: missing.join(' ') });
  return changed || missing.length > 0;
}

async function invoke<T>(action: string, params: object = {}): Promise<T> {
  let answer: { result: T; error: unknown };
  try {
    const response = await fetch(ADDRESS, {
      method: 'POST',
      body: JSON.stringify({ action, version: 6, params }),
    });
    answer = await response.json();
  } catch (cause) {
    const sentence = 'Anki did not answer: start it with the add-on AnkiConnect, then try again.';
    throw new AnkiError(sentence, { cause });
  }
  if (answer.error !== null && answer.error !== undefined) {
    throw new AnkiError(`Anki said to ${action}: ${String(answer.error)}`);
  }
  return answer.result;
}
