import Papa from 'papaparse';
import type { Occurrence, SavedTerm } from '../record';
import { COLUMNS } from './columns';

export interface CsvOptions {
  /** Spreadsheets take a file without it for the system's old encoding. */
  byteOrderMark: boolean;
  delimiter: ',' | '\t';
}

/** The terms as rows for a spreadsheet, in UTF-8; `fromCsv` reads them back. Tombstones are left out. */
export function toCsv(
  terms: readonly SavedTerm[],
  options: CsvOptions = { byteOrderMark: true, delimiter: ',' },
): string {
  const rows = terms.filter((term) => term.removed === null).flatMap(rowsOf);
  const csv = Papa.unparse(
    { fields: [...COLUMNS], data: rows.map((row) => row.map(guard)) },
    { delimiter: options.delimiter, newline: '\r\n' },
  );
  return `${options.byteOrderMark ? '\uFEFF' : ''}${csv}\r\n`;
}

function rowsOf(term: SavedTerm): string[][] {
  const of = (o: Occurrence | null): Record<(typeof COLUMNS)[number], string> => ({
    headword: o?.sentence.slice(o.from, o.to) || term.headword,
    simplified: term.hans,
    traditional: term.hant,
    reading: term.reading,
    rendering: term.rendering,
    official_rendering: term.officialRendering,
    senses: term.senses.join(' / '),
    note: term.note,
    tags: term.tags.join('; '),
    term: term.term ?? '',
    categories: term.categories.join('; '),
    sentence: o?.sentence ?? '',
    position: o && o.to > o.from ? String(o.from) : '',
    headline: o?.headline ?? '',
    byline: o?.byline ?? '',
    paper: o?.paper ?? '',
    page: o?.page ?? '',
    date: o?.date ?? '',
    url: o?.url ?? '',
    read_at: o?.readAt ?? '',
    saved_at: term.created,
  });
  const records = term.occurrences.length > 0 ? term.occurrences.map(of) : [of(null)];
  return records.map((record) => COLUMNS.map((column) => record[column]));
}

/** What a spreadsheet would run as a formula; full-width signs count too where the system's language is Chinese. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** An apostrophe before the first character makes any spreadsheet take the cell for text. */
export function guard(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before `guard`. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
