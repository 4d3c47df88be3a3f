import { readFileSync } from 'node:fs';
import { isHan } from '@/utils/lang/han';
import { builtEngine } from '../../engine';
import { analyzePasted } from '../pieces';
import type { Task } from '../task';

/** A reading for every character of whole texts. */
export const task: Task = {
  *run(input) {
    const engine = builtEngine();
    const texts: { id: string; text: string }[] = JSON.parse(readFileSync(input, 'utf8'));
    for (const { id, text } of texts) {
      const readings = new Array<string | null>(text.length).fill(null);
      for (const { from, text: paragraph, analysis } of analyzePasted(text, engine))
        for (const word of analysis.blocks[0]?.words ?? []) {
          const syllables = word.reading.split(' ');
          let next = 0;
          for (let at = word.from; at < word.to; at++)
            if (isHan(paragraph.charAt(at))) readings[from + at] = syllables[next++] ?? null;
        }
      yield { id, readings };
    }
  },
};
