import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DictionarySource, packDictionary } from '@/utils/build/packed-dictionary';
import { Dictionary } from '@/utils/lang/dictionary';
import { ENGINE_FILES, type Engine, type EngineBuffers, loadEngine } from '@/utils/lang/engine';

/** The language engine over the built files of `public/dict`, as the extension loads it. */
export function builtEngine(): Engine {
  const buffers = Object.entries(ENGINE_FILES).map(([name, file]) => [name, bufferOf(file)]);
  return loadEngine(Object.fromEntries(buffers) as EngineBuffers);
}

/** A dictionary of a test's own entries and set phrases. */
export function dictionaryOf(source: DictionarySource): Dictionary {
  const { dictionary, entries } = packDictionary(source);
  return new Dictionary(dictionary.buffer as ArrayBuffer, entries.buffer as ArrayBuffer);
}

function bufferOf(file: string): ArrayBuffer {
  const bytes = readFileSync(join(import.meta.dirname, '../public/dict', file));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
