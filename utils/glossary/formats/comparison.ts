import Papa from 'papaparse';
import type { Comparison } from '@/utils/lang/digest-comparison';
import { guard } from './csv';

/** A comparison as rows for a spreadsheet, in UTF-8: phrase, how often here, how often there, in which of them. */
export function comparisonCsv(
  { both, onlyHere, onlyThere }: Comparison,
  here: string,
  there: string,
): string {
  const groups = [
    ['both', both],
    ['only here', onlyHere],
    ['only there', onlyThere],
  ] as const;
  const data = groups.flatMap(([group, phrases]) =>
    phrases.map((phrase) => [phrase.met, phrase.rendering, phrase.here, phrase.there, group]),
  );
  const csv = Papa.unparse(
    {
      fields: ['phrase', 'rendering', here, there, 'stands in'].map(guard),
      data: data.map((row) => row.map((cell) => (typeof cell === 'string' ? guard(cell) : cell))),
    },
    { newline: '\r\n' },
  );
  return `\uFEFF${csv}\r\n`;
}
