import { sendMessage } from '@/utils/ext/messages';
import { type RefusedRow, termsOfDrafts } from '@/utils/glossary/draft';
import type { Column } from '@/utils/glossary/formats/columns';
import { fromJson } from '@/utils/glossary/formats/json';
import { draftsOf } from '@/utils/glossary/formats/rows';
import { isHeadwordColumn, readTable, type Table } from '@/utils/glossary/formats/table';
import { checkSize, decodeText } from '@/utils/glossary/formats/text';
import { type ImportPlan, planImport } from '@/utils/glossary/import-plan';
import type { SavedTerm } from '@/utils/glossary/record';

/** A file that was read, as whole records or as a table of rows. */
export type OpenFile = { name: string } & (
  | { terms: SavedTerm[]; table: null }
  | { terms: null; table: Table }
);

/** What a file would bring, and the records that bring it. */
export interface FilePlan extends ImportPlan {
  terms: SavedTerm[];
  refused: RefusedRow[];
}

/** Headwords that are converted by one message. */
const CONVERTED_AT_ONCE = 2000;

/**
 * Reads a file that the reader chose: our JSON where it begins like JSON, a table otherwise. Throws a
 * `GlossaryFileError` where it cannot be read.
 */
export async function openFile(file: File): Promise<OpenFile> {
  checkSize(file.size);
  const text = decodeText(new Uint8Array(await file.arrayBuffer()));
  const json = /^\uFEFF?\s*[[{]/.test(text) || file.name.toLowerCase().endsWith('.json');
  const { name } = file;
  return json ? { name, terms: fromJson(text), table: null } : { name, terms: null, table: readTable(text) };
}

/**
 * What importing an open file would do; `null` while nobody has said which column holds the headwords.
 *
 * @param columns what the table's columns are taken for; without meaning for JSON
 * @param known the glossary as it is, tombstones too
 */
export async function planFile(
  file: OpenFile,
  columns: readonly (Column | null)[],
  known: readonly SavedTerm[],
): Promise<FilePlan | null> {
  const byHans = new Map(known.map((term) => [term.hans, term]));
  if (file.table === null) return { ...planImport(byHans, file.terms), terms: file.terms, refused: [] };
  if (!columns.some(isHeadwordColumn)) return null;
  const { drafts, refused } = draftsOf(file.table, columns);
  const formsOf = await bothScripts(drafts.map(({ headword }) => headword));
  const terms = termsOfDrafts(drafts, byHans, formsOf, new Date().toISOString());
  return { ...planImport(byHans, terms), terms, refused };
}

async function bothScripts(texts: string[]): Promise<(text: string) => { hans: string; hant: string }> {
  const distinct = [...new Set(texts)];
  const forms = new Map<string, { hans: string; hant: string }>();
  for (let from = 0; from < distinct.length; from += CONVERTED_AT_ONCE) {
    const piece = distinct.slice(from, from + CONVERTED_AT_ONCE);
    const [hans, hant] = await Promise.all([
      sendMessage('convert', { texts: piece, target: 'cn' }),
      sendMessage('convert', { texts: piece, target: 'tw' }),
    ]);
    piece.forEach((text, at) => {
      forms.set(text, { hans: hans[at] ?? text, hant: hant[at] ?? text });
    });
  }
  return (text) => forms.get(text) ?? { hans: text, hant: text };
}

/** Hands the reader a file, as a download of the browser. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A file name that sorts by date: `tifa-glossary-2026-03-05.json`. */
export function fileName(extension: string): string {
  return `tifa-glossary-${new Date().toISOString().slice(0, 10)}.${extension}`;
}
