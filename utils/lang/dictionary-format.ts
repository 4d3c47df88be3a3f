/**
 * The layout of `dictionary.bin` and `entries.bin`: sections of bytes (`sections.ts`) that are used as they lie there.
 *
 * Keys are folded headwords (`fold.ts`), so that both scripts and odd forms meet in one key; a key's number is
 * its rank in the trie (shorter first). Entries are numbered in the order of their keys.
 *
 * | section | holds |
 * | --- | --- |
 * | fold | pairs of UTF-16 units: form, folded form |
 * | trie | the keys; values are ranks |
 * | frequency | a byte per key, see `frequencyByte`; 0: no word of running text, only a set phrase |
 * | tag | a byte per key: number of its part of speech in `tags` |
 * | tags | jieba's part-of-speech tags, apart by spaces; the first is that of words without one |
 * | bands | a byte for each of `BANDS`: the least `frequency` of its words |
 * | count | a byte per key: how many entries have it as their simplified form |
 * | lengths | pairs of 32-bit numbers: key length, number of its first entry |
 * | choices | per entry a byte per UTF-16 unit of the key: which reading of the character; 255: none |
 * | readingUnits, readingCounts, readingSyllables | characters in order, how many readings each has, and those: numbers of `syllables`, the commonest first |
 * | syllables | all syllables, apart by spaces |
 * | rareReadings | characters beyond 16 bits with a reading, `𠮷ji2 …` |
 * | hant | pairs of UTF-16 units: simplified character, usual traditional one |
 * | odd | numbers of the entries whose traditional form does not follow from `hant`, or whose reading not from `choices` |
 * | oddText, oddBlocks | one line for each: traditional form, and where needed the reading, apart by a tab; the byte offset of every 8th line |
 * | measured | one line per measure word: it, then words that it counts, apart by spaces; a word with another traditional form as `鱼|魚` |
 * | links | pairs of 32-bit numbers, sorted: key, entry; for entries found under a second form and, with the highest bit, set phrases |
 * | heads, headBlocks | one line per set phrase, see `TermHead`: its fields apart by tabs, a 1 last where it is not opaque; offsets as above |
 * | termRules | JSON, see `TermRules` |
 * | headSums | how many set phrases there are; checksums of `heads` and `termRules`; where one is another, the set phrases are left out |
 * | surnames, givenUnits, givenCosts, foreignUnits, foreignCosts | the name model, see `names.ts` |
 *
 * `entries.bin` holds what is read only when an entry is shown:
 *
 * | section | holds |
 * | --- | --- |
 * | text, textBlocks | one line per entry: its glosses apart by /; offsets as above |
 * | terms, termBlocks | one line of JSON per set phrase; offsets as above |
 * | termSum | checksum of `terms`; where it is another, the set phrases are left out |
 */
export const LINES_PER_BLOCK = 8;

/**
 * How many of the commonest words make up each band of frequency. Counted are jieba's 60 million words of running text
 * and, for words of today's news, broadcasts (`news-words.tsv`); a word is a form, whatever it means or how it is read.
 */
export const BANDS = [1000, 3000, 10_000, 30_000] as const;

/** Marks the number of a set phrase in `links`. */
export const TERM_BIT = 0x80000000;

/** In `choices`: this unit has no reading of its own, or the entry's reading stands in its text. */
export const NO_CHOICE = 255;

/** Steps of the frequency byte per doubling: 13 let jieba's commonest word (的, 318,825) fit. */
const STEPS = 13;

/** The byte for a count of at least 1; words that were never counted pass as counted once. */
export function frequencyByte(count: number): number {
  return Math.min(255, 1 + Math.round(STEPS * Math.log2(Math.max(1, count))));
}

/** Natural logarithm of the count that a byte stands for. */
export function logCount(byte: number): number {
  return ((byte - 1) * Math.LN2) / STEPS;
}

/** The sum of jieba's counts, rounded: what makes a probability of a count. */
export const TOTAL_COUNT = 60_000_000;
