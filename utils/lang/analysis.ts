import type { Entry } from './entry';
import type { Span } from './span';

/** Which script a text is written in, by the characters that tell. */
export type Script = 'hans' | 'hant' | 'mixed';

/** A stretch of text that has entries: indexes into `Analysis.entries`, best first. */
export interface Match extends Span {
  /** One syllable per Han character in this context, apart by spaces; empty where there is none. */
  reading: string;
  entries: number[];
}

/** One block of text, taken apart. Offsets are UTF-16 offsets into the block as given. */
export interface BlockAnalysis {
  /** A partition of the block: every character lies in exactly one word, punctuation and breaks too. */
  words: Match[];
  /** Set phrases, nested and overlapping ones too, by `from`, longer first. */
  terms: Match[];
  /** The reader's own phrases that stand in no built-in base; never marked in the page. */
  own: Match[];
  /** Other dictionary words of two or more characters, those that the segmentation did not choose. */
  parts: Match[];
}

/** All that the hover card needs, so that hovering sends no message. */
export interface Analysis {
  script: Script;
  blocks: BlockAnalysis[];
  entries: Entry[];
  /** Entries of every Han character in the blocks. */
  characters: Record<string, number[]>;
}
