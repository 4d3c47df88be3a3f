import * as v from 'valibot';
import type { FormsOf } from '../draft';
import { isOneTerm } from '../headword';
import { mergeGlossaries } from '../merge';
import type { SavedTerm } from '../record';
import { GlossaryFileError } from './file-error';
import { fault, savedTermShape } from './shape';

/** The version of the format that is written, and the newest that is read. */
export const JSON_VERSION = 1;

/** The lossless form of a glossary, tombstones too: one record on each line, so that files can be compared. */
export function toJson(records: readonly SavedTerm[]): string {
  const lines = records.map((record) => JSON.stringify(record)).join(',\n');
  return `{"format":"tifa-glossary","version":${JSON_VERSION},"records":[\n${lines}\n]}\n`;
}

/**
 * Reads `toJson`'s text back, with one record for each term. Throws a `GlossaryFileError` that names the place
 * where the file is malformed; then nothing of it counts.
 */
export function fromJson(text: string): SavedTerm[] {
  const file = parse(text.replace(/^\uFEFF/, ''));
  if (!isObject(file) || file.format !== 'tifa-glossary') {
    throw new GlossaryFileError(
      'not_glossary',
      [],
      'This is not a glossary of Tifa: it does not say "format":"tifa-glossary".',
    );
  }
  const { version, records } = file;
  if (typeof version === 'number' && version > JSON_VERSION) {
    const values = [String(version), String(JSON_VERSION)];
    const sentence = `The file was written by a newer Tifa (format ${version}, this one reads ${JSON_VERSION}): update the extension, then import it again.`;
    throw new GlossaryFileError('newer', values, sentence);
  }
  if (version !== JSON_VERSION) throw bad('the file', 'version is not a known number');
  if (!Array.isArray(records)) throw bad('the file', 'records is not a list');
  const terms = records.map((record: unknown, index): SavedTerm => {
    const read = v.safeParse(savedTermShape, record, { abortEarly: true });
    if (!read.success) throw bad(placeOf(record, index), fault(read.issues[0]));
    // Two machines make one record of one term by this.
    return { ...read.output, id: read.output.hans };
  });
  return mergeGlossaries(terms, []);
}

/** Throws a `GlossaryFileError` where the headword of a record is neither its simplified nor its traditional form. */
export function checkForms(records: readonly SavedTerm[], formsOf: FormsOf): void {
  const at = records.findIndex((record) => !isOneTerm(record, formsOf));
  if (at < 0) return;
  const { headword } = records[at] as SavedTerm;
  throw bad(placeOf(records[at], at), `headword ${headword} is neither hans nor hant`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const line = faultyLine(text, error instanceof Error ? error.message : '');
    throw new GlossaryFileError(
      'not_json',
      [String(line)],
      `Line ${line} is where the file stops being JSON: it is cut or damaged.`,
    );
  }
}

/** Browsers say the place as a line, as a position or by quoting the text around it; without any, it is the end. */
function faultyLine(text: string, message: string): number {
  const line = /\bline (\d+)/.exec(message)?.[1];
  if (line) return Number(line);
  const position = /position (\d+)/.exec(message)?.[1];
  const quoted = /"(.+)"(?:\.\.\.)? is not valid JSON$/s.exec(message)?.[1];
  const found = quoted === undefined ? -1 : text.indexOf(quoted);
  const end = position ? Number(position) : found >= 0 ? found : text.length;
  return text.slice(0, end).split('\n').length;
}

function placeOf(record: unknown, index: number): string {
  const name =
    isObject(record) && typeof record.hans === 'string' && record.hans !== ''
      ? ` (${record.hans.slice(0, 20)})`
      : '';
  return `record ${index + 1}${name}`;
}

function bad(place: string, what: string): GlossaryFileError {
  return new GlossaryFileError('bad_record', [place, what], `In ${place}: ${what}. Nothing was imported.`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
