import { analyze } from '../lang/analysis';
import type { Engine } from '../lang/engine';
import type { Category, Term } from '../lang/term';
import { numeralsIn } from '../terms/numerals';
import { formKey, traditional } from '../terms/rules';
import type { Dated } from './usage';

/** A record begun: what a machine can fill in. `meaning` and `renderings` are placeholders that no check lets through. */
export interface Draft {
  term: Term;
  /** What an editor should look at, a line each. */
  remarks: string[];
}

/** Records near a headword: those that hold it, lie in it, or share most of its characters. */
export interface Neighbours {
  holders: Term[];
  parts: Term[];
  alike: Term[];
}

const MOST_ALIKE = 8;

/** Begins a record for a headword in simplified characters. Throws where it has no Chinese character. */
export function draftOf(
  hans: string,
  terms: readonly Term[],
  engine: Engine,
  texts: Iterable<Dated> = [],
): Draft {
  if (!/\p{Script=Han}/u.test(hans)) throw new Error(`${hans} has no Chinese character.`);
  const { words } = analyze([hans], engine).blocks[0] ?? { words: [] };
  const readings = words.map(({ reading }) => reading).filter(Boolean);
  const near = neighboursOf(hans, terms);
  const key = formKey(hans);
  const known = terms.filter((term) => formsOfHans(term).some((form) => formKey(form) === key));
  const related = [...near.parts, ...near.holders].map(({ id }) => id);
  const term: Term = {
    id: idOf(readings, terms),
    headword: { hans, hant: traditional(hans) },
    kind: numeralsIn(hans).length > 0 ? 'numeric' : 'phrase',
    reading: readings.join(' '),
    renderings: [{ en: 'TODO', status: 'literal' }],
    meaning: 'TODO: 12 to 60 words in your own words: what it says, who says it of what.',
    category: [categoryOf([...near.parts, ...near.holders, ...near.alike])],
    ...(related.length > 0 ? { relations: { related } } : {}),
    review: { level: 0 },
  };
  const list = (found: Term[]) => found.map(({ id, headword }) => `${headword.hans} (${id})`).join(', ');
  return {
    term,
    remarks: [
      ...known.map(({ id, category }) => `${hans} is a form of ${id} in ${category[0]}.json already.`),
      ...(near.holders.length > 0 ? [`Stands inside of: ${list(near.holders)}.`] : []),
      ...(near.parts.length > 0 ? [`Holds: ${list(near.parts)}.`] : []),
      ...(near.alike.length > 0 ? [`Shares characters with: ${list(near.alike)}.`] : []),
      ...countsOf(hans, texts),
    ],
  };
}

/** The records near a headword, nearest first. */
export function neighboursOf(hans: string, terms: readonly Term[]): Neighbours {
  const key = formKey(hans);
  const keys = new Map(terms.map((term) => [term, formsOfHans(term).map(formKey)]));
  const others = terms.filter((term) => !(keys.get(term) ?? []).includes(key));
  const holders = others.filter((term) => keys.get(term)?.some((form) => form.includes(key)));
  const parts = others.filter(
    (term) =>
      !holders.includes(term) && keys.get(term)?.some((form) => form.length > 1 && key.includes(form)),
  );
  const characters = new Set(key);
  const shared = (term: Term) => {
    const own = new Set(formKey(term.headword.hans));
    const common = [...own].filter((character) => characters.has(character)).length;
    return common / Math.max(own.size, characters.size);
  };
  const alike = others
    .filter((term) => !holders.includes(term) && !parts.includes(term) && shared(term) >= 0.5)
    .sort((a, b) => shared(b) - shared(a))
    .slice(0, MOST_ALIKE);
  return { holders, parts, alike };
}

function formsOfHans(term: Term): string[] {
  return [term.headword, ...(term.variants ?? [])].map((forms) => forms.hans);
}

/** Syllables without tones, those of a word run together; a number follows where the id is taken. */
function idOf(readings: readonly string[], terms: readonly Term[]): string {
  const slug = readings.map((reading) => reading.toLowerCase().replace(/[^a-z]/g, '')).join('-');
  const ids = new Set(terms.map(({ id }) => id));
  let id = slug;
  for (let count = 2; ids.has(id); count++) id = `${slug}-${count}`;
  return id;
}

/** The category of most neighbours. */
function categoryOf(near: readonly Term[]): Category {
  const counts = new Map<Category, number>();
  for (const { category } of near)
    if (category[0]) counts.set(category[0], (counts.get(category[0]) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'gov';
}

/** Where the string stands in dated texts, in words. Nearly what `usage` counts: longer phrases are not set apart yet. */
function countsOf(hans: string, texts: Iterable<Dated>): string[] {
  const key = formKey(hans);
  const met: Record<Dated['kind'], string[]> = { report: [], congress: [], broadcast: [] };
  let read = 0;
  for (const { kind, when, text } of texts) {
    read++;
    if (formKey(text).includes(key)) met[kind].push(when);
  }
  if (read === 0) return [];
  const days = met.broadcast.sort();
  return [
    `Government Work Reports held: ${met.report.sort().join(' ') || 'none'}. Congresses: ${met.congress.join(' ') || 'none'}.`,
    `Broadcast days: ${days.length}${days.length > 0 ? `, ${days[0]} to ${days.at(-1)}` : ''}. Counts take in longer phrases.`,
  ];
}
