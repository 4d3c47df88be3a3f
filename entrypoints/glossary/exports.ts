import { download } from '@/components/download';
import type { ExportFormat } from '@/components/GlossaryHead';
import { keepLastBackup } from '@/utils/ext/backup';
import { canKeepBackupFile, writeBackupFile } from '@/utils/ext/backup-file';
import { readEverything } from '@/utils/ext/glossary-store';
import { toAnki } from '@/utils/glossary/formats/anki';
import { toCsv } from '@/utils/glossary/formats/csv';
import { toJson } from '@/utils/glossary/formats/json';
import { toPleco } from '@/utils/glossary/formats/pleco';
import { toCslJson, toRis } from '@/utils/glossary/formats/references';
import { toTbx } from '@/utils/glossary/formats/tbx';
import type { SavedTerm } from '@/utils/glossary/record';
import { spell } from '@/utils/lang/spelling';

interface Form {
  extension: string;
  type: string;
  write: (terms: readonly SavedTerm[]) => string;
}

const FORMS: Record<ExportFormat, Form> = {
  json: { extension: 'json', type: 'application/json', write: toJson },
  csv: { extension: 'csv', type: 'text/csv', write: (terms) => toCsv(terms) },
  tsv: {
    extension: 'tsv',
    type: 'text/tab-separated-values',
    write: (terms) => toCsv(terms, { byteOrderMark: false, delimiter: '\t' }),
  },
  anki: { extension: 'anki.txt', type: 'text/plain', write: (terms) => toAnki(terms, spell) },
  pleco: { extension: 'pleco.txt', type: 'text/plain', write: toPleco },
  tbx: { extension: 'tbx', type: 'application/x-tbx+xml', write: (terms) => toTbx(terms, spell) },
  ris: { extension: 'ris', type: 'application/x-research-info-systems', write: toRis },
  csl: { extension: 'csl.json', type: 'application/json', write: toCslJson },
};

/**
 * Writes terms to a file of the reader's. JSON of the whole glossary is the backup: it holds the tombstones too, so
 * that a removal reaches another browser.
 */
export async function exportGlossary(
  format: ExportFormat,
  terms: readonly SavedTerm[],
  whole: boolean,
): Promise<{ name: string; count: number }> {
  const { extension, type, write } = FORMS[format];
  const name = fileName(extension);
  const backup = format === 'json' && whole;
  const at = new Date().toISOString();
  download(name, type, write(backup ? await readEverything() : terms));
  if (backup) await keepLastBackup({ at });
  return { name, count: terms.length };
}

/**
 * Backs the whole glossary up: into the file that was chosen once, where the browser can keep one, else as a download.
 * Answers the file's name; `null` where the reader thought better of it.
 */
export async function backUp(): Promise<{ name: string; count: number } | null> {
  const records = await readEverything();
  const count = records.filter((term) => term.removed === null).length;
  if (!canKeepBackupFile()) return exportGlossary('json', records, true);
  const at = new Date().toISOString();
  const name = await writeBackupFile(toJson(records), 'tifa-glossary.json');
  if (name === null) return null;
  await keepLastBackup({ at });
  return { name, count };
}

/** A file name that sorts by date: `tifa-glossary-2026-03-05.json`. */
function fileName(extension: string): string {
  return `tifa-glossary-${new Date().toISOString().slice(0, 10)}.${extension}`;
}
