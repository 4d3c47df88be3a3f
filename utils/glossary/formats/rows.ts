import { isHan } from '@/utils/lang/han';
import type { Draft, RefusedRow } from '../draft';
import { MAX_HEADWORD } from '../headword';
import type { Occurrence } from '../record';
import type { Column } from './columns';
import { MAX_TEXT } from './shape';
import type { Table } from './table';

/** The terms of a table, and the rows that are none, each with its reason. */
export interface TableTerms {
  drafts: Draft[];
  refused: RefusedRow[];
}

/** What the rows say of terms, if their columns are these. */
export function draftsOf(table: Table, columns: readonly (Column | null)[] = table.columns): TableTerms {
  const terms: TableTerms = { drafts: [], refused: [] };
  table.rows.forEach((row, at) => {
    const line = table.lines[at] as number;
    const cell = (column: Column) => row[columns.indexOf(column)] ?? '';
    const refusal = refuse(row, cell);
    if (refusal) terms.refused.push({ line, ...refusal });
    else terms.drafts.push(draftOf(cell, line));
  });
  return terms;
}

function refuse(row: string[], cell: (column: Column) => string): Omit<RefusedRow, 'line'> | null {
  const headword = headwordOf(cell);
  const language = cell('language').trim();
  if (headword === '') return { reason: 'no_headword', value: '' };
  if (row.some((text) => text.length > MAX_TEXT)) return { reason: 'too_long', value: String(MAX_TEXT) };
  if (headword.includes('\uFFFD') || row.some((text) => /\p{Surrogate}/u.test(text)))
    return { reason: 'broken', value: headword.slice(0, 20) };
  if (![...headword].some(isHan)) return { reason: 'not_chinese', value: headword.slice(0, 20) };
  if ([headword, cell('simplified').trim(), cell('traditional').trim()].some(tooLong))
    return { reason: 'no_term', value: headword.slice(0, 20) };
  if (language !== '' && !/^en\b/i.test(language))
    return { reason: 'other_language', value: language.slice(0, 20) };
  return null;
}

function tooLong(form: string): boolean {
  return form.length > MAX_HEADWORD;
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
