import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import { isHan } from '../lang/han';
import type { Citation, Forms, Term } from '../lang/term';
import { termUnit } from '../lang/term-key';
import { EXPANSION_EXCEPTIONS, VARIANT_EXCEPTIONS } from './exceptions';
import { numeralsIn } from './numerals';
import type { Problem } from './schema';

/** A record with the name of the file that it stands in. */
export interface Filed {
  file: string;
  term: Term;
}

const STATUS_ORDER = ['official', 'common', 'analyst', 'literal'];
const PLACEHOLDER =
  /\b(todo|tbd|tbc|fixme|placeholder|lorem ipsum|xxx+)\b|\?\?\?|待(补|補|定|查|写|寫|译|譯)|占位/i;

const toTaiwan = Converter({ from: 'cn', to: 'tw' });

/** The traditional form that a simplified one must have: the converter's, with the editors' exceptions. */
export function traditional(hans: string): string {
  let hant = toTaiwan(hans);
  for (const exception of VARIANT_EXCEPTIONS)
    for (let at = hans.indexOf(exception.hans); at >= 0; at = hans.indexOf(exception.hans, at + 1))
      hant = hant.slice(0, at) + exception.hant + hant.slice(at + exception.hant.length);
  return hant;
}

/** The key under which a form is found, as the matcher compares: quotation marks do not count, any comma is one. */
export function formKey(form: string): string {
  let key = '';
  for (let at = 0; at < form.length; at++) {
    const unit = termUnit(form.charCodeAt(at));
    if (unit !== 0) key += String.fromCharCode(unit);
  }
  return key;
}

/** The faults of one record that its shape alone does not show. */
export function checkTerm({ file, term }: Filed): Problem[] {
  const found: string[] = [
    ...checkForms(term),
    ...checkReading(term),
    ...checkText(term),
    ...checkExpansion(term),
    ...checkCitations(term),
    ...checkLevel(term),
  ];
  return found.map((remedy) => ({ file, headword: term.headword.hans, remedy }));
}

/** The faults of the whole: what one record says against another. */
export function checkBase(filed: readonly Filed[]): Problem[] {
  const problems: Problem[] = filed.flatMap(checkTerm);
  const byId = new Map<string, Filed>();
  const byForm = new Map<string, Filed[]>();
  const byMeaning = new Map<string, Filed>();
  const say = ({ file, term }: Filed, remedy: string) =>
    problems.push({ file, headword: term.headword.hans, remedy });

  for (const entry of filed) {
    const { term, file } = entry;
    const home = `${term.category[0]}.json`;
    if (file !== home) say(entry, `stands in the wrong file: its first category puts it into ${home}`);
    const twin = byId.get(term.id);
    if (twin)
      say(
        entry,
        `id "${term.id}" is that of ${twin.term.headword.hans} too: give one a suffix that tells them apart`,
      );
    else byId.set(term.id, entry);
    const alike = byMeaning.get(term.meaning);
    if (alike)
      say(
        entry,
        `has the meaning of ${alike.term.headword.hans} word for word: make them one record or tell them apart`,
      );
    else byMeaning.set(term.meaning, entry);
    for (const key of new Set([term.headword, ...(term.variants ?? [])].map((form) => formKey(form.hans))))
      byForm.set(key, [...(byForm.get(key) ?? []), entry]);
  }
  for (const [key, entries] of byForm) {
    const bare = entries.filter(({ term }) => !term.match?.minContext);
    for (const entry of bare.slice(1)) {
      const first = (bare[0] as Filed).term;
      say(
        entry,
        `"${key}" is a form of ${first.headword.hans} (${first.id}) too: take it out of one, or write match.minContext`,
      );
    }
  }
  for (const entry of filed)
    for (const [relation, ids] of Object.entries(entry.term.relations ?? {}))
      for (const id of ids ?? []) {
        if (id === entry.term.id)
          say(entry, `relations.${relation} names the record itself: take "${id}" out`);
        else if (!byId.has(id))
          say(
            entry,
            `relations.${relation} names "${id}", which no record has: write that record or take it out`,
          );
      }
  return problems;
}

