import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE_FILES, type Engine, type EngineBuffers, loadEngine } from '@/utils/lang/engine';

/** The language engine over the built files of `public/dict`, as the extension loads it. */
export function builtEngine(): Engine {
  const buffers = Object.entries(ENGINE_FILES).map(([name, file]) => [name, bufferOf(file)]);
  return loadEngine(Object.fromEntries(buffers) as EngineBuffers);
}

function bufferOf(file: string): ArrayBuffer {
  const bytes = readFileSync(join(import.meta.dirname, '../public/dict', file));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
