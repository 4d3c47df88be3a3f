import { readFileSync } from 'node:fs';
import { ConverterFactory } from 'opencc-js';
import type { ConversionName } from '../lang/variant-table';
import { type Convert, OPENCC, openccPairs } from './variant-sources';
import type { Word } from './variant-words';

type Pairs = [string, string][];

/** Words of programs and machines, by source (`cn` in OpenCC's standard forms, `tw` in Taiwan's). */
function technicalWords(): Set<string> {
  const text = readFileSync(new URL('./variant-technical.tsv', import.meta.url), 'utf8');
  return new Set(text.split('\n').filter((line) => line !== '' && !line.startsWith('#')));
}

/**
 * Lines of the section `forms` for regional vocabulary, from OpenCC's tables. A conversion followed by `*` is a
 * phrase, as it stands in the text converted without vocabulary (simplified source) or in the source; by `**`
 * the same for technical texts only; by `+` a word of the trie that holds an everyday phrase inside.
 */
export function vocabularyForms(simplified: Map<string, Word>, traditional: Map<string, Word>): string[] {
  const technical = technicalWords();
  const lines: string[] = [];
  const add = (
    name: ConversionName,
    phrases: Pairs,
    words: Iterable<[source: string, given: string, plain: string]>,
    convert: (phrases: Pairs) => Convert,
    key: Convert,
    form: Convert,
  ) => {
    const source = name.slice(0, 2);
    const isTechnical = ([phrase]: [string, string]) => technical.has(`${source}\t${phrase}`);
    const everyday = phrases.filter((pair) => !isTechnical(pair));
    const known = new Set(phrases.map(([phrase]) => key(phrase)));
    for (const pair of phrases)
      lines.push(`${name}${isTechnical(pair) ? '**' : '*'}\t${key(pair[0])}\t${form(pair[1])}`);
    const [inside, without] = [convert(everyday), convert([])];
    for (const [word, given, plain] of words) {
      if (known.has(source === 'cn' ? plain : word)) continue;
      const form = inside(given);
      if (form !== without(given)) lines.push(`${name}+\t${word}\t${form}`);
    }
  };

  for (const region of ['tw', 'hk'] as const) {
    const [to, from] = [`cn-${region}`, `${region}-cn`] as const;
    const plainTo = openccPairs(`s2${region}`, 1);
    add(
      to,
      before(openccPairs(`s2${region}p`, 1), plainTo),
      [...simplified].map(([word, { forms }]) => [word, forms['cn-t'] ?? word, forms[to] ?? word]),
      (phrases) => ConverterFactory([phrases, ...dictionaries(plainTo)]),
      OPENCC[`t-${region}`],
      (form) => form,
    );
    const plainFrom = openccPairs(`${region}2s`, 0);
    add(
      from,
      before(openccPairs(`${region}2sp`, 0), plainFrom),
      [...traditional].map(([word, { forms }]) => [word, word, forms[from] ?? word]),
      (phrases) => {
        const standard = ConverterFactory([phrases, ...dictionaries(plainFrom)]);
        return (word) => OPENCC['t-cn'](standard(word));
      },
      (phrase) => phrase,
      OPENCC['t-cn'],
    );
  }
  return lines;
}

/** The pairs that one group of OpenCC's dictionaries has before those of another. */
function before(all: Pairs, others: Pairs): Pairs {
  return all.slice(0, all.length - others.length);
}

const dictionaries = (pairs: Pairs): Pairs[] => [pairs];
