import type { Occurrence, SavedTerm } from '../record';
import { cite } from './citation';

/**
 * A term base for translators' tools: TBX, version 3 (ISO 30042:2019), dialect TBX-Basic in the style DCA. One
 * concept for each term, its forms in both scripts, the renderings with their standing, and every sentence as
 * context with its source. Throws a `RangeError` without terms: a body without concepts is not allowed, nor none.
 *
 * @param spell how a reading is to be written
 */
export function toTbx(terms: readonly SavedTerm[], spell: (reading: string) => string): string {
  if (terms.length === 0) throw new RangeError('A term base of 0 terms was to be written; TBX needs one.');
  const entries = terms.map((term) => conceptEntry(term, spell)).join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n',
    '<tbxHeader><fileDesc><sourceDesc><p>Personal glossary, exported by Tifa</p></sourceDesc></fileDesc></tbxHeader>\n',
    `<text><body>\n${entries}</body></text>\n`,
    '</tbx>\n',
  ].join('');
}

function conceptEntry(term: SavedTerm, spell: (reading: string) => string): string {
  const forms = [
    { lang: 'zh-Hans', form: term.hans },
    ...(term.hant === term.hans ? [] : [{ lang: 'zh-Hant', form: term.hant }]),
  ];
  const met = (lang: string) =>
    term.occurrences.filter((o) => scriptOf(o, term) === lang && o.sentence !== '');
  const chinese = forms.map(({ lang, form }) =>
    langSec(lang, [
      termSec(form, 'phrase', null, [
        ...term.tags.map((tag) => element('admin', tag, { type: 'projectSubset' })),
        ...met(lang).map((o) =>
          group([
            element('descrip', o.sentence, { type: 'context' }),
            element('admin', cite(o, 'chicago'), { type: 'source' }),
          ]),
        ),
        element('note', spell(term.reading)),
      ]),
    ]),
  );
  const own = term.rendering;
  const official = term.officialRendering;
  const english = [
    ...(own === '' ? [] : [termSec(own, null, 'preferredTerm-admn-sts', [])]),
    ...(official === '' || official === own
      ? []
      : [
          termSec(official, null, own === '' ? 'preferredTerm-admn-sts' : 'admittedTerm-admn-sts', [
            element('note', 'official rendering'),
          ]),
        ]),
  ];
  return [
    `<conceptEntry id="${idOf(term)}">`,
    ...term.categories.map((category) => element('descrip', category, { type: 'subjectField' })),
    ...(term.senses.length > 0
      ? [group([element('descrip', term.senses.join('; '), { type: 'definition' })])]
      : []),
    element('note', term.note),
    ...chinese,
    ...(english.join('') === '' ? [] : [langSec('en', english)]),
    '</conceptEntry>\n',
  ].join('');
}

function langSec(lang: string, sections: string[]): string {
  return `<langSec xml:lang="${lang}">${sections.join('')}</langSec>`;
}

function termSec(form: string, type: string | null, status: string | null, more: string[]): string {
  const notes = [
    type === null ? '' : element('termNote', type, { type: 'termType' }),
    status === null ? '' : element('termNote', status, { type: 'administrativeStatus' }),
  ];
  const term = element('term', form);
  return term === '' ? '' : `<termSec>${term}${notes.join('')}${more.join('')}</termSec>`;
}

/** Nothing where the first part, which the rest is about, is not there. */
function group(parts: string[]): string {
  return parts[0] === '' ? '' : `<descripGrp>${parts.join('')}</descripGrp>`;
}

/** Nothing where there is no text. */
function element(name: string, text: string, attributes: Record<string, string> = {}): string {
  const escaped = escapeXml(text);
  if (escaped.trim() === '') return '';
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${name}${written.join('')}>${escaped}</${name}>`;
}

/** XML 1.0 has no way to write most control characters; they are left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** The same for the same term, and a name in XML whatever its characters are. */
function idOf({ id }: SavedTerm): string {
  return `t-${[...id].map((character) => (character.codePointAt(0) ?? 0).toString(16)).join('-')}`;
}

function scriptOf({ sentence, from, to }: Occurrence, { hans, hant }: SavedTerm): string {
  return hans !== hant && sentence.slice(from, to) === hant ? 'zh-Hant' : 'zh-Hans';
}
