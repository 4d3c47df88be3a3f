import { isHan } from '@/utils/lang/han';
import type { FormsOf } from './draft';
import type { SavedTerm } from './record';

/** A headword of more UTF-16 units is no term; as many as a reader can mark on a page. */
export const MAX_HEADWORD = 60;

type Named = Pick<SavedTerm, 'headword' | 'hans' | 'hant' | 'term'>;

/**
 * The texts whose forms `isOneTerm` asks for, each once: none where the headword is one of the two forms as it
 * stands.
 */
export function textsToConvert(terms: readonly Named[]): string[] {
  const doubtful = terms.filter((term) => !isOneTerm(term, same));
  const words = doubtful.flatMap(({ headword, hans, hant }) => [headword, hans, hant].map(plain));
  return [...new Set(words.flatMap((word) => [word, ...word]))];
}

/**
 * Whether the headword is the simplified or the traditional form, in whatever script and variant characters, quotes
 * and spaces aside. A set phrase of the built-in bases may have been met in another wording.
 */
export function isOneTerm({ headword, hans, hant, term }: Named, formsOf: FormsOf): boolean {
  if (term !== undefined && term !== '') return true;
  const met = plain(headword);
  return [hans, hant].map(plain).some((form) => {
    if (met === form || formsOf(met).hans === formsOf(form).hans) return true;
    // Character by character, for what a conversion of whole words takes apart.
    const [a, b] = [[...met], [...form]];
    return a.length === b.length && a.every((each, at) => alike(each, b[at] as string, formsOf));
  });
}

function alike(a: string, b: string, formsOf: FormsOf): boolean {
  if (a === b) return true;
  if (!isHan(a) || !isHan(b)) return false;
  const [one, other] = [formsOf(a), formsOf(b)];
  return one.hans === other.hans || one.hant === other.hant;
}

/** Letters, digits and characters alone, full-width ones as ASCII. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
}

const same: FormsOf = (headword) => ({ hans: headword, hant: headword });
