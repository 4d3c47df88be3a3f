import type { Fold } from './fold';
import type { Term } from './term';

const QUOTES = /["'“”‘’「」『』《》〈〉＂＇]/;
const COMMAS = /[,，;；、]/;

/** What a unit of text becomes where set phrases are compared: 0 for a quotation mark, 、 for any comma. */
export function termUnit(unit: number): number {
  const mark = String.fromCharCode(unit);
  if (QUOTES.test(mark)) return 0;
  return COMMAS.test(mark) ? 0x3001 : unit;
}

/** The key under which a form of a set phrase is found, whatever its quotes and commas: 三个“一定要牢记” → 三个一定要牢记. */
export function termKey(form: string, fold: Fold): string {
  let key = '';
  for (let at = 0; at < form.length; at++) {
    const unit = termUnit(fold.unit(form.charCodeAt(at)));
    if (unit !== 0) key += String.fromCharCode(unit);
  }
  return key;
}

/** Every surface form of a set phrase in both scripts. */
export function formsOf(term: Term): string[] {
  return [term.headword, ...(term.variants ?? [])].flatMap(({ hans, hant }) => [hans, hant]);
}
