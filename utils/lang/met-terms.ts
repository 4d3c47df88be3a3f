import type { MetTerm } from './digest';
import type { Engine } from './engine';
import { formOf, streamOf } from './stream';
import type { Term } from './term';

/**
 * The set phrases of some blocks by block and offset. Of phrases inside one another the longest alone; where two
 * overlap, both; of several records with one form, the first that fits the context. With them the records that they name, each once.
 *
 * @param blocks source texts; offsets are UTF-16 offsets into them
 */
export function metTerms(blocks: readonly string[], engine: Engine): { met: MetTerm[]; terms: Term[] } {
  const { dictionary, segmenter, terms } = engine;
  const records = new Map<number, Term>();
  const met = blocks.flatMap((text, block) => {
    const stream = streamOf(text, dictionary.fold);
    const found: MetTerm[] = [];
    let reached = 0;
    // By start, longer first: one that ends no later than another before it lies inside of that.
    for (const { start, end, terms: numbers } of terms.match(stream, segmenter.cut(stream))) {
      const [number] = numbers;
      if (end > reached && number !== undefined) {
        const term = dictionary.term(number);
        records.set(number, term);
        found.push({
          id: term.id,
          met: formOf(stream, start, end),
          block,
          from: stream.at[start] as number,
          to: (stream.at[end - 1] as number) + 1,
        });
      }
      reached = Math.max(reached, end);
    }
    return found;
  });
  return { met, terms: [...records.values()] };
}
