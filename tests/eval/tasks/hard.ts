import { readFileSync } from 'node:fs';
import { analyze } from '@/utils/lang/analysis';
import { builtEngine } from '../../engine';
import type { Task } from '../task';

/** Words and readings of short hard passages, line breaks inside words included. */
export const task: Task = {
  *run(input) {
    const engine = builtEngine();
    const cases: { id: string; context: string }[] = JSON.parse(readFileSync(input, 'utf8'));
    for (const { id, context } of cases) {
      const words = analyze([context], engine).blocks[0]?.words ?? [];
      yield {
        id,
        words: words.map(({ from, to, reading }) => ({ text: context.slice(from, to), reading })),
      };
    }
  },
};
