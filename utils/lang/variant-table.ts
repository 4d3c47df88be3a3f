/** The scripts a text can be shown in: mainland simplified; traditional by OpenCC's standard, Taiwan's and Hong Kong's. */
export type ConversionTarget = 'cn' | 't' | 'tw' | 'hk';

/** The conversions of each source script, in the order of their bits in a change. */
export const CONVERSIONS = {
  hans: ['cn-t', 'cn-tw', 'cn-hk'],
  hant: ['t-cn', 't-tw', 't-hk', 'tw-cn', 'tw-t', 'tw-hk', 'hk-cn', 'hk-t', 'hk-tw'],
} as const;

export type SourceScript = keyof typeof CONVERSIONS;
export type ConversionName = (typeof CONVERSIONS)[SourceScript][number];

/**
 * The sections of the file that script conversion runs on, which is used as it lies: one pair of Uint32 for
 * each section (where it starts, how many bytes it has), then the sections, each at a multiple of four.
 *
 * A word's value in a trie is its cost (low 8 bits) and the number of its change list (upper 24 bits, 0 for
 * none). A change is one Uint32: the UTF-16 unit it puts (bits 0–15), its position in the word (16–20) and the
 * conversions in which it happens (from 21, one bit for each of `CONVERSIONS`).
 */
export const SECTIONS = [
  'hans.trie',
  'hant.trie',
  'hans.changeStarts',
  'hant.changeStarts',
  'hans.changes',
  'hant.changes',
  // UTF-16 units at which the words may decide otherwise than the single character.
  'hans.deciding',
  'hant.deciding',
  // UTF-16 units that occur in `forms` as a source.
  'hans.odd',
  'hant.odd',
  // For each conversion, UTF-16 units and what becomes of them by themselves.
  ...CONVERSIONS.hans,
  ...CONVERSIONS.hant,
  // UTF-16 text, lines of conversion, source and form: forms whose length differs from their source's, and
  // (conversion with `+`) the words of regional vocabulary.
  'forms',
] as const;

export type Section = (typeof SECTIONS)[number];

/** The cost of a character that no list of words knows: the highest that 8 bits hold. */
export const UNKNOWN_COST = 255;

/** Packs sections into one file. */
export function packSections(sections: Record<Section, Uint8Array>): Uint8Array {
  let at = SECTIONS.length * 8;
  const table = new Uint32Array(SECTIONS.length * 2);
  SECTIONS.forEach((name, index) => {
    table[2 * index] = at;
    table[2 * index + 1] = sections[name].length;
    at += Math.ceil(sections[name].length / 4) * 4;
  });
  const bytes = new Uint8Array(at);
  bytes.set(new Uint8Array(table.buffer));
  SECTIONS.forEach((name, index) => {
    bytes.set(sections[name], table[2 * index]);
  });
  return bytes;
}

/** The bytes of one section, a view on the file. */
export function section(file: ArrayBuffer, name: Section): Uint8Array {
  const index = SECTIONS.indexOf(name);
  const table = new Uint32Array(file, 8 * index, 2);
  return new Uint8Array(file, table[0], table[1]);
}

/** A section as whole numbers of 16 bits. */
export function units(file: ArrayBuffer, name: Section): Uint16Array {
  const { buffer, byteOffset, length } = section(file, name);
  return new Uint16Array(buffer as ArrayBuffer, byteOffset, length / 2);
}

/** A section as whole numbers of 32 bits. */
export function longs(file: ArrayBuffer, name: Section): Uint32Array {
  const { buffer, byteOffset, length } = section(file, name);
  return new Uint32Array(buffer as ArrayBuffer, byteOffset, length / 4);
}
