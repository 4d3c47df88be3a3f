/**
 * The end of the run that begins at `start` of Latin letters, digits and what joins them (94.5%, COVID-19), of a number
 * with its magnitude (2.8亿, 500多万) or of an ordinal (第8, 第二十); `start` where none begins.
 */
export function unitEnd(units: Uint16Array, start: number): number {
  const first = units[start] ?? 0;
  if (first === ORDINAL) {
    const next = units[start + 1] ?? 0;
    if (isDigit(next)) return digitsEnd(units, start + 1);
    return NUMERALS.has(next) ? runEnd(units, start + 1, NUMERALS) : start;
  }
  if (!isAlphanumeric(first)) return start;
  let end = start + 1;
  let letters = !isDigit(first);
  while (end < units.length) {
    const unit = units[end] as number;
    const next = units[end + 1] ?? 0;
    if (isAlphanumeric(unit)) end++;
    else if (JOINING.has(unit) && isAlphanumeric(next)) end += 2;
    else break;
    letters ||= !isDigit(unit) && !JOINING.has(unit);
  }
  return letters ? end : digitsEnd(units, start, end);
}

/** The end of a number in digits: a percent sign, or 多, magnitudes and 多 again, belong to it. */
function digitsEnd(units: Uint16Array, start: number, digits = runEnd(units, start, DIGITS)): number {
  if (PERCENT.has(units[digits] ?? 0)) return digits + 1;
  const about = ABOUT.has(units[digits] ?? 0) ? digits + 1 : digits;
  const magnitude = runEnd(units, about, MAGNITUDES);
  return magnitude > about && ABOUT.has(units[magnitude] ?? 0) ? magnitude + 1 : magnitude;
}

/** The end of a run of two and more Chinese numerals that make a number (三十五, 一万多, 二〇二二); `start` where none begins. */
export function numeralEnd(units: Uint16Array, start: number): number {
  if (MAGNITUDES.has(units[start] ?? 0) && units[start] !== TEN) return start;
  const end = runEnd(units, start, NUMERALS);
  if (end - start < 2) return start;
  const run = units.subarray(start, end);
  // 一万多|名: what says that there are more belongs to the number.
  if (run.some((unit) => MAGNITUDES.has(unit)))
    return MAGNITUDES.has(units[end - 1] as number) && MORE.has(units[end] ?? 0) ? end + 1 : end;
  // 两 and bare digits in a row are a count or an enumeration (三两, 一二); four are a year.
  return end - start >= 4 || run.includes(ZERO) ? end : start;
}

/**
 * The end of a share in tenths before 为 (四成|为年轻人, not 四|成为); `start` where none begins. 之一成为, 第三成为 and
 * 一成为 are none.
 */
export function tenthsEnd(units: Uint16Array, start: number): number {
  const isShare =
    TENTHS.has(units[start] as number) && units[start + 1] === TENTH && units[start + 2] === BEING;
  const before = units[start - 1] ?? 0;
  return isShare && !NUMERALS.has(before) && !NO_SHARE.has(before) ? start + 2 : start;
}

/** Whether a unit is a Chinese numeral. */
export function isNumeral(unit: number): boolean {
  return NUMERALS.has(unit);
}

function runEnd(units: Uint16Array, start: number, characters: ReadonlySet<number>): number {
  let end = start;
  while (end < units.length && characters.has(units[end] as number)) end++;
  return end;
}

const codes = (characters: string) => new Set(Array.from(characters, (character) => character.charCodeAt(0)));
const ORDINAL = '第'.charCodeAt(0);
const TEN = '十'.charCodeAt(0);
const ZERO = '〇'.charCodeAt(0);
const NUMERALS = codes('〇零一二三四五六七八九十百千万亿两');
const MAGNITUDES = codes('十百千万亿');
const TENTHS = codes('二两三四五六七八九');
const TENTH = '成'.charCodeAt(0);
const BEING = '为'.charCodeAt(0);
const NO_SHARE = codes('第之其者');
const ABOUT = codes('多余几');
const MORE = codes('多余');
const DIGITS = codes('0123456789');
const JOINING = codes('.,-/:&_+·');
const PERCENT = codes('%％‰');

function isAlphanumeric(unit: number): boolean {
  return isDigit(unit) || isLatin(unit);
}

function isLatin(unit: number): boolean {
  if (unit < 0xc0) return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
  return unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
