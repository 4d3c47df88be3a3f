import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A word of jieba's dictionary (MIT): how often it was counted, and its part of speech. */
export interface JiebaWord {
  word: string;
  frequency: number;
  tag: string;
}

/** The word list that the package `@node-rs/jieba` carries. */
export function readJieba(): JiebaWord[] {
  const path = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
  const words: JiebaWord[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [word, frequency, tag] = line.trim().split(' ');
    if (word && frequency && tag) words.push({ word, frequency: Number(frequency), tag });
  }
  return words;
}

/** Tag of words that only `news-words.tsv` has. */
const NEWS_TAG = 'n';
/**
 * What one count of `news-words.tsv` is worth: half of jieba's 60 million counted words to the transcripts' 10 million,
 * since half of what readers read is not broadcast news.
 */
const NEWS_SCALE = 3;

/**
 * Words that jieba's list lacks or counts too low for today's news, with how often each string stands in transcripts
 * of Xinwen Lianbo, 2022 to 2026 (16.4 million characters). The words were chosen by us.
 */
export function readNewsWords(): JiebaWord[] {
  const path = join(import.meta.dirname, 'news-words.tsv');
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [word = '', count = ''] = line.split('\t');
      return { word, frequency: NEWS_SCALE * Number(count), tag: NEWS_TAG };
    });
}
