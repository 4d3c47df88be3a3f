import { readFileSync } from 'node:fs';
import { VariantEngine } from '@/utils/lang/variant';

/** The converter over the file that ships. */
export function loadVariantEngine(): VariantEngine {
  const bytes = readFileSync('public/dict/variant.bin');
  return new VariantEngine(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}
