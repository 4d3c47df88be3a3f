import { englishDay, englishLunarDay, englishMonth } from './calendar';
import {
  englishNumber,
  exactValue,
  formatNumber,
  readArabic,
  readChinese,
  type WrittenNumber,
} from './number';
import { SEVERAL, UNITS, type Unit } from './quantity-units';

/** What kind of thing a number in a text says. */
export type QuantityKind = 'number' | 'share' | 'times' | 'date' | 'lunar';

/** A number, quantity or date in a folded text: positions, and what it says in English. */
export interface Quantity {
  start: number;
  end: number;
  kind: QuantityKind;
  gloss: string;
}

/** What a pattern makes of a match; `null` where it is nothing after all. */
type Reader = (groups: Record<string, string | undefined>, before: string) => string | null;

const HAN_NUMERAL = '〇零一二三四五六七八九十百千万亿两';
// Bounded, so that a text of digits alone is gone through in linear time.
const ARABIC = String.raw`(?<![\d.,A-Za-z])(?<arabic>\d{1,3}(?:,\d{3}){1,5}(?!\d)(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?)(?![\d.]*\d)`;
const HAN = `(?<![${HAN_NUMERAL}点])(?<han>[${HAN_NUMERAL}]{1,20})`;
const NUMBER = `(?:${ARABIC}|${HAN}(?:点(?<point>[〇零一二三四五六七八九]{1,6}))?)`;
const MAGNITUDE = '(?<magnitude>[十百千]?万?亿|[十百千]?万|[百千])';
const YEAR = String.raw`(?<!\d)(?<year>\d{4}|[〇零一二三四五六七八九]{4})年`;
const MONTH = String.raw`(?<month>(?<!\d)\d{1,2}|(?<![十一二三四五六七八九])(?:十[一二]?|[一二三四五六七八九]))月`;
const DAY = String.raw`(?<day>\d{1,2}|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])[日号]`;
const UNIT = `(?<unit>${Object.keys(UNITS)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
const LUNAR_DAY =
  '(?<day>初[一二三四五六七八九十]|[十廿][一二三四五六七八九]|二十[一二三四五六七八九]?|[三二]?十)';

const THIRDS: Record<string, string> = {
  上旬: 'the first ten days',
  中旬: 'the second ten days',
  下旬: 'the last ten days',
};
const ENDS: Record<string, string> = { 初: 'the beginning', 底: 'the end', 末: 'the end' };
const MORE = /(?:增长|增加|上升|上涨|提高|提升|扩大|攀升|激增)(?:了|约|近|超|超过|逾)?$/;
/** How far back the words before a number are looked at. */
const BEFORE = 6;
/** A number of fewer digits says itself. */
const SELF_EVIDENT = 10_000;

const PATTERNS: readonly [kind: QuantityKind, pattern: RegExp, read: Reader][] = [
  [
    'date',
    new RegExp(`(?:${YEAR})?${MONTH}(?:${DAY}|(?<third>[上中下]旬)|(?<end>[初底末]))`, 'g'),
    ({ year, month, day, third, end }) => readDate(yearOf(year), month, day, third ?? end),
  ],
  [
    'date',
    new RegExp(`${YEAR}(?:${MONTH}(?![上中下]旬|\\d|[〇一二三四五六七八九十廿初底末]))?`, 'g'),
    ({ year, month }) => {
      const number = yearOf(year);
      if (number === undefined) return null;
      if (month === undefined) return `the year ${number}`;
      const name = englishMonth(small(month));
      return name && `${name} ${number}`;
    },
  ],
  [
    'lunar',
    new RegExp(
      `(?:${YEAR})?(?<calendar>农历|阴历|夏历)?(?:${YEAR.replace('<year>', '<lunarYear>')})?(?<leap>闰)?(?<month>正|冬|腊|十[一二]?|(?<![十])[一二三四五六七八九])月${LUNAR_DAY}(?![日号])`,
      'g',
    ),
    readLunar,
  ],
  ['share', new RegExp(`${ARABIC}(?<sign>[%％‰])`, 'g'), ({ arabic, sign }) => readPercent(arabic, sign)],
  [
    'share',
    new RegExp(`(?<whole>[百千万])分之${HAN}(?:点(?<point>[〇零一二三四五六七八九]{1,6}))?`, 'g'),
    ({ whole, ...groups }) => {
      const number = numberOf(groups);
      const power = { 百: 0, 千: -1, 万: -2 }[whole ?? ''] ?? 0;
      return number && `${english(exactValue({ ...number, exponent: number.exponent + power }))} percent`;
    },
  ],
  [
    'share',
    new RegExp(`${HAN}分之(?<top>[${HAN_NUMERAL}]{1,6})`, 'g'),
    ({ han, top }) => {
      const [below, above] = [readChinese(han ?? ''), readChinese(top ?? '')];
      return below && above && below > above
        ? `${above} out of ${below} (about ${Math.round((100 * above) / below)} percent)`
        : null;
    },
  ],
  [
    'share',
    new RegExp(`${NUMBER}个(?<points>百分点|基点)`, 'g'),
    ({ points, ...groups }) => {
      const number = numberOf(groups);
      if (!number) return null;
      const value = exactValue(number);
      const said = `${english(value)} ${points === '基点' ? 'basis' : 'percentage'} point${value === 1 ? '' : 's'}`;
      return points === '基点' ? `${said} (${english(value / 100)} percentage points)` : said;
    },
  ],
  [
    'share',
    /(?<![\d.〇零一二三四五六七八九十百千万亿])(?<tenths>\d(?:\.\d)?|[一二两三四五六七八九])成(?<half>半)?(?<more>多)?/g,
    ({ tenths, half, more }) => {
      const value = /\d/.test(tenths ?? '') ? Number(tenths) : readChinese(tenths ?? '');
      if (!value) return null;
      return `${more ? 'over ' : ''}${english(10 * value + (half ? 5 : 0))} percent`;
    },
  ],
  [
    'times',
    new RegExp(`${NUMBER}(?<more>多)?倍`, 'g'),
    ({ more, ...groups }, before) => readTimes(numberOf(groups), more !== undefined, before),
  ],
  [
    'number',
    /(?<![〇零一二三四五六七八九十百千万亿])[数几](?<tens>[十百千])?(?<magnitude>万亿|亿|万)/g,
    ({ tens, magnitude }) => SEVERAL[powerOf(`${tens ?? ''}${magnitude ?? ''}`)] ?? null,
  ],
  [
    'number',
    new RegExp(`${ARABIC}(?<about>[多余])?${MAGNITUDE}?(?<more>[多余])?${UNIT}?`, 'g'),
    ({ arabic, about, magnitude, more, unit }) => {
      const number = readArabic(`${arabic}${magnitude ?? ''}`);
      return number && readAmount(number, Boolean(about ?? more), unit, magnitude === undefined);
    },
  ],
  [
    'number',
    new RegExp(`${HAN}(?<about>[多余])?(?<magnitude>万亿|亿|万)?(?<more>[多余])?${UNIT}?`, 'g'),
    ({ han = '', about, magnitude, more, unit }) => {
      const value = readChinese(han);
      if (value === null || (magnitude && !about) || (!magnitude && isOther(han, unit))) return null;
      const number = { digits: String(value), exponent: powerOf(magnitude ?? '') };
      return readAmount(number, Boolean(about ?? more), unit, false);
    },
  ],
];

/**
 * Numbers, quantities and dates that a reader may stumble over, in the order of the text, none inside of another.
 *
 * @param text folded, see `Fold`
 * @param isBorder whether a word of the text begins or ends at a position
 */
export function findQuantities(text: string, isBorder: (at: number) => boolean): Quantity[] {
  const found: Quantity[] = [];
  for (const [kind, pattern, read] of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (end === start || !isBorder(start) || !isBorder(end)) continue;
      const gloss = read(match.groups ?? {}, text.slice(Math.max(0, start - BEFORE), start));
      if (gloss) found.push({ start, end, kind, gloss });
    }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let free = 0;
  return found.filter(({ start, end }) => {
    if (start < free) return false;
    free = end;
    return true;
  });
}

/** A number in either kind of digits. */
function numberOf({ arabic, han, point }: Record<string, string | undefined>): WrittenNumber | null {
  if (arabic !== undefined) return readArabic(arabic);
  const whole = readChinese(han ?? '');
  if (whole === null) return null;
  const fraction = Array.from(point ?? '', (digit) => readChinese(digit) ?? 0).join('');
  return { digits: fraction ? `${whole}.${fraction}` : String(whole), exponent: 0 };
}

function powerOf(magnitudes: string): number {
  return readArabic(`1${magnitudes}`)?.exponent ?? 0;
}

function small(text: string): number {
  return /\d/.test(text) ? Number(text) : (readChinese(text) ?? Number.NaN);
}

/** A year in digits of either kind, of the last centuries or the next. */
function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const year = small(text);
  return year >= 1800 && year < 2100 ? year : undefined;
}

function readDate(
  year: number | undefined,
  month: string | undefined,
  day: string | undefined,
  part: string | undefined,
): string | null {
  const number = small(month ?? '');
  if (day !== undefined) return englishDay(number, small(day), year);
  const name = englishMonth(number);
  const span = THIRDS[part ?? ''] ?? ENDS[part ?? ''];
  return name && span ? `${span} of ${name}${year === undefined ? '' : ` ${year}`}` : null;
}

const LUNAR_MONTHS: Record<string, number> = { 正: 1, 冬: 11, 腊: 12 };

/** Dates of the lunar calendar: those that say so, or whose month or day has a name of its own. */
function readLunar({
  year,
  lunarYear,
  calendar,
  leap,
  month = '',
  day = '',
}: Record<string, string | undefined>): string | null {
  const named = LUNAR_MONTHS[month];
  if (!calendar && !named && !leap && !/[初廿]/.test(day) && `${month}${day}` !== '八十五') return null;
  const number = small(day.replace('初', '').replace('廿', '二十'));
  return englishLunarDay(named ?? small(month), number, Boolean(leap), yearOf(year ?? lunarYear));
}

function readPercent(arabic: string | undefined, sign: string | undefined): string | null {
  const number = readArabic(arabic ?? '');
  return number && `${englishNumber(number)} ${sign === '‰' ? 'per thousand' : 'percent'}`;
}

/** 增长1.5倍 is by one and a half times, so to two and a half; after any other word 1.5倍 is one and a half times. */
function readTimes(number: WrittenNumber | null, more: boolean, before: string): string | null {
  if (!number) return null;
  const value = exactValue(number);
  const over = more ? 'over ' : '';
  if (!MORE.test(before)) return `${over}${english(value)} times`;
  return `up by ${over}${english(100 * value)} percent, that is to ${over}${english(value + 1)} times as much`;
}

/** Numerals that are something else than a number: holidays, ranges. */
function isOther(han: string, unit: string | undefined): boolean {
  if (unit) return han.length === 1 && !UNITS[unit]?.metric;
  return han.length < 2 || han === '十一' || !/[十百千万亿]/.test(han);
}

function readAmount(
  number: WrittenNumber,
  about: boolean,
  name: string | undefined,
  asItStands: boolean,
): string | null {
  const value = exactValue(number);
  const unit: Unit | undefined = name === undefined ? undefined : UNITS[name];
  if (asItStands && value < SELF_EVIDENT && (!unit || unit.plain)) return null;
  const said = `${about ? 'over ' : ''}${englishNumber(number)}`;
  if (!unit) return said;
  const withUnit = `${said} ${value === 1 ? unit.one : unit.many}`;
  return unit.metric ? `${withUnit} = ${metric(value, unit.metric)}` : withUnit;
}

/** A rounded metric measure, to three figures. */
function metric(value: number, { factor, name }: NonNullable<Unit['metric']>): string {
  const exact = value * factor;
  const rounded = Number(exact.toPrecision(3));
  const about = Math.abs(rounded - exact) > 1e-9 * exact ? 'about ' : '';
  return `${about}${englishNumber({ digits: String(rounded), exponent: 0 })} ${name}`;
}

function english(value: number): string {
  return formatNumber(Number(value.toPrecision(12)));
}
