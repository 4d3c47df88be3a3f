import type { Analysis, BlockAnalysis, Match } from './analysis';
import type { Entry } from './entry';
import type { Citation, Term } from './term';

/** Four items each: where it begins, from the end of the last; its length; its reading; its entries. */
type PackedMatches = (number | string | number[])[];

/** Most keys that an entry has, by their place, then the others. */
type PackedEntry = [headword: string, variant: string, reading: string, senses: string[], more?: More];
type More = Omit<Entry, 'headword' | 'variant' | 'reading' | 'senses' | 'term'> & { term?: PackedTerm };
type PackedTerm = Omit<Term, 'citations'> & { citations?: PackedCitation[] };
/** Many records cite the same document, each for other fields. */
type PackedCitation = [source: number, id: string, supports: string[]];
type Source = Omit<Citation, 'id' | 'supports'>;

interface Packed extends Omit<Analysis, 'blocks' | 'entries'> {
  blocks: Record<keyof BlockAnalysis, PackedMatches>[];
  entries: PackedEntry[];
  sources: Source[];
}

/** An analysis as a short text: what is sent to a page is copied several times on its way, and most is never looked at. */
export function packAnalysis(analysis: Analysis): string {
  const sources: Source[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (source: Source) => {
    const key = JSON.stringify(source);
    const number = numbers.get(key) ?? sources.push(source) - 1;
    numbers.set(key, number);
    return number;
  };
  const packed: Packed = {
    ...analysis,
    blocks: analysis.blocks.map((block) => mapped(block, packMatches)),
    entries: analysis.entries.map((entry) => packEntry(entry, numberOf)),
    sources,
  };
  return JSON.stringify(packed);
}

/** The analysis that was packed. */
export function unpackAnalysis(text: string): Analysis {
  const { sources, ...packed }: Packed = JSON.parse(text);
  return {
    ...packed,
    blocks: packed.blocks.map((block) => mapped(block, unpackMatches)),
    entries: packed.entries.map((entry) => unpackEntry(entry, sources)),
  };
}

/** All lists of a block, each made into another. */
function mapped<A, B>(block: Record<keyof BlockAnalysis, A>, make: (list: A) => B) {
  const lists = Object.entries(block).map(([name, list]) => [name, make(list)]);
  return Object.fromEntries(lists) as Record<keyof BlockAnalysis, B>;
}

function packMatches(matches: readonly Match[]): PackedMatches {
  let end = 0;
  const packed: PackedMatches = [];
  for (const { from, to, reading, entries } of matches) {
    packed.push(from - end, to - from, reading, entries);
    end = to;
  }
  return packed;
}

function unpackMatches(packed: PackedMatches): Match[] {
  let end = 0;
  const matches: Match[] = [];
  for (let at = 0; at < packed.length; at += 4) {
    const from = end + (packed[at] as number);
    end = from + (packed[at + 1] as number);
    matches.push({ from, to: end, reading: packed[at + 2] as string, entries: packed[at + 3] as number[] });
  }
  return matches;
}

function packEntry(
  { headword, variant, reading, senses, term, ...others }: Entry,
  numberOf: (source: Source) => number,
): PackedEntry {
  const packed: PackedEntry = [headword, variant, reading, senses];
  if (term) {
    const { citations, ...record } = term;
    const cited = citations?.map(
      ({ id, supports, ...source }): PackedCitation => [numberOf(source), id, supports],
    );
    packed.push({ ...others, term: { ...record, ...(cited && { citations: cited }) } });
  } else if (Object.keys(others).length > 0) packed.push(others);
  return packed;
}

function unpackEntry(
  [headword, variant, reading, senses, more]: PackedEntry,
  sources: readonly Source[],
): Entry {
  const entry = { headword, variant, reading, senses };
  if (!more) return entry;
  const { term, ...others } = more;
  if (!term) return { ...entry, ...others };
  const { citations, ...record } = term;
  const cited = citations?.map(
    ([source, id, supports]): Citation => ({ id, ...(sources[source] as Source), supports }),
  );
  return { ...entry, ...others, term: { ...record, ...(cited && { citations: cited }) } };
}
