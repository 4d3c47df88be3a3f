import type { Analysis, Match } from './analysis';
import type { Entry } from './entry';
import { isHan } from './han';
import type { Hit } from './hits';

/** A stretch of text with its reading, and the analysis that its entries stand in. */
export interface Read extends Match {
  /** As it stands in the text. */
  form: string;
  analysis: Pick<Analysis, 'characters' | 'entries'>;
}

/** Taiwan's standard reading of an entry of the dictionary; `null` where it is the same or not told. */
export function taiwanReading({ notes }: Pick<Entry, 'notes'>): string | null {
  const words = notes?.find(({ label }) => label === 'in Taiwan')?.words;
  // CC-CEDICT writes the syllables of a word together or apart.
  const syllables = words?.[0]?.reading.match(/[A-Za-z]+[1-5]/g);
  return syllables?.join(' ') ?? null;
}

/**
 * The reading of a word as Taiwan's standard has it: as the dictionary says for the word, else for its characters
 * (期 qi2 in 星期 too). Capitals stay.
 */
export function readInTaiwan({ form, reading, entries, analysis }: Read): string {
  const entry = analysis.entries[entries[0] ?? -1];
  const own = entry && isSame(entry.reading, reading) ? taiwanReading(entry) : null;
  const syllables = reading.split(' ');
  if (own && own.split(' ').length === syllables.length) return own;
  const characters = [...form].filter(isHan);
  if (characters.length !== syllables.length) return reading;
  return syllables
    .map((syllable, at) => {
      const other = ofCharacter(characters[at] as string, syllable, analysis);
      return other && /^\p{Lu}/u.test(syllable) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
    })
    .map((other, at) => other ?? (syllables[at] as string))
    .join(' ');
}

/** What lies under the pointer, read by Taiwan's standard; of a set phrase word by word. */
export function hitInTaiwan<H extends Hit>(hit: H, form: string, words: readonly Read[]): H {
  const [first] = words;
  if (!first || hit.kind === 'quantity') return hit;
  const { analysis } = first;
  const read = (entry: Entry, reading: string) =>
    readInTaiwan({ ...first, form, reading, entries: [analysis.entries.indexOf(entry)] });
  const entries = hit.entries.map((entry) => ({ ...entry, reading: read(entry, entry.reading) }));
  const inside = words.filter(({ from, to }) => from >= hit.from && to <= hit.to);
  const joined = inside.map(readInTaiwan).filter(Boolean).join(' ');
  const [best] = hit.entries;
  const isWhole = inside.length > 1 && joined.split(' ').length === hit.reading.split(' ').length;
  const reading = isWhole || !best ? joined || hit.reading : read(best, hit.reading);
  return { ...hit, reading, entries };
}

/** Taiwan's reading of a character that is read so in the mainland, with the capital first where it has one. */
function ofCharacter(
  character: string,
  syllable: string,
  { characters, entries }: Read['analysis'],
): string | null {
  const known = (characters[character] ?? []).flatMap((index) => entries[index] ?? []);
  for (const wanted of [syllable, syllable.toLowerCase()]) {
    const entry = known.find(({ reading, reference }) => reading === wanted && !reference);
    if (entry) return taiwanReading(entry);
  }
  return null;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
