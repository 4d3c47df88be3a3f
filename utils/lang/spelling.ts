import { zhuyinOf } from './zhuyin';

/** How readings are shown: tone marks, tone digits, or zhuyin. */
export type ReadingStyle = 'marks' | 'numbers' | 'zhuyin';

const SYLLABLE = /^([a-zü]+?)([1-5])?$/i;
/** Combining marks of the tones 1 to 4. */
const TONE_MARKS = ['\u0304', '\u0301', '\u030c', '\u0300'];

/** One syllable with its tone mark: `lv4` → `lǜ`. What is no syllable stays as it is. */
export function markTone(syllable: string): string {
  const match = SYLLABLE.exec(syllable);
  if (!match) return syllable;
  const letters = (match[1] as string).replace(/[vV]/g, umlaut);
  const mark = TONE_MARKS[Number(match[2] ?? 5) - 1];
  if (!mark) return letters;
  const at = markedVowel(letters.toLowerCase());
  return (letters.slice(0, at + 1) + mark + letters.slice(at + 1)).normalize('NFC');
}

/** Where the mark stands: a or e, else the o of ou, else the last vowel, else a syllabic m or n. */
function markedVowel(letters: string): number {
  const strong = letters.search(/[ae]/);
  if (strong >= 0) return strong;
  const ou = letters.indexOf('ou');
  if (ou >= 0) return ou;
  for (let at = letters.length - 1; at >= 0; at--) if ('iouü'.includes(letters.charAt(at))) return at;
  return letters.search(/[mn]/);
}

/**
 * A word's reading with tone marks, its syllables joined: `xi1 an1` → `xī'ān`, `wan2 r5` → `wánr`. A capital
 * inside begins a new word: `Mao2 Ze2 dong1` → `Máo Zédōng`.
 */
export function spell(reading: string): string {
  return spellSyllables(reading, 'marks')
    .map(({ text }) => text)
    .join('');
}

/** One syllable as it is written, with its tone (1 to 5) for its colour; `text` begins with what joins it on. */
export interface SpelledSyllable {
  text: string;
  tone: number;
}

/** A word's reading, syllable by syllable, in the style that the reader chose. */
export function spellSyllables(reading: string, style: ReadingStyle): SpelledSyllable[] {
  return reading
    .split(' ')
    .filter(Boolean)
    .map((syllable, index) => {
      const tone = Number(/[1-5]$/.exec(syllable)?.[0] ?? 5);
      if (style === 'zhuyin') return { text: `${index > 0 ? ' ' : ''}${zhuyinOf(syllable)}`, tone };
      if (style === 'numbers')
        return { text: `${index > 0 ? ' ' : ''}${syllable.replace(/[vV]/g, umlaut)}`, tone };
      return { text: markedPart(syllable, index === 0), tone };
    });
}

function umlaut(letter: string): string {
  return letter === 'v' ? 'ü' : 'Ü';
}

/** A syllable within a word: an apostrophe before a vowel, a space before a capital. */
function markedPart(syllable: string, first: boolean): string {
  const marked = markTone(syllable === 'r5' ? 'r' : syllable);
  if (first) return marked;
  if (/^[A-ZÜ]/.test(syllable)) return ` ${marked}`;
  return /^[aeo]/i.test(syllable) ? `'${marked}` : marked;
}
