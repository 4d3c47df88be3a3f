const DIGITS: Record<string, number> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  两: 2,
  双: 2,
};

/**
 * The numbers that stand in a headword, in order: 三农 [3], 两不愁三保障 [2, 3], 二十条 [20], 双一流 [2, 1]. Chinese
 * numerals up to 99 and digits.
 */
export function numeralsIn(headword: string): number[] {
  return [
    ...headword.matchAll(/[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九两双]|\d+/g),
  ].map(([numeral]) => {
    if (/\d/.test(numeral)) return Number(numeral);
    const ten = numeral.indexOf('十');
    if (ten < 0) return DIGITS[numeral] as number;
    return (DIGITS[numeral.slice(0, ten)] ?? 1) * 10 + (DIGITS[numeral.slice(ten + 1)] ?? 0);
  });
}
