import { readFileSync } from 'node:fs';
import { analyze } from '@/utils/lang/analysis';
import { isHan } from '@/utils/lang/han';
import { spanAt } from '@/utils/lang/span';
import { builtEngine } from '../../engine';
import type { Task } from '../task';

const MARK = '\u2581';

/** The reading of one marked character in each sentence, in the order of the sentences. */
export const task: Task = {
  *run(input) {
    const engine = builtEngine();
    for (const line of readFileSync(input, 'utf8').split('\n')) {
      if (line === '') continue;
      const place = line.indexOf(MARK);
      const text = line.replaceAll(MARK, '');
      const word = spanAt(analyze([text], engine).blocks[0]?.words ?? [], place);
      const before = word ? [...text.slice(word.from, place)].filter(isHan).length : 0;
      yield { reading: word?.reading.split(' ')[before] ?? '' };
    }
  },
};
