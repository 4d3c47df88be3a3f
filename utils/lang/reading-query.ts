const TONE_MARKS: Record<string, string> = { '\u0304': '1', '\u0301': '2', '\u030c': '3', '\u0300': '4' };

/**
 * What a query means as a reading, with or without tones (digits or marks) and spaces: a pattern for readings that
 * have each syllable after a space and with its tone, such as ` lian4 zhang3 zhi4`. `null` where it is none.
 */
export function readingPattern(query: string): RegExp | null {
  const plain = query
    .toLowerCase()
    .normalize('NFD')
    .replace(/u\u0308|u:/g, 'v')
    // A diaeresis written after the tone mark.
    .replace(/u(\p{Mn})\u0308/gu, 'v$1')
    .replace(/[\s'’·-]/g, '');
  if (!/^[a-z](?:[a-z1-5]|\p{Mn})*$/u.test(plain)) return null;
  let pattern = ' ';
  const characters = [...plain];
  characters.forEach((character, at) => {
    if (TONE_MARKS[character]) pattern += `(?=[a-z]*${TONE_MARKS[character]})`;
    else pattern += /[1-5]/.test(characters[at + 1] ?? '') ? character : `${character}[1-5]? ?`;
  });
  // A tone mark looks ahead from its own vowel, so what may follow the letter must come after the look.
  return new RegExp(pattern.replace(/(\[1-5\]\? \?)(\(\?=[^)]*\))/g, '$2$1'));
}
