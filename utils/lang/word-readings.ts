import { analyze } from './analysis';
import type { Engine } from './engine';

/** A headword with its reading: one syllable per Han character. */
export interface ReadForm {
  form: string;
  reading: string;
}

/**
 * A reading by the words of its headword, as the national orthography (GB/T 16159) has them joined: 毛泽东思想 →
 * `Mao2 Ze2 dong1`, `si1 xiang3`. Syllables stay those given; capitals are added. One string where there is but one word,
 * or where reading and headword do not go together.
 */
export function wordReadings({ form, reading }: ReadForm, engine: Engine): string[] {
  const words = (analyze([form], engine).blocks[0]?.words ?? [])
    .map((word) => word.reading.split(' ').filter(Boolean))
    .filter((syllables) => syllables.length > 0);
  const given = reading.split(' ');
  if (words.reduce((sum, { length }) => sum + length, 0) !== given.length) return [reading];
  let next = 0;
  return words.map((syllables) =>
    syllables
      .map((own) => {
        const syllable = given[next++] as string;
        return /^\p{Lu}/u.test(own) ? syllable.charAt(0).toUpperCase() + syllable.slice(1) : syllable;
      })
      .join(' '),
  );
}