function checkForms(term: Term): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const one = (forms: Forms, where: string) => {
    const wanted = traditional(forms.hans);
    if (formKey(wanted) !== formKey(forms.hant))
      found.push(
        `${where}: hant of ${forms.hans} is ${forms.hant}, the converter gives ${wanted}: correct it, or add an exception with its reason to exceptions.ts`,
      );
    if (!/\p{Script=Han}/u.test(forms.hans) && where !== 'headword' && !/^[A-Z]/.test(forms.hans))
      found.push(`${where}: ${forms.hans} has no Chinese character`);
  };
  one(term.headword, 'headword');
  seen.add(term.headword.hans);
  for (const [index, variant] of (term.variants ?? []).entries()) {
    one(variant, `variants.${index}`);
    if (seen.has(variant.hans)) found.push(`variants.${index}: ${variant.hans} stands twice: take one out`);
    seen.add(variant.hans);
  }
  if (term.organ?.full) one(term.organ.full, 'organ.full');
  for (const [index, item] of (term.expansion ?? []).entries()) one(item, `expansion.${index}`);
  return found;
}

function checkReading(term: Term): string[] {
  const characters = [...term.headword.hans].filter(isHan);
  const syllables = term.reading.split(' ');
  if (characters.length !== syllables.length)
    return [
      `reading has ${syllables.length} syllables for ${characters.length} Chinese characters: write one for each, none for signs, digits and letters`,
    ];
  const found: string[] = [];
  for (const [index, character] of characters.entries()) {
    const syllable = (syllables[index] as string).toLowerCase();
    const known = readings(character);
    const neutral =
      syllable.endsWith('5') && known.some((reading) => reading.slice(0, -1) === syllable.slice(0, -1));
    if (!neutral && !known.includes(syllable))
      found.push(`reading: ${character} is not read ${syllable}; known are ${known.join(', ')}: correct it`);
  }
  return found;
}

function readings(character: string): string[] {
  return pinyin(character, { type: 'array', toneType: 'num', multiple: true, v: true }).map((syllable) =>
    syllable.toLowerCase().replace(/0$/, '5'),
  );
}

