import { type Draft, type FormsOf, type RefusedRow, termsOfDrafts } from '@/utils/glossary/draft';
import type { Column } from '@/utils/glossary/formats/columns';
import { checkForms, fromJson } from '@/utils/glossary/formats/json';
import { draftsOf } from '@/utils/glossary/formats/rows';
import { isHeadwordColumn, readTable, type Table } from '@/utils/glossary/formats/table';
import { checkSize, decodeText } from '@/utils/glossary/formats/text';
import { isOneTerm, textsToConvert } from '@/utils/glossary/headword';
import { type ImportPlan, planImport } from '@/utils/glossary/import-plan';
import type { SavedTerm } from '@/utils/glossary/record';

/** A file that was read, as whole records or as a table of rows. */
export type OpenFile = { terms: SavedTerm[]; table: null } | { terms: null; table: Table };

/** What a file would bring, and the records that bring it. */
export interface FilePlan extends ImportPlan {
  terms: SavedTerm[];
  refused: RefusedRow[];
}

/**
 * Reads a file that the reader chose: our JSON where it begins like JSON, a table otherwise. Throws a
 * `GlossaryFileError` where it cannot be read.
 */
export async function openFile(file: File): Promise<OpenFile> {
  checkSize(file.size);
  const text = decodeText(new Uint8Array(await file.arrayBuffer()));
  const json = /^\uFEFF?\s*[[{]/.test(text) || file.name.toLowerCase().endsWith('.json');
  return json ? { terms: fromJson(text), table: null } : { terms: null, table: readTable(text) };
}

/**
 * What both scripts are needed of, each once: the headwords of a table, if its columns are these, and what a headword
 * is compared with where it is given apart from its forms.
 */
export function headwordsOf({ terms, table }: OpenFile, columns: readonly (Column | null)[]): string[] {
  if (table === null) return textsToConvert(terms);
  if (!columns.some(isHeadwordColumn)) return [];
  const { drafts } = draftsOf(table, columns);
  return [
    ...new Set([...drafts.map(({ headword }) => headword), ...textsToConvert(drafts.filter(saysForm))]),
  ];
}

/** Without its simplified form, a row has the one of its headword. */
function saysForm({ hans }: Draft): boolean {
  return hans !== '';
}

/**
 * What importing a file would do; `null` while nobody has said which column holds the headwords. Throws a
 * `GlossaryFileError` where a whole record has a headword that is none of its forms.
 *
 * @param columns what the table's columns are taken for; without meaning for whole records
 * @param forms both scripts of the headwords
 * @param known the glossary as it is, tombstones too
 */
export function planFile(
  file: OpenFile,
  columns: readonly (Column | null)[],
  forms: ReadonlyMap<string, { hans: string; hant: string }>,
  known: readonly SavedTerm[],
): FilePlan | null {
  const byHans = new Map(known.map((term) => [term.hans, term]));
  const formsOf: FormsOf = (headword) => forms.get(headword) ?? { hans: headword, hant: headword };
  if (file.table === null) {
    checkForms(file.terms, formsOf);
    return { ...planImport(byHans, file.terms), terms: file.terms, refused: [] };
  }
  if (!columns.some(isHeadwordColumn)) return null;
  const read = draftsOf(file.table, columns);
  const strange = read.drafts.filter((draft) => saysForm(draft) && !isOneTerm(draft, formsOf));
  const refused: RefusedRow[] = [
    ...read.refused,
    ...strange.map(({ line, headword }): RefusedRow => ({ line, reason: 'other_forms', value: headword })),
  ].sort((a, b) => a.line - b.line);
  const passed = new Set(strange);
  const drafts = read.drafts.filter((draft) => !passed.has(draft));
  const terms = termsOfDrafts(drafts, byHans, formsOf, new Date().toISOString());
  return { ...planImport(byHans, terms), terms, refused };
}
