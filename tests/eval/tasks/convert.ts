import { readFileSync } from 'node:fs';
import { VariantEngine } from '../../../utils/lang/variant';
import type { Task } from '../task';

/** Script conversion of whole sentences, characters only: reads `to`, and `id` and `s` of each item. */
export const task: Task = {
  *run(input) {
    const { to, items }: { to: 'cn' | 'tw'; items: { id: string; s: string }[] } = JSON.parse(
      readFileSync(input, 'utf8'),
    );
    const bytes = readFileSync(new URL('../../../public/dict/variant.bin', import.meta.url));
    const engine = new VariantEngine(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    for (const { id, s } of items) yield { id, t: engine.convert(s, to).text };
  },
};
