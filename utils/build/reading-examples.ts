import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Dictionary } from '../lang/dictionary';
import type { Word } from '../lang/lattice';
import { ReadingFeatures } from '../lang/reading-features';
import type { Segmenter } from '../lang/segmentation';
import { type Stream, streamOf } from '../lang/stream';
import type { Example } from './reading-training';

/** A sentence with one character whose reading people gave. */
export interface LabelledSentence {
  text: string;
  /** UTF-16 offset of the character. */
  offset: number;
  reading: string;
}

const MARK = '\u2581';

/**
 * Sentences of the g2pL and CPP kind: in `NAME.sent` one a line, the character between two ▁; in `NAME.lb` its reading.
 * Either file may be gzipped.
 */
export function readLabelled(folder: string, name: string): LabelledSentence[] {
  const lines = (suffix: string) => {
    const plain = join(folder, `${name}.${suffix}`);
    const text = existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(`${plain}.gz`));
    return text.toString('utf8').split('\n').filter(Boolean);
  };
  const readings = lines('lb');
  return lines('sent').map((line, at) => ({
    text: line.replaceAll(MARK, ''),
    offset: line.indexOf(MARK),
    reading: (readings[at] ?? '').replace('u:', 'v'),
  }));
}

/**
 * The characters of `reading-labels.tsv` in their paragraphs: day, UTF-16 offset in the day's text, character with its
 * reading. The texts are those of a corpus of transcripts, gzipped lines of JSON with `date` and `text`.
 */
export function readLabelledNews(labels: string, corpus: string): LabelledSentence[] {
  const texts = new Map<string, string>();
  for (const line of gunzipSync(readFileSync(corpus)).toString('utf8').split('\n')) {
    if (line === '') continue;
    const { date, text }: { date: string; text: string } = JSON.parse(line);
    texts.set(date, text);
  }
  return readFileSync(labels, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [date = '', place = '', label = ''] = line.split('\t');
      const text = texts.get(date) ?? '';
      const offset = Number(place);
      if (text.charAt(offset) !== label.charAt(0))
        throw new Error(`The corpus has no ${label} at ${date}, ${place}.`);
      const start = text.lastIndexOf('\n', offset) + 1;
      const end = text.indexOf('\n', offset);
      return {
        text: text.slice(start, end < 0 ? text.length : end),
        offset: offset - start,
        reading: label.slice(1),
      };
    });
}

/** Makes examples of sentences and of words, with the features that the reading engine will see. */
export class ExampleMaker {
  readonly #dictionary: Dictionary;
  readonly #segmenter: Segmenter;
  readonly #features = new ReadingFeatures();

  constructor(dictionary: Dictionary, segmenter: Segmenter) {
    this.#dictionary = dictionary;
    this.#segmenter = segmenter;
  }

  /** The example of one labelled character. */
  ofSentence({ text, offset, reading }: LabelledSentence, weight: number): Example {
    const stream = streamOf(text, this.#dictionary.fold);
    const words = this.#segmenter.cut(stream);
    const position = stream.at.indexOf(offset);
    const at = words.findIndex(({ start, end }) => start <= position && position < end);
    return this.#example(stream, words, at, position, reading, weight);
  }

  #example(
    stream: Stream,
    words: readonly Word[],
    at: number,
    position: number,
    reading: string,
    weight: number,
  ): Example {
    const count = this.#features.of(stream, words, at, position);
    return {
      character: String.fromCharCode(stream.units[position] as number),
      reading,
      features: this.#features.found.slice(0, count),
      weight,
    };
  }

  /** Examples of `reading-phrases.txt`: lines of a character with its reading, then phrases in which it is read so. */
  *ofPhrases(text: string, weight: (character: string) => number): Generator<Example> {
    for (const line of text.trim().split('\n')) {
      const [label = '', ...phrases] = line.split(' ');
      const character = label.charAt(0);
      for (const phrase of phrases) {
        const stream = streamOf(phrase, this.#dictionary.fold);
        const words = this.#segmenter.cut(stream);
        for (let position = phrase.indexOf(character); position >= 0; ) {
          const at = words.findIndex(({ start, end }) => start <= position && position < end);
          const count = this.#features.insidePhrase(stream, words, at, position);
          const features = this.#features.found.slice(0, count);
          yield { character, reading: label.slice(1), features, weight: weight(character) };
          position = phrase.indexOf(character, position + 1);
        }
      }
    }
  }

  /**
   * Examples from the dictionary: every word of two to six characters with one reading says how its characters are read
   * beside each other. Frequent words weigh more.
   */
  *ofDictionary(characters: ReadonlySet<string>, weight: number): Generator<Example> {
    const dictionary = this.#dictionary;
    for (let rank = 0; rank < dictionary.trie.size; rank++) {
      const key = dictionary.trie.key(rank);
      if (key.length < 2 || key.length > 6 || !dictionary.isDefined(rank)) continue;
      if (![...key].some((character) => characters.has(character))) continue;
      const readings = new Set(
        dictionary.entriesOf(rank, key).map((id) => dictionary.syllablesOf(id).join(' ').toLowerCase()),
      );
      const [reading] = readings;
      const syllables = reading?.split(' ') ?? [];
      if (readings.size !== 1 || syllables.length !== key.length) continue;
      const stream = streamOf(key, dictionary.fold);
      for (let position = 0; position < key.length; position++) {
        if (!characters.has(key.charAt(position))) continue;
        const count = this.#features.insideWord(stream, position);
        yield {
          character: key.charAt(position),
          reading: syllables[position] as string,
          features: this.#features.found.slice(0, count),
          weight: weight * (1 + Math.log1p(dictionary.frequency[rank] as number) / 4),
        };
      }
    }
  }
}
