/** How readings are shown: tone marks, tone digits, or zhuyin. */
export type ReadingStyle = 'marks' | 'numbers' | 'zhuyin';

const MARKS: Record<string, string> = {
  a: 'āáǎàa',
  e: 'ēéěèe',
  i: 'īíǐìi',
  o: 'ōóǒòo',
  u: 'ūúǔùu',
  v: 'ǖǘǚǜü',
  m: 'm̄ḿm̌m̀m',
  n: 'n̄ńňǹn',
};
const SYLLABLE = /^([a-zü]+?)([1-5])?$/i;

/** One syllable with its tone mark: `lv4` → `lǜ`. What is no syllable stays as it is. */
export function markTone(syllable: string): string {
  const match = SYLLABLE.exec(syllable);
  if (!match) return syllable;
  const letters = (match[1] as string).replace(/ü/g, 'v').replace(/Ü/g, 'V');
  const tone = Number(match[2] ?? 5);
  const at = markedVowel(letters.toLowerCase());
  let spelled = '';
  for (let index = 0; index < letters.length; index++) {
    const letter = letters.charAt(index);
    const marks = [...(MARKS[letter.toLowerCase()] ?? '')];
    const marked = index === at && tone < 5 ? toneForm(letter.toLowerCase(), tone) : (marks.at(-1) ?? letter);
    spelled += letter === letter.toLowerCase() ? marked : marked.toUpperCase();
  }
  return spelled;
}

function toneForm(letter: string, tone: number): string {
  const combining = ['\u0304', '\u0301', '\u030c', '\u0300'][tone - 1] ?? '';
  return ((letter === 'v' ? 'ü' : letter) + combining).normalize('NFC');
}

/** Where the mark stands: a or e, else the o of ou, else the last vowel, else a syllabic m or n. */
function markedVowel(letters: string): number {
  const strong = letters.search(/[ae]/);
  if (strong >= 0) return strong;
  const ou = letters.indexOf('ou');
  if (ou >= 0) return ou;
  for (let at = letters.length - 1; at >= 0; at--) if ('iouv'.includes(letters.charAt(at))) return at;
  return letters.search(/[mn]/);
}

/**
 * A word's reading with tone marks, its syllables joined: `xi1 an1` → `xī'ān`, `wan2 r5` → `wánr`. A capital
 * inside begins a new word: `Mao2 Ze2 dong1` → `Máo Zédōng`.
 */
export function spell(reading: string): string {
  let spelled = '';
  for (const syllable of reading.split(' ').filter(Boolean)) {
    const marked = markTone(syllable === 'r5' ? 'r' : syllable);
    if (spelled === '') spelled = marked;
    else if (/^[A-ZÜ]/.test(syllable)) spelled += ` ${marked}`;
    else if (/^[aeo]/i.test(syllable)) spelled += `'${marked}`;
    else spelled += marked;
  }
  return spelled;
}
