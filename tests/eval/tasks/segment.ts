import { readFileSync } from 'node:fs';
import { analyze } from '@/utils/lang/analysis';
import { builtEngine } from '../../engine';
import type { Task } from '../task';

/** Sentences of a treebank cut into words. */
export const task: Task = {
  *run(input) {
    const engine = builtEngine();
    for (const block of readFileSync(input, 'utf8').split(/\n\s*\n/)) {
      const id = /^# sent_id = (.*)$/m.exec(block)?.[1];
      const text = /^# text = (.*)$/m.exec(block)?.[1];
      if (id === undefined || text === undefined) continue;
      const words = analyze([text], engine).blocks[0]?.words ?? [];
      yield { id, words: words.map(({ from, to }) => text.slice(from, to)) };
    }
  },
};
