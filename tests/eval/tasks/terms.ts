import { readFileSync } from 'node:fs';
import { builtEngine } from '../../engine';
import { analyzePasted } from '../pieces';
import type { Task } from '../task';

/** Every set phrase of whole texts, the longest where they nest. */
export const task: Task = {
  *run(input) {
    const engine = builtEngine();
    const texts: { id: string; text: string }[] = JSON.parse(readFileSync(input, 'utf8'));
    for (const { id, text } of texts) {
      const spans = analyzePasted(text, engine).flatMap(({ from, analysis }) =>
        (analysis.blocks[0]?.terms ?? []).map((term) => ({ start: from + term.from, end: from + term.to })),
      );
      const longest = spans.filter(
        (span) =>
          !spans.some((other) => other !== span && other.start <= span.start && other.end >= span.end),
      );
      yield {
        id,
        terms: longest.map((span) => ({
          ...span,
          term: text.slice(span.start, span.end).replace(/\s/g, ''),
        })),
      };
    }
  },
};
