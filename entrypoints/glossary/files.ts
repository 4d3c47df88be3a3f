import { type RefusedRow, termsOfDrafts } from '@/utils/glossary/draft';
import type { Column } from '@/utils/glossary/formats/columns';
import { fromJson } from '@/utils/glossary/formats/json';
import { draftsOf } from '@/utils/glossary/formats/rows';
import { isHeadwordColumn, readTable, type Table } from '@/utils/glossary/formats/table';
import { checkSize, decodeText } from '@/utils/glossary/formats/text';
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

/** The headwords of a table, each once, if its columns are these; none for whole records. */
export function headwordsOf({ table }: OpenFile, columns: readonly (Column | null)[]): string[] {
  if (!table || !columns.some(isHeadwordColumn)) return [];
  return [...new Set(draftsOf(table, columns).drafts.map(({ headword }) => headword))];
}

/**
 * What importing a file would do; `null` while nobody has said which column holds the headwords.
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
  if (file.table === null) return { ...planImport(byHans, file.terms), terms: file.terms, refused: [] };
  if (!columns.some(isHeadwordColumn)) return null;
  const { drafts, refused } = draftsOf(file.table, columns);
  const formsOf = (headword: string) => forms.get(headword) ?? { hans: headword, hant: headword };
  const terms = termsOfDrafts(drafts, byHans, formsOf, new Date().toISOString());
  return { ...planImport(byHans, terms), terms, refused };
}
