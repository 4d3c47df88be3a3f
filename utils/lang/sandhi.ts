import { isHan } from './han';

/** Numerals beside which 一 is counted out and keeps its tone: 第一, 二十一, 一九四九. */
const NUMERALS = '〇零一二三四五六七八九十第初';
const DATES = '月号號';

/**
 * A reading as it is spoken, by the sandhi of standard Mandarin: 不 before a fourth tone, 一 before any, third tones
 * before third ones within a word. Capitals stay.
 *
 * @param characters what the reading is of; what is no Han character has no syllable
 * @param reading one syllable per Han character, apart by spaces; where the numbers differ only third tones change
 */
export function spoken(characters: string, reading: string): string {
  const syllables = reading.split(' ');
  const han = [...characters].filter(isHan);
  const known = han.length === syllables.length;
  const tone = (at: number) => Number(syllables[at]?.slice(-1) ?? 0);
  // The neutral 个 goes as the fourth tone that it has elsewhere.
  const heard = (at: number) => (tone(at) === 5 && han[at] === '个' ? 4 : tone(at));
  const changed = syllables.map((syllable, at) => {
    const to = (next: number) => syllable.slice(0, -1) + next;
    const next = heard(at + 1);
    if (known && han[at] === '不' && tone(at) === 4) {
      if (at > 0 && han[at - 1] === han[at + 1]) return to(5);
      return next === 4 ? to(2) : syllable;
    }
    if (known && han[at] === '一' && tone(at) === 1) {
      const before = han[at - 1] ?? '';
      const after = han[at + 1] ?? '';
      if (after === '' || next === 0 || (before !== '' && NUMERALS.includes(before))) return syllable;
      if (NUMERALS.includes(after) || DATES.includes(after)) return syllable;
      if (before === after) return to(5);
      return next === 4 ? to(2) : next === 5 ? syllable : to(4);
    }
    return tone(at) === 3 && next === 3 ? to(2) : syllable;
  });
  return changed.join(' ');
}
