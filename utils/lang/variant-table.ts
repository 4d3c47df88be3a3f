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
 * The sections of the file that script conversion runs on; all but the last are used as they lie.
 *
 * A word's value in a trie is its cost (1 to 255, low 8 bits) and the number of its change list (upper 24 bits, 0 for
 * none). A change is one 32-bit number: the UTF-16 unit it puts (bits 0–15), its position in the word (16–20)
 * and the conversions in which it happens (from 21, one bit for each of `CONVERSIONS`).
 */
export type Section =
  | `${SourceScript}.${
      | 'trie'
      // Where each change list ends in `changes`, 32 bits each, beginning with a 0.
      | 'ends'
      | 'changes'
      // One bit for each hash of two UTF-16 units that stand side by side in a word, see `pairHash`.
      | 'pairs'
      // UTF-16 units at which the words may decide otherwise than the single character.
      | 'deciding'
      // UTF-16 units that occur in `forms` as a source.
      | 'odd'}`
  // UTF-16 units and what becomes of them by themselves.
  | ConversionName
  // UTF-16 text, lines of lists (apart by commas), source and form apart by tabs: forms whose length differs from their source's,
  // by conversion; and regional vocabulary, see `utils/build/variant-vocabulary.ts`.
  | 'forms'
  | 'vocabulary';

/** The characters that the tables hold; those outside that change (compatibility ideographs) stand among the words. */
export const FIRST = 0x3400;
export const LAST = 0x9fff;

/** The cost of a character that no list of words knows: the highest that 8 bits hold. */
export const UNKNOWN_COST = 255;

/** A whole number below 2^`log` for two UTF-16 units. */
export function pairHash(first: number, second: number, log: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - log);
}
