import Papa from 'papaparse';
import { isHan } from '@/utils/lang/han';
import type { Draft, RefusedRow } from '../draft';
import type { Occurrence, SavedTerm } from '../record';
import { GlossaryFileError } from './file-error';
import { MAX_TEXT } from './shape';

/** The columns that are written, one row for each occurrence (one for a term that has none). */
const COLUMNS = [
  'headword',
  'simplified',
  'traditional',
  'reading',
  'rendering',
  'official_rendering',
  'senses',
  'note',
  'tags',
  'term',
  'categories',
  'sentence',
  'position',
  'headline',
  'byline',
  'paper',
  'page',
  'date',
  'url',
  'read_at',
  'saved_at',
] as const;

export type Column = (typeof COLUMNS)[number] | 'language';

/** Other names by which lists call these columns, in lower case. */
const NAMES: Record<string, Column> = {
  ...(Object.fromEntries(COLUMNS.map((column) => [column, column])) as Record<string, Column>),
  source: 'headword',
  term_zh: 'headword',
  chinese: 'headword',
  word: 'headword',
  zh: 'headword',
  中文: 'headword',
  词: 'headword',
  词语: 'headword',
  词条: 'headword',
  术语: 'headword',
  原文: 'headword',
  hans: 'simplified',
  简体: 'simplified',
  hant: 'traditional',
  繁体: 'traditional',
  繁體: 'traditional',
  pinyin: 'reading',
  拼音: 'reading',
  target: 'rendering',
  translation: 'rendering',
  english: 'rendering',
  en: 'rendering',
  英文: 'rendering',
  译文: 'rendering',
  翻译: 'rendering',
  meaning: 'senses',
  definition: 'senses',
  notes: 'note',
  comment: 'note',
  备注: 'note',
  tag: 'tags',
  标签: 'tags',
  tgt_lng: 'language',
};

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
function guard(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function unguard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

export interface CsvTerms {
  drafts: Draft[];
  refused: RefusedRow[];
}

/**
 * Reads rows of terms: our own, or any list whose first row names its columns (`source,target,tgt_lng` too),
 * apart by comma, semicolon or tab. Rows that are no Chinese term are told apart with their reason; throws a
 * `GlossaryFileError` where the file as a whole cannot be read.
 */
export function fromCsv(text: string): CsvTerms {
  const plain = text.replace(/^\uFEFF/, '');
  const parsed = Papa.parse<string[]>(plain, { delimiter: delimiterOf(plain) });
  const lines = linesOf(parsed.data, text);
  const broken = parsed.errors.find((error) => error.type === 'Quotes');
  if (broken) {
    const line = lines[broken.row ?? 0] ?? 1;
    throw new GlossaryFileError(
      'quotes',
      [String(line)],
      `Line ${line} opens a quotation mark that is never closed.`,
    );
  }
  const [head = [], ...rows] = parsed.data;
  if (rows.every((row) => row.every((cell) => cell === ''))) {
    throw new GlossaryFileError('empty', [], 'The file holds no terms.');
  }
  const columns = head.map(columnOf);
  if (
    !columns.some((column) => column === 'headword' || column === 'simplified' || column === 'traditional')
  ) {
    const names = head.slice(0, 8).join(', ').slice(0, 200);
    throw new GlossaryFileError(
      'no_headword',
      [names],
      `Line 1 names no column of headwords (it has: ${names}).`,
    );
  }
  const terms: CsvTerms = { drafts: [], refused: [] };
  rows.forEach((row, index) => {
    const line = lines[index + 1] as number;
    if (row.every((cell) => cell.trim() === '')) return;
    const cell = (column: Column) => unguard(row[columns.indexOf(column)] ?? '');
    const refusal = refuse(row, cell);
    if (refusal) terms.refused.push({ line, ...refusal });
    else terms.drafts.push(draftOf(cell, line));
  });
  return terms;
}

/** The one by which the first row names most columns. */
function delimiterOf(text: string): string {
  const named = (delimiter: string) => {
    const [head = []] = Papa.parse<string[]>(text, { delimiter, preview: 1 }).data;
    return [head.filter(columnOf).length, head.length] as const;
  };
  const [best] = [',', '\t', ';']
    .map((delimiter) => ({ delimiter, named: named(delimiter) }))
    .sort((a, b) => b.named[0] - a.named[0] || b.named[1] - a.named[1]);
  return best?.delimiter ?? ',';
}

function columnOf(name: string): Column | undefined {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(NAMES, key) ? NAMES[key] : undefined;
}

function refuse(row: string[], cell: (column: Column) => string): Omit<RefusedRow, 'line'> | null {
  const headword = headwordOf(cell);
  const language = cell('language').trim();
  if (headword === '') return { reason: 'no_headword', value: '' };
  if (row.some((text) => text.length > MAX_TEXT)) return { reason: 'too_long', value: String(MAX_TEXT) };
  if (headword.includes('\uFFFD') || row.some((text) => /\p{Surrogate}/u.test(text)))
    return { reason: 'broken', value: headword.slice(0, 20) };
  if (![...headword].some(isHan)) return { reason: 'not_chinese', value: headword.slice(0, 20) };
  if (language !== '' && !/^en\b/i.test(language))
    return { reason: 'other_language', value: language.slice(0, 20) };
  return null;
}

function headwordOf(cell: (column: Column) => string): string {
  return cell('headword').trim() || cell('simplified').trim() || cell('traditional').trim();
}

function draftOf(cell: (column: Column) => string, line: number): Draft {
  const headword = headwordOf(cell);
  const sentence = cell('sentence');
  const said = Number.parseInt(cell('position'), 10);
  const from = sentence.startsWith(headword, said) ? said : sentence.indexOf(headword);
  const occurrence: Occurrence = {
    sentence,
    from: Math.max(from, 0),
    to: from < 0 ? 0 : from + headword.length,
    headline: cell('headline'),
    byline: cell('byline'),
    paper: cell('paper'),
    page: cell('page'),
    date: /^\d{4}-\d\d-\d\d$/.test(cell('date')) ? cell('date') : '',
    url: cell('url'),
    readAt: timeOf(cell('read_at')),
  };
  const met = sentence !== '' || occurrence.url !== '' || occurrence.headline !== '';
  return {
    line,
    headword,
    hans: cell('simplified').trim(),
    hant: cell('traditional').trim(),
    reading: cell('reading').trim(),
    senses: listOf(cell('senses'), ' / '),
    term: cell('term').trim(),
    categories: listOf(cell('categories'), ';'),
    officialRendering: cell('official_rendering'),
    rendering: cell('rendering'),
    note: cell('note'),
    tags: listOf(cell('tags'), ';'),
    occurrence: met ? occurrence : null,
    saved: timeOf(cell('saved_at')),
  };
}

function listOf(cell: string, separator: string): string[] {
  return cell
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function timeOf(cell: string): string {
  const time = /^\d{4}-\d\d-\d\dT/.test(cell) ? Date.parse(cell) : Number.NaN;
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

/** At which line of the file each row begins, since a quoted cell may hold line breaks. */
function linesOf(rows: string[][], text: string): number[] {
  const newline = text.includes('\n') ? /\n/g : /\r/g;
  let line = 1;
  return rows.map((row) => {
    const begin = line;
    line += 1 + row.reduce((sum, cell) => sum + (cell.match(newline)?.length ?? 0), 0);
    return begin;
  });
}