/** English words in a text: runs that hold a Latin letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[A-Za-z0-9]/.test(word)).length;
}

function checkText(term: Term): string[] {
  const found: string[] = [];
  const words = countWords(term.meaning);
  if (words < 12 || words > 60)
    found.push(
      `meaning has ${words} words: write 12 to 60 that tell a reader who has not met the phrase what it says`,
    );
  if (term.signals !== undefined) {
    const length = countWords(term.signals);
    if (length < 15 || length > 80)
      found.push(`signals has ${length} words: write 15 to 80, or leave it out`);
    if (term.review.level < 1)
      found.push('signals stand on a record of level 0: check it first, or take them out');
  }
  const english: [string, string | undefined][] = [
    ['meaning', term.meaning],
    ['signals', term.signals],
    ['contested', term.contested],
    ['literal', term.literal],
    ...term.renderings.map(({ en }, index): [string, string] => [`renderings.${index}`, en]),
    ...(term.expansion ?? []).map(({ en }, index): [string, string] => [`expansion.${index}`, en]),
  ];
  for (const [where, value] of english) {
    if (value === undefined) continue;
    if (PLACEHOLDER.test(value)) found.push(`${where} holds a placeholder: write it, or leave it out`);
    if (!/[A-Za-z]/.test(value)) found.push(`${where} has no English: write it`);
  }
  for (const [index, { en }] of term.renderings.entries())
    if (/\p{Script=Han}/u.test(en)) found.push(`renderings.${index} holds Chinese: move it to the note`);
  const seen = new Map<string, number>();
  for (const [index, { en }] of term.renderings.entries()) {
    const key = en.toLowerCase().replace(/[“”"]|\bthe /g, '');
    const first = seen.get(key);
    if (first !== undefined) found.push(`renderings.${index} repeats renderings.${first}: take it out`);
    else seen.set(key, index);
  }
  const ranks = term.renderings.map(({ status }) => STATUS_ORDER.indexOf(status));
  if (ranks.some((rank, index) => index > 0 && rank < (ranks[index - 1] as number)))
    found.push(`renderings are out of order: ${STATUS_ORDER.join(', ')}`);
  return found;
}

function checkExpansion(term: Term): string[] {
  const items = term.expansion;
  if (!items) return term.expansionSource ? ['expansionSource stands without an expansion: take it out'] : [];
  const found: string[] = [];
  if (!term.expansionSource)
    found.push('expansion has no expansionSource: name the citation whose order it follows');
  if (term.kind !== 'numeric') return found;
  const exception = EXPANSION_EXCEPTIONS.find(({ hans }) => hans === term.headword.hans);
  const numerals = numeralsIn(term.headword.hans);
  const allowed = exception
    ? [exception.items]
    : numerals.length < 2
      ? numerals
      : // Several numerals: 两不愁三保障 has five items, 一带一路 two, 三个“一定要牢记” three.
        [numerals.reduce((sum, n) => sum + n, 0), numerals.length, numerals[0] as number];
  if (!allowed.includes(items.length))
    found.push(
      `expansion has ${items.length} items where the numeral asks for ${[...new Set(allowed)].join(' or ') || 'none'}: list every item in the order of the source, or add an exception to exceptions.ts`,
    );
  return found;
}

function checkCitations(term: Term): string[] {
  const found: string[] = [];
  const byId = new Map<string, Citation>();
  for (const citation of term.citations ?? []) {
    if (byId.has(citation.id)) found.push(`citation ${citation.id} stands twice: number them c1, c2, …`);
    byId.set(citation.id, citation);
    const lacking = citation.supports.filter((field) => term[field as keyof Term] === undefined);
    if (lacking.length > 0)
      found.push(
        `citation ${citation.id} supports ${lacking.join(', ')}, which the record lacks: take it out of supports`,
      );
  }
  const need = (where: string, id: string, field: string) => {
    const citation = byId.get(id);
    if (!citation) found.push(`${where} names citation ${id}, which the record lacks: add it`);
    else if (!citation.supports.includes(field))
      found.push(
        `${where} names citation ${id}, which does not support "${field}": add it to supports if it was read for that`,
      );
    return citation;
  };
  for (const [index, { status, source }] of term.renderings.entries()) {
    const where = `renderings.${index}`;
    const citation = source ? need(where, source, 'renderings') : undefined;
    if (status !== 'official') continue;
    if (!source)
      found.push(`${where} is called official without a source: name one, or call it common or literal`);
    else if (citation && !citation.date)
      found.push(`${where} is official by citation ${source}, which has no date: add the date of the source`);
  }
  if (term.expansionSource) need('expansionSource', term.expansionSource, 'expansion');
  for (const field of ['signals', 'contested'] as const)
    if (term[field] !== undefined && !term.citations?.some(({ supports }) => supports.includes(field)))
      found.push(`${field} has no source: add a citation that supports "${field}", or take it out`);
  for (const id of term.organ?.cite ?? []) need('organ', id, 'organ');
  for (const id of term.firstKnownUse?.cite ?? []) need('firstKnownUse', id, 'firstKnownUse');
  const { origin } = term;
  if (origin) {
    const cited = origin.cite.map((id) => need('origin', id, 'origin'));
    if (origin.confidence !== 'unknown' && cited.length === 0)
      found.push(`origin is called ${origin.confidence} without a source: cite one, or call it unknown`);
    if (origin.confidence === 'unknown' && (origin.date || origin.who || origin.document))
      found.push(
        'origin is called unknown, yet names a date, a person or a document: give the source or take it out',
      );
    if (origin.confidence === 'documented' && !cited.some((citation) => citation?.type === 'primary'))
      found.push(
        'origin is called documented without a primary source: cite the document, or call it reported',
      );
  }
  return found;
}

/** What each level asks for; `utils/terms/README.md` says the same in words. */
function checkLevel(term: Term): string[] {
  const { level } = term.review;
  const citations = term.citations ?? [];
  const supporting = (field: string) => citations.filter(({ supports }) => supports.includes(field));
  const found: string[] = [];
  if (level >= 1)
    for (const field of ['renderings', 'meaning'])
      if (supporting(field).length === 0)
        found.push(
          `level ${level} asks for a citation that supports "${field}": cite what was read, or set level 0`,
        );
  if (level >= 2) {
    if (!term.origin || term.origin.confidence === 'unknown')
      found.push(`level ${level} asks for an origin: give it with its sources, or set level 1`);
    if (term.kind === 'numeric' && !term.expansion)
      found.push(`level ${level} of a numeric formula asks for its expansion: list it, or set level 1`);
    for (const field of ['origin', ...(term.expansion ? ['expansion'] : [])]) {
      const sources = supporting(field);
      if (sources.length < 2 || !sources.some(({ type }) => type === 'primary'))
        found.push(
          `level ${level} asks for two citations that support "${field}", one of them primary; there are ${sources.length}: add one, or set level 1`,
        );
    }
  }
  if (level > 0 && !term.review.on)
    found.push(`level ${level} asks for review.on: write the day of the check`);
  return found;
}
