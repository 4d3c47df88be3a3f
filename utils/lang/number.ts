/** A number as the text writes it: exact decimal digits, so that 2.8亿 is 280000000 and not a little more. */
export interface WrittenNumber {
  /** Digits with at most one point: `2.8`. */
  digits: string;
  /** Power of ten that they are multiplied by: 8 for 亿. */
  exponent: number;
}

const DIGITS = '〇一二三四五六七八九';
const SMALL: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
/** Powers of ten of the magnitudes that follow digits, 万亿 together. */
const POWERS: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/** The number of ASCII digits with or without separators of thousands, and of magnitudes after it; `null` where it is none. */
export function readArabic(text: string): WrittenNumber | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([十百千万亿]*)$/.exec(text);
  if (!match) return null;
  const [, whole = '', fraction = '', magnitudes = ''] = match;
  let exponent = 0;
  for (const magnitude of magnitudes) exponent += POWERS[magnitude] as number;
  return { digits: whole.replaceAll(',', '') + fraction, exponent };
}

/**
 * The value of a number in Chinese numerals: 三百五十, 二〇二六, 一万二. `null` for what is none, such as 十四五 and 一二.
 */
export function readChinese(text: string): number | null {
  const plain = text.replaceAll('零', '〇').replaceAll('两', '二');
  if (plain.length === 4 && [...plain].every((digit) => DIGITS.includes(digit)))
    return Number(Array.from(plain, (digit) => DIGITS.indexOf(digit)).join(''));
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let last = Number.POSITIVE_INFINITY;
  let lastSmall = Number.POSITIVE_INFINITY;
  let zero = false;
  for (const character of plain) {
    const value = DIGITS.indexOf(character);
    if (value === 0) {
      if (digit !== null) return null;
      zero = true;
    } else if (value > 0) {
      if (digit !== null) return null;
      digit = value;
    } else if (SMALL[character] !== undefined) {
      const unit = SMALL[character] as number;
      if (unit >= lastSmall || (digit === null && (unit !== 10 || section > 0))) return null;
      section += (digit ?? 1) * unit;
      [digit, lastSmall, zero] = [null, unit, false];
    } else {
      const unit = 10 ** (POWERS[character] as number);
      section += digit ?? 0;
      // 万亿 multiplies what stands before it.
      if (section === 0 && unit === 1e8 && last === 1e4) total *= unit;
      else if (section === 0 || unit >= last) return null;
      else total += section * unit;
      [section, digit, last, lastSmall, zero] = [0, null, unit, Number.POSITIVE_INFINITY, false];
    }
  }
  if (digit !== null) {
    const before = Number.isFinite(lastSmall) ? lastSmall : Number.isFinite(last) ? last : 0;
    // 一万二 is 12,000, 三百五 is 350, but 一百〇五 and 二十五 are what they say.
    section += before > 10 && !zero ? (digit * before) / 10 : digit;
  }
  return total + section;
}

/** The value of a written number; exact where it can be. */
export function exactValue({ digits, exponent }: WrittenNumber): number {
  return Number(`${digits}e${exponent}`);
}

const LARGE: readonly [power: number, name: string][] = [
  [12, 'trillion'],
  [9, 'billion'],
  [6, 'million'],
];
/** Digits after the point that English says; with more, all digits are written out. */
const MOST_DECIMALS = 4;

const FORMAT = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

/** A number in English digits: `12,345.6`. */
export function formatNumber(value: number): string {
  return FORMAT.format(value);
}

/** A number in English: `280 million`, `1.2 trillion`, `35,000`. */
export function englishNumber(number: WrittenNumber): string {
  const value = exactValue(number);
  for (const [power, name] of LARGE) {
    if (value < 10 ** power) continue;
    const scaled = Number(`${number.digits}e${number.exponent - power}`);
    if (Number(scaled.toFixed(MOST_DECIMALS)) === scaled) return `${formatNumber(scaled)} ${name}`;
    break;
  }
  return formatNumber(value);
}

const SYLLABLES: Record<string, string> = {
  〇: 'ling2',
  零: 'ling2',
  一: 'yi1',
  二: 'er4',
  两: 'liang3',
  三: 'san1',
  四: 'si4',
  五: 'wu3',
  六: 'liu4',
  七: 'qi1',
  八: 'ba1',
  九: 'jiu3',
  十: 'shi2',
  百: 'bai3',
  千: 'qian1',
  万: 'wan4',
  亿: 'yi4',
  点: 'dian3',
};

/** How digits are read one by one, as those of a year: `er4 ling2 er4 liu4`. */
export function spokenDigits(digits: string): string {
  return Array.from(digits, (digit) => SYLLABLES[DIGITS.charAt(Number(digit))]).join(' ');
}

/** How ASCII digits are read as a number, in words: `san1 shi2 wu3`, `er4`, `dian3`, `ba1`. */
export function spokenNumber(digits: string): string[] {
  const [whole = '', fraction] = digits.replaceAll(',', '').split('.');
  return [
    ...inWords(chineseInteger(whole)),
    ...(fraction ? ['dian3', ...Array.from(fraction, (digit) => spokenDigits(digit))] : []),
  ];
}

/** How Chinese numerals are read, a new word after 百, 千, 万 and 亿: `san1 bai3`, `wu3 shi2`. */
export function inWords(numerals: string): string[] {
  return (numerals.match(/[^百千万亿]*[百千万亿]+|[^百千万亿]+/g) ?? []).map((word) =>
    Array.from(word, (numeral) => SYLLABLES[numeral] ?? '')
      .filter(Boolean)
      .join(' '),
  );
}

/** An integer in Chinese numerals: 305 → 三百〇五. */
function chineseInteger(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/, '');
  if (plain === '0') return '〇';
  const sections = plain.match(/\d{1,4}(?=(?:\d{4})*$)/g) ?? [];
  let text = '';
  sections.forEach((section, at) => {
    const power = sections.length - 1 - at;
    const name = ['', '万', '亿', '万亿'][power] ?? '';
    const padded = section.padStart(4, '0');
    let said = '';
    Array.from(padded).forEach((digit, place) => {
      if (digit === '0') {
        if ((said !== '' || text !== '') && /[1-9]/.test(padded.slice(place)) && !said.endsWith('〇'))
          said += '〇';
      } else said += DIGITS.charAt(Number(digit)) + (['千', '百', '十', ''][place] ?? '');
    });
    if (said !== '') text += said + name;
  });
  return text.replace(/^一十/, '十');
}
