import type { Dictionary } from './dictionary';
import type { Entry } from './entry';
import type { Word } from './lattice';
import { inWords, spokenDigits, spokenNumber } from './number';
import { findQuantities } from './quantity';
import { foldedText, formOf, type Stream } from './stream';

/** A quantity met in a stream, with the entry that explains it. */
export interface QuantityMatch {
  /** Positions of the stream. */
  start: number;
  end: number;
  entry: Entry;
}

/**
 * The numbers, quantities and dates of a stream, but for those that are a word of the dictionary; of 两倍 the dictionary
 * does not know what it adds up to.
 *
 * @param words the stream's segmentation; a quantity begins and ends with a word
 * @param readings of each unit in its context, `''` for what is no Han character
 */
export function matchQuantities(
  stream: Stream,
  words: readonly Word[],
  readings: readonly string[],
  dictionary: Dictionary,
): QuantityMatch[] {
  const text = foldedText(stream);
  if (!/[\d一二两三四五六七八九十百千万亿廿]/.test(text)) return [];
  const borders = new Uint8Array(text.length + 1);
  borders[text.length] = 1;
  /** Where the words end that the dictionary has, by their beginnings. */
  const known = new Uint32Array(text.length);
  for (const { start, end, rank } of words) {
    borders[start] = 1;
    if (rank >= 0 && dictionary.isDefined(rank)) known[start] = end;
  }
  let first = 0;
  return findQuantities(text, (at) => borders[at] === 1)
    .filter(({ start, end, kind }) => kind === 'times' || known[start] !== end)
    .map(({ start, end, gloss }) => {
      while ((words[first]?.start ?? start) < start) first++;
      const headword = text.slice(start, end);
      const form = formOf(stream, start, end);
      const quantity = spoken(text, start, end, readings, borders);
      return {
        start,
        end,
        entry: {
          headword,
          variant: form === headword ? traditional(stream, words, first, end, dictionary) : form,
          reading: quantity.join(' '),
          senses: [gloss],
          quantity,
        },
      };
    });
}

/** Units that keep in traditional text the form that the word of the same form gives up (裡面). */
const UNCHANGED = '里';

/** The traditional form of the stretch from the word `first` to a position, by the words of the dictionary in it. */
function traditional(
  stream: Stream,
  words: readonly Word[],
  first: number,
  end: number,
  dictionary: Dictionary,
): string {
  let text = '';
  for (let at = first; at < words.length && (words[at] as Word).end <= end; at++) {
    const word = words[at] as Word;
    const form = formOf(stream, word.start, word.end);
    const [id] = word.rank >= 0 ? dictionary.entriesOf(word.rank, form) : [];
    if (form === UNCHANGED) text += form;
    else text += id === undefined ? dictionary.usualVariant(form) : dictionary.formsOf(id).hant;
  }
  return text;
}

const SIGNS: Record<string, string> = {
  '%': 'bai3 fen1 zhi1',
  '％': 'bai3 fen1 zhi1',
  '‰': 'qian1 fen1 zhi1',
};
/** 2 is liang3 before a magnitude or what is counted, but not in dates. */
const COUNTED = /^(?!年|月|日|号)\p{Script=Han}/u;

/** How a quantity is read aloud, word by word. */
function spoken(
  text: string,
  start: number,
  end: number,
  readings: readonly string[],
  borders: Uint8Array,
): string[] {
  const said: string[] = [];
  for (let at = start; at < end; ) {
    const rest = text.slice(at, end);
    const [digits] = /^\d(?:[\d,.]*\d)?/.exec(rest) ?? [];
    if (digits !== undefined) {
      const after = rest.slice(digits.length);
      const sign = SIGNS[after.charAt(0)];
      if (sign) said.push(sign);
      if (/^\d{4}$/.test(digits) && after.startsWith('年')) said.push(spokenDigits(digits));
      else if (digits === '2' && COUNTED.test(after)) said.push('liang3');
      else said.push(...spokenNumber(digits));
      at += digits.length + (sign ? 1 : 0);
      continue;
    }
    const [numerals] = /^[〇零一二三四五六七八九十百千万亿两点]+/.exec(rest) ?? [];
    if (numerals !== undefined) {
      said.push(...inWords(numerals));
      at += numerals.length;
      continue;
    }
    const word: string[] = [];
    do {
      const reading = readings[at++];
      if (reading) word.push(reading);
    } while (at < end && borders[at] === 0 && !/\d/.test(text.charAt(at)));
    if (word.length > 0) said.push(word.join(' '));
  }
  return said;
}
