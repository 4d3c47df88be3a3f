/** The end of the run of Latin letters, digits and what joins them (2.8, 94.5%, COVID-19) that begins at `start`; `start` where none does. */
export function unitEnd(units: Uint16Array, start: number): number {
  if (!isAlphanumeric(units[start] ?? 0)) return start;
  let end = start + 1;
  while (end < units.length) {
    const unit = units[end] as number;
    if (isAlphanumeric(unit)) end++;
    else if (JOINING.has(unit) && isAlphanumeric(units[end + 1] ?? 0)) end += 2;
    else break;
  }
  return PERCENT.has(units[end] ?? 0) && isDigit(units[end - 1] as number) ? end + 1 : end;
}

/** The end of a run of two and more Chinese numerals that make a number (三十五, 二〇二二); `start` where none begins. */
export function numeralEnd(units: Uint16Array, start: number): number {
  let end = start;
  let magnitudes = 0;
  while (end < units.length && NUMERALS.has(units[end] as number)) {
    if (MAGNITUDES.has(units[end] as number)) magnitudes++;
    end++;
  }
  const isNumber =
    end - start >= 2 && (magnitudes > 0 || end - start >= 4 || units.subarray(start, end).includes(0x3007));
  return isNumber && !MAGNITUDES_ONLY_AFTER.has(units[start] as number) ? end : start;
}

/** Whether a unit is a Chinese numeral. */
export function isNumeral(unit: number): boolean {
  return NUMERALS.has(unit);
}

const codes = (characters: string) => new Set([...characters].map((character) => character.charCodeAt(0)));
const NUMERALS = codes('〇零一二三四五六七八九十百千万亿两');
const MAGNITUDES = codes('十百千万亿');
/** A number does not begin with these. */
const MAGNITUDES_ONLY_AFTER = codes('百千万亿');
const JOINING = codes('.,-/:&_+·');
const PERCENT = codes('%％‰');

function isAlphanumeric(unit: number): boolean {
  return (
    isDigit(unit) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7)
  );
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
