import { FESTIVALS } from './quantity-units';

const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long' });
const FULL_DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'full' });
const MONTH = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' });
const LUNAR = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
  year: 'numeric',
});

/** A day of the civil calendar in English, `Thursday 3 September 2026`; `null` where there is no such day. */
export function englishDay(month: number, day: number, year?: number): string | null {
  // 29 February is a day where the year is not known.
  const date = new Date(Date.UTC(year ?? 2000, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return year === undefined ? DAY.format(date) : FULL_DAY.format(date).replace(',', '');
}

/** The name of a month, `September`; `null` for a number that is none. */
export function englishMonth(month: number): string | null {
  if (!(month >= 1 && month <= 12)) return null;
  return MONTH.format(new Date(Date.UTC(2000, month - 1, 1)));
}

/** Lunar months after which the civil year may have changed. */
const LAST_SURE_MONTH = 10;

/**
 * A day of the lunar calendar in English, with its festival, and its civil date where the year is given and the month
 * lies in that year for sure.
 */
export function englishLunarDay(month: number, day: number, leap: boolean, year?: number): string {
  const said = `lunar calendar: ${ordinal(day)} day of the ${leap ? 'intercalary ' : ''}${ordinal(month)} month`;
  const festival = leap ? undefined : FESTIVALS[`${month}-${day}`];
  const date = year !== undefined && month <= LAST_SURE_MONTH ? civilDate(year, month, day, leap) : null;
  const more = [festival, date && englishDay(date.getUTCMonth() + 1, date.getUTCDate(), year)].filter(
    Boolean,
  );
  return more.length > 0 ? `${said} (${more.join(', ')})` : said;
}

/** The civil date of a day of the lunar year that begins in `year`, by the browser's own Chinese calendar. */
function civilDate(year: number, month: number, day: number, leap: boolean): Date | null {
  const wanted = `${month}${leap ? 'bis' : ''}`;
  // Lunar months begin three to eight weeks after the civil ones of their number.
  for (let after = 10; after < 110; after++) {
    const date = new Date(Date.UTC(year, month - 1, after));
    const parts = Object.fromEntries(LUNAR.formatToParts(date).map(({ type, value }) => [type, value]));
    if (parts.month === wanted && parts.day === String(day) && date.getUTCFullYear() === year) return date;
  }
  return null;
}

/** 1st, 2nd, 3rd, 11th. */
export function ordinal(number: number): string {
  const tail =
    number % 100 >= 11 && number % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${tail}`;
}
