import Papa from 'papaparse';
import { compare, type Occurrence, type SavedTerm } from '../record';
import { cite } from './citation';

/** The fields of a note, in the order in which they are written; what a note type in Anki is to have. */
export const ANKI_FIELDS = [
  'Headword',
  'Other script',
  'Reading',
  'Rendering',
  'Official rendering',
  'Meaning',
  'Note',
  'Sentence',
  'Source',
] as const;

export type AnkiField = (typeof ANKI_FIELDS)[number];

/**
 * Notes for Anki's import of text, by its documented header lines: fields are HTML, the first column is the note's
 * own id, so that importing again updates it, and the last its tags.
 *
 * @param spell how a reading is to be written
 */
export function toAnki(terms: readonly SavedTerm[], spell: (reading: string) => string): string {
  const head = [
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    `#tags column:${ANKI_FIELDS.length + 2}`,
    `#columns:${['GUID', ...ANKI_FIELDS, 'Tags'].join('\t')}`,
  ];
  const rows = terms.map((term) => {
    const fields = ankiFields(term, spell);
    return [`tifa-${term.id}`, ...ANKI_FIELDS.map((name) => fields[name]), ankiTags(term).join(' ')];
  });
  const body = Papa.unparse(rows, { delimiter: '\t', newline: '\n', quotes: false });
  return `${head.join('\n')}\n${body}${rows.length > 0 ? '\n' : ''}`;
}

/** The fields of a term's note, as HTML. */
export function ankiFields(term: SavedTerm, spell: (reading: string) => string): Record<AnkiField, string> {
  const latest = latestSentence(term);
  return {
    Headword: html(term.headword),
    'Other script': html(
      term.headword === term.hans ? (term.hant === term.hans ? '' : term.hant) : term.hans,
    ),
    Reading: html(spell(term.reading)),
    Rendering: html(term.rendering || term.officialRendering),
    'Official rendering': html(term.officialRendering),
    Meaning: html(term.senses.join('; ')),
    Note: html(term.note),
    Sentence: latest ? sentence(latest) : '',
    Source: latest ? html(cite(latest, 'chicago')) : '',
  };
}

/** A term's tags; Anki takes a space for the end of one. */
export function ankiTags({ tags }: SavedTerm): string[] {
  return tags.map((tag) => tag.replace(/\s+/g, '-'));
}

function latestSentence({ occurrences }: SavedTerm): Occurrence | undefined {
  return [...occurrences].sort((a, b) => compare(b.readAt, a.readAt)).find((o) => o.sentence !== '');
}

function sentence({ sentence: text, from, to }: Occurrence): string {
  return `${html(text.slice(0, from))}<b>${html(text.slice(from, to))}</b>${html(text.slice(to))}`;
}

function html(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r\n|\n|\r/g, '<br>');
}
