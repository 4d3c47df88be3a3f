import { readEverything } from '@/utils/ext/glossary-store';
import { toCsv } from '@/utils/glossary/formats/csv';
import { toJson } from '@/utils/glossary/formats/json';
import type { SavedTerm } from '@/utils/glossary/record';
import { download, fileName } from './files';

export type ExportFormat = 'json' | 'csv';

/**
 * Writes terms to a file of the reader's. JSON of the whole glossary holds the tombstones too, so that a removal
 * reaches another browser.
 */
export async function exportGlossary(
  format: ExportFormat,
  terms: readonly SavedTerm[],
  whole: boolean,
): Promise<{ name: string; count: number }> {
  const name = fileName(format);
  if (format === 'json') download(name, 'application/json', toJson(whole ? await readEverything() : terms));
  else download(name, 'text/csv', toCsv(terms));
  return { name, count: terms.length };
}
