import type { SavedTerm } from '../record';

/** The private-use character by which Pleco writes a line break within a definition. */
const LINE_BREAK = '\uEAB1';

/**
 * Flashcards of Pleco, one line each: `链长制[鏈長制]`, reading, definition, apart by tabs. What the reader wrote comes
 * first in the definition, then the official rendering and the meaning.
 */
export function toPleco(terms: readonly SavedTerm[]): string {
  const lines = terms.map((term) => {
    const forms = term.hant === term.hans ? term.hans : `${term.hans}[${term.hant}]`;
    const definition = [
      term.rendering,
      term.officialRendering === term.rendering ? '' : term.officialRendering,
      ...term.senses,
      term.note,
    ].filter((part) => part !== '');
    return [forms, term.reading.replaceAll(' ', ''), definition.join('\n')].map(cell).join('\t');
  });
  return lines.map((line) => `${line}\r\n`).join('');
}

/** The four cells of a flashcard's line: both scripts, reading, definition; `null` where it is none. */
export function plecoRow(cells: string[]): string[] | null {
  const [forms = '', reading = '', ...rest] = cells;
  const match = /^([^[\]]+?)(?:\[([^[\]]+)\])?$/.exec(forms.trim());
  if (!match || !/[1-5]/.test(reading) || !/^[\sa-z1-5:üv'·,-]*$/i.test(reading)) return null;
  const [, hans = '', hant = ''] = match;
  return [hans, hant, reading, rest.join(' ').replaceAll(LINE_BREAK, '\n')];
}

function cell(text: string): string {
  return text.replace(/[\t\r]/g, ' ').replaceAll('\n', LINE_BREAK);
}
