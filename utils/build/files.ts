import { readFileSync } from 'node:fs';

/** Where the built tables of the language engine lie, seen from the project's root. */
export const DICTIONARY_FILE = 'public/dict/dictionary.bin';
export const ENTRIES_FILE = 'public/dict/entries.bin';
export const READINGS_FILE = 'public/dict/readings.bin';

/** The trained weights of the reading model, committed; `reading-weights.ts` writes them. */
export const WEIGHTS_FILE = 'utils/lang/reading-weights.bin';

/** A file's bytes in a buffer of their own. */
export function readBuffer(path: string): ArrayBuffer {
  const bytes = readFileSync(path);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
