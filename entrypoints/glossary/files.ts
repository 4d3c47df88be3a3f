import { sendMessage } from '@/utils/ext/messages';
import { type RefusedRow, termsOfDrafts } from '@/utils/glossary/draft';
import { fromCsv } from '@/utils/glossary/formats/csv';
import { fromJson } from '@/utils/glossary/formats/json';
import { checkSize, decodeText } from '@/utils/glossary/formats/text';
import type { SavedTerm } from '@/utils/glossary/record';

/** What a file would bring into the glossary, before anything is written. */
export interface ReadFile {
  name: string;
  terms: SavedTerm[];
  refused: RefusedRow[];
}

/**
 * Reads a file that the reader chose: our JSON where it begins like JSON, rows otherwise. Throws a
 * `GlossaryFileError` where it cannot be read.
 *
 * @param known the glossary as it is, tombstones too
 */
export async function readGlossaryFile(file: File, known: readonly SavedTerm[]): Promise<ReadFile> {
  checkSize(file.size);
  const text = decodeText(new Uint8Array(await file.arrayBuffer()));
  if (/^\uFEFF?\s*[[{]/.test(text) || file.name.toLowerCase().endsWith('.json')) {
    return { name: file.name, terms: fromJson(text), refused: [] };
  }
  const { drafts, refused } = fromCsv(text);
  const headwords = [...new Set(drafts.map(({ headword }) => headword))];
  const [hans, hant] = await Promise.all(
    (['cn', 'tw'] as const).map((target) => sendMessage('convert', { texts: headwords, target })),
  );
  const forms = new Map(
    headwords.map((headword, at) => [
      headword,
      { hans: hans?.[at] ?? headword, hant: hant?.[at] ?? headword },
    ]),
  );
  const terms = termsOfDrafts(
    drafts,
    new Map(known.map((term) => [term.hans, term])),
    (headword) => forms.get(headword) ?? { hans: headword, hant: headword },
    new Date().toISOString(),
  );
  return { name: file.name, terms, refused };
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
