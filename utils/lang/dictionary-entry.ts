import type { Dictionary } from './dictionary';
import type { Entry, Note } from './entry';
import { type Gloss, type GlossScript, noteOf, plainGloss, readGloss, type Target } from './gloss';

/** Marks the senses of a measure word. */
const MEASURE = /\bclassifier\b/;

/** An entry of the dictionary by number: one that only points to another word has that word's senses. */
export function readEntry(dictionary: Dictionary, id: number, script: GlossScript): Entry {
  const { rank, hans, hant } = dictionary.formsOf(id);
  const own = readGloss(dictionary.glossesOf(id));
  const from = resolve(dictionary, own, new Set([id]));
  const gloss = from?.gloss ?? own;
  const senses = gloss.senses.map((sense) => plainGloss(sense, script));
  // What leads nowhere is all that there is to say.
  if (senses.length === 0)
    senses.push(...own.references.map(({ label, target }) => `${label} ${plainTarget(target, script)}`));
  const note = (label: string, targets: readonly Target[]) => noteOf(label, targets, script, hans);
  const notes = notesOf(own, gloss, from?.reference ?? null, note);
  const counted = gloss.senses.some((sense) => MEASURE.test(sense))
    ? dictionary.measures.countedBy(hans, script)
    : [];
  if (counted.length > 0)
    notes.push({ label: 'counts', words: counted.map((form) => ({ form, reading: '' })) });
  const band = dictionary.bandOf(rank);
  return {
    headword: hans,
    variant: hant,
    reading: dictionary.syllablesOf(id, hans).join(' '),
    senses,
    ...(from && { reference: note(from.reference.label, [from.reference.target]) }),
    ...(notes.length > 0 && { notes }),
    ...(band > 0 && { band }),
  };
}

type Reference = Gloss['references'][number];

/** The glosses of the word that an entry without senses points to, over as many references as it takes. */
function resolve(
  dictionary: Dictionary,
  own: Gloss,
  seen: Set<number>,
): { gloss: Gloss; reference: Reference } | null {
  if (own.senses.length > 0) return null;
  for (const reference of own.references) {
    const id = entryOf(dictionary, reference.target);
    if (id === null || seen.has(id)) continue;
    seen.add(id);
    const gloss = readGloss(dictionary.glossesOf(id));
    if (gloss.senses.length > 0) return { gloss, reference };
    const further = resolve(dictionary, gloss, seen);
    if (further) return { gloss: further.gloss, reference };
  }
  return null;
}

/** The number of the entry that a gloss names; where none has its reading, the only one with its forms. */
function entryOf(dictionary: Dictionary, { hans, hant, reading }: Target): number | null {
  const rank = dictionary.trie.get(dictionary.fold.text(hans));
  if (rank < 0) return null;
  const found = dictionary.entriesOf(rank, hans).filter((id) => dictionary.formsOf(id).hant === hant);
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z\d]/g, '');
  const same = found.find((id) => letters(dictionary.syllablesOf(id).join('')) === letters(reading));
  return same ?? (found.length === 1 ? (found[0] as number) : null);
}

/** Measure words of the word that is meant; the entry's own other forms and readings. */
function notesOf(
  own: Gloss,
  meant: Gloss,
  followed: Reference | null,
  note: (label: string, targets: readonly Target[]) => Note,
): Note[] {
  const notes = [
    ...meant.notes.filter(({ label }) => own === meant || label === 'measure word'),
    ...(own === meant ? [] : own.notes),
  ].map(({ label, targets }) => note(label, targets));
  if (own.senses.length > 0 || followed)
    for (const reference of own.references)
      if (reference !== followed) notes.push(note(reference.label, [reference.target]));
  return notes;
}

function plainTarget({ hans, hant, reading }: Target, script: GlossScript): string {
  return plainGloss(`${hant}|${hans}[${reading}]`, script);
}
