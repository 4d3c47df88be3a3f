import Papa from 'papaparse';
import { isHan } from '@/utils/lang/han';
import { ankiHead, plainText } from './anki-head';
import { type Column, columnOf } from './columns';
import { unguard } from './csv';
import { GlossaryFileError } from './file-error';
import { plecoRow } from './pleco';

/** Who wrote a list, as far as its form tells. */
export type TableKind = 'csv' | 'anki' | 'pleco' | 'zhongwen';

/** A list as rows of cells, and what each column is taken for. */
export interface Table {
  kind: TableKind;
  /** What the file calls its columns; empty texts where it does not say. */
  names: string[];
  /** What each column is taken for; `null` where it tells nothing of a term. */
  columns: (Column | null)[];
  rows: string[][];
  /** At which line of the file each row begins, from 1. */
  lines: number[];
}

/**
 * Reads a list of terms: rows apart by comma, semicolon or tab under names (ours, or `source,target,tgt_lng`), notes
 * that Anki exported as text, flashcards of Pleco, the word list of Zhongwen; anything else as rows without names,
 * whose columns somebody has to name. Throws a `GlossaryFileError` where it is no table at all.
 */
export function readTable(text: string): Table {
  const plain = text.replace(/^\uFEFF/, '');
  const table = plecoTable(plain) ?? zhongwenTable(plain) ?? quotedTable(plain);
  if (table.rows.length === 0) throw new GlossaryFileError('empty', [], 'The file holds no terms.');
  if (!table.rows.some((cells) => cells.some(hasHan))) {
    throw new GlossaryFileError('no_chinese', [], 'The file holds no Chinese terms.');
  }
  return table;
}

/** Lines with cells apart by tabs and without quotation marks of their own. */
function plainRows(text: string): { cells: string[]; line: number }[] {
  const rows = text.split(/\r\n|\n|\r/).map((row, at) => ({ cells: row.split('\t'), line: at + 1 }));
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

function plecoTable(text: string): Table | null {
  const cards = plainRows(text).filter(({ cells }) => !cells[0]?.startsWith('//'));
  const rows = cards.map(({ cells }) => plecoRow(cells)).filter((row) => row !== null);
  if (rows.length === 0 || rows.length < cards.length) return null;
  return {
    kind: 'pleco',
    names: [],
    columns: ['simplified', 'traditional', 'reading', 'senses'],
    rows,
    lines: cards.map(({ line }) => line),
  };
}

/** Simplified, traditional, reading, meaning: two columns of Chinese of one length, then none. */
function zhongwenTable(text: string): Table | null {
  const rows = plainRows(text);
  const fits = ({ cells: [hans = '', hant = '', reading = '', senses] }: { cells: string[] }) =>
    hasHan(hans) && hasHan(hant) && hans.length === hant.length && !hasHan(reading) && senses !== undefined;
  if (rows.length === 0 || !rows.every(fits)) return null;
  return {
    kind: 'zhongwen',
    names: [],
    columns: ['simplified', 'traditional', 'reading', 'senses', 'note'],
    rows: rows.map(({ cells }) => cells),
    lines: rows.map(({ line }) => line),
  };
}

/** Cells that may stand in quotation marks: CSV and what Anki writes. */
function quotedTable(text: string): Table {
  const anki = ankiHead(text);
  const body = text.slice(anki?.length ?? 0);
  const parsed = Papa.parse<string[]>(body, { delimiter: anki?.separator ?? delimiterOf(text) });
  const starts = linesOf(parsed.data, text, text.slice(0, anki?.length ?? 0).split('\n').length);
  const broken = parsed.errors.find((error) => error.type === 'Quotes');
  if (broken) {
    const line = starts[broken.row ?? 0] ?? 1;
    throw new GlossaryFileError(
      'quotes',
      [String(line)],
      `Line ${line} opens a quotation mark that is never closed.`,
    );
  }
  const filled = parsed.data
    .map((cells, at) => ({ cells, line: starts[at] as number }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const head = filled[0]?.cells ?? [];
  const headed = !anki && head.some((name) => isHeadwordColumn(columnOf(name)));
  const rows = headed ? filled.slice(1) : filled;
  const width = Math.max(0, ...rows.slice(0, 200).map(({ cells }) => cells.length));
  const names = headed ? head : Array.from({ length: width }, (_, at) => anki?.columns[at] ?? '');
  const read = (cell: string) => (anki ? (anki.html ? plainText(cell) : cell) : unguard(cell));
  return {
    kind: anki ? 'anki' : 'csv',
    names,
    columns: names.map((name, at) => (anki?.tagsColumn === at + 1 ? 'tags' : columnOf(name))),
    rows: rows.map(({ cells }) =>
      cells.map((cell, at) =>
        anki?.tagsColumn === at + 1
          ? cell
              .trim()
              .split(/[\s;]+/)
              .join(';')
          : read(cell),
      ),
    ),
    lines: rows.map(({ line }) => line),
  };
}

export function isHeadwordColumn(column: Column | null): boolean {
  return column === 'headword' || column === 'simplified' || column === 'traditional';
}

/** The delimiter by which the first row names most columns, else has most cells. */
function delimiterOf(text: string): string {
  const named = (delimiter: string) => {
    const [head = []] = Papa.parse<string[]>(text, { delimiter, preview: 1 }).data;
    return { delimiter, known: head.filter(columnOf).length, cells: head.length };
  };
  const [best] = [',', '\t', ';'].map(named).sort((a, b) => b.known - a.known || b.cells - a.cells);
  return best?.delimiter ?? ',';
}

function hasHan(cell: string): boolean {
  return [...cell].some(isHan);
}

/** At which line of the file each row begins, since a quoted cell may hold line breaks. */
function linesOf(rows: string[][], text: string, first: number): number[] {
  const newline = text.includes('\n') ? /\n/g : /\r/g;
  let line = first;
  return rows.map((row) => {
    const begin = line;
    line += 1 + row.reduce((sum, cell) => sum + (cell.match(newline)?.length ?? 0), 0);
    return begin;
  });
}
