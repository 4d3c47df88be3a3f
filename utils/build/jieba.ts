import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

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
