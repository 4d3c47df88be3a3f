import type { Term } from '../lang/term';
import { formKey } from '../terms/rules';
import type { Problem } from '../terms/schema';

/** Han characters, and English words, that must not stand in a row as in a source. */
export const SHARED_RUN = 8;

/** A text to compare with: where it stands, and what it says. */
export interface Source {
  source: string;
  text: string;
}

/**
 * Runs of eight Han characters or English words that a record's own prose shares with a source. Names (what stands in
 * 《》, titles of citations, renderings in capitals), forms of records and items of expansions are no prose; an
 * example is a quotation by its nature.
 */
export function copiedRuns(terms: readonly Term[], sources: Iterable<Source>): Problem[] {
  const exempt = names(terms);
  const wanted = new Map<string, { term: Term; field: string }[]>();
  for (const term of terms)
    for (const [field, prose] of proseOf(term))
      for (const run of [...hanRuns(withoutTitles(prose)), ...wordRuns(prose)]) {
        if (exempt.has(run)) continue;
        const holders = wanted.get(run) ?? [];
        wanted.set(run, holders);
        if (!holders.some((holder) => holder.term === term)) holders.push({ term, field });
      }
  const found = new Map<string, Problem>();
  for (const { source, text } of [...quoted(terms), ...sources])
    for (const run of [...hanRuns(text), ...wordRuns(text)])
      for (const { term, field } of wanted.get(run) ?? []) {
        const key = `${term.id} ${field}`;
        if (!found.has(key))
          found.set(key, {
            file: `${term.category[0]}.json`,
            headword: term.headword.hans,
            remedy: `${field} shares "${run}" with ${source}: say it in your own words`,
          });
      }
  return [...found.values()];
}

/** What an editor wrote, by field. */
function proseOf(term: Term): [field: string, text: string][] {
  const fields: [string, string | undefined][] = [
    ['meaning', term.meaning],
    ['signals', term.signals],
    ['contested', term.contested],
    ['literal', term.literal],
    ['origin', term.origin && [term.origin.who, term.origin.occasion].filter(Boolean).join('. ')],
    ['firstKnownUse', term.firstKnownUse?.where],
  ];
  return fields.filter((field): field is [string, string] => field[1] !== undefined);
}

/** Official renderings of the base itself: a meaning is no rendering said again. */
function* quoted(terms: readonly Term[]): Generator<Source> {
  for (const { headword, renderings } of terms)
    for (const { en, status } of renderings)
      if (status === 'official') yield { source: `the rendering of ${headword.hans}`, text: en };
}

function names(terms: readonly Term[]): Set<string> {
  const all = new Set<string>();
  for (const { headword, variants, expansion, citations, origin, renderings } of terms) {
    const named = [headword, ...(variants ?? []), ...(expansion ?? [])].map(({ hans }) => formKey(hans));
    const titles = renderings.map(({ en }) => en).filter(isName);
    for (const name of [
      ...named,
      ...titles,
      ...(citations ?? []).map(({ title }) => title),
      origin?.document ?? '',
    ])
      for (const run of [...hanRuns(name), ...wordRuns(name)]) all.add(run);
  }
  return all;
}

/** Whether a rendering is a name: most of its longer words begin with a capital. */
function isName(rendering: string): boolean {
  const words = rendering.match(/[A-Za-z]{4,}/g) ?? [];
  return words.filter((word) => /^[A-Z]/.test(word)).length > words.length * 0.7;
}

function withoutTitles(text: string): string {
  return text.replace(/《[^》]*》/g, ' ');
}

function* hanRuns(text: string): Generator<string> {
  for (const [stretch] of text.matchAll(/\p{Script=Han}{8,}/gu))
    for (let at = 0; at + SHARED_RUN <= stretch.length; at++) yield stretch.slice(at, at + SHARED_RUN);
}

function* wordRuns(text: string): Generator<string> {
  if (!/[A-Za-z]{2}/.test(text)) return;
  const words = text.toLowerCase().match(/[a-z0-9]+(?:['’-][a-z0-9]+)*/g) ?? [];
  for (let at = 0; at + SHARED_RUN <= words.length; at++) yield words.slice(at, at + SHARED_RUN).join(' ');
}
