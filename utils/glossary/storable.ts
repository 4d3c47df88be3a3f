import { MAX_TEXT } from './formats/shape';
import { MAX_HEADWORD } from './headword';
import type { NewTerm, TermEdit } from './record';

/**
 * A term as it may be stored, so that every backup can be read back: pages hold characters cut in half and texts
 * without end. Throws where no time of reading is given.
 */
export function storableTerm(term: NewTerm): NewTerm {
  const { occurrence, ...clean } = storable(term);
  if (occurrence && Number.isNaN(Date.parse(occurrence.readAt)))
    throw new RangeError(`A term was read at no time: ${occurrence.readAt}.`);
  const cut = (form: string) => form.slice(0, MAX_HEADWORD).toWellFormed();
  return {
    ...clean,
    headword: cut(clean.headword),
    hans: cut(clean.hans),
    hant: cut(clean.hant || clean.hans),
    occurrence: occurrence && {
      ...occurrence,
      date: /^\d{4}-\d\d-\d\d$/.test(occurrence.date) ? occurrence.date : '',
    },
  };
}

/** An edit as it may be stored. */
export function storableEdit<E extends TermEdit>(edit: E): E {
  const { tags, ...clean } = storable(edit);
  return { ...clean, ...(tags ? { tags: tags.filter((tag) => tag.trim() !== '') } : {}) } as E;
}

function storable<T>(value: T): T {
  if (typeof value === 'string') return value.slice(0, MAX_TEXT).toWellFormed() as T;
  if (Array.isArray(value)) return value.slice(0, MAX_TEXT).map(storable) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, storable(each)])) as T;
}
