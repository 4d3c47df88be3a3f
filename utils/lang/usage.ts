import held from './usage-held.json';

/** Where a set phrase stands in the two corpora, as `utils/build/usage.ts` counted it. */
export interface Usage {
  /** Years of the Government Work Reports held that have it, ascending. */
  reports: number[];
  /** Party congresses whose reports have it, ascending. */
  congresses: number[];
  /** Broadcast days that have it, one character for each month held: a digit of base 32, 0 to v. */
  days: string;
  /** How often it stands in all broadcasts held. */
  times: number;
}

/** What the corpora hold; a count means nothing without it. */
export interface Held {
  reports: number[];
  congresses: number[];
  /** The first month of broadcasts, YYYY-MM. */
  firstMonth: string;
  /** Broadcast days held, as in `Usage.days`. */
  days: string;
  /** The day of the last broadcast, YYYY-MM-DD. */
  lastDate: string;
  /** How often set phrases stand in all broadcasts held, all records together. */
  times: number;
}

/** What the corpora held when the committed figures were counted. */
export const HELD: Held = held;

/** One clause in words: the part of its message's key after `usage_`, and what fills its places. */
export interface UsageClause {
  key:
    | 'reports_none'
    | 'reports_once'
    | 'reports_new'
    | 'reports_every'
    | 'reports_since'
    | 'reports_some'
    | 'reports_until'
    | 'reports_some_until'
    | 'congresses'
    | 'days_none'
    | 'days_some'
    | 'days_new'
    | 'days_gone'
    | 'days_span'
    | 'days_peak';
  /** Counts are numbers, years and months are text. */
  values: (string | number)[];
}

/** From so many months without it at one end of the broadcasts, a phrase is said to have come or gone. */
const SILENCE = 12;
/** A month is a peak where it has at least so many days, and this many times the mean of all months. */
const PEAK_DAYS = 8;
const PEAK_RATIO = 5;

/** The days of each month. */
export function daysOf(days: string): number[] {
  return Array.from(days, (digit) => Number.parseInt(digit, 32));
}

/** The month of a place in `Usage.days`, YYYY-MM. */
export function monthAt(place: number, { firstMonth }: Pick<Held, 'firstMonth'> = HELD): string {
  const months = Number(firstMonth.slice(0, 4)) * 12 + Number(firstMonth.slice(5)) - 1 + place;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/**
 * The counts in words: reports first, then congresses, then broadcasts. Every "not since" and every "first" says
 * what was held.
 */
export function usageClauses(usage: Usage, corpora: Held = HELD): UsageClause[] {
  const clauses = [reportsClause(usage.reports, corpora.reports)];
  if (usage.congresses.length > 0)
    clauses.push({ key: 'congresses', values: [rangesOf(usage.congresses, corpora.congresses)] });
  return [...clauses, ...daysClauses(usage, corpora)];
}

function reportsClause(reports: number[], all: number[]): UsageClause {
  const first = reports[0];
  const last = reports.at(-1);
  const end = String(all.at(-1));
  if (first === undefined || last === undefined)
    return { key: 'reports_none', values: [String(all[0]), end] };
  const between = all.filter((year) => year >= first && year <= last).length;
  const whole = between === reports.length;
  if (String(last) === end) {
    if (reports.length === 1) return { key: 'reports_new', values: [end] };
    if (reports.length === all.length) return { key: 'reports_every', values: [String(all[0]), end] };
    if (whole) return { key: 'reports_since', values: [String(first)] };
    return { key: 'reports_some', values: [reports.length, String(first), end] };
  }
  if (reports.length === 1) return { key: 'reports_once', values: [String(first), end] };
  if (whole) return { key: 'reports_until', values: [`${first}–${last}`, end] };
  return { key: 'reports_some_until', values: [reports.length, `${first}–${last}`, end] };
}

function daysClauses(usage: Usage, corpora: Held): UsageClause[] {
  const days = daysOf(usage.days);
  const count = days.reduce((sum, n) => sum + n, 0);
  const total = daysOf(corpora.days).reduce((sum, n) => sum + n, 0);
  const of = [count, total];
  const begin = monthAt(0, corpora);
  if (count === 0) return [{ key: 'days_none', values: [total, begin, corpora.lastDate] }];
  const first = days.findIndex((n) => n > 0);
  const last = days.findLastIndex((n) => n > 0);
  const came = first >= SILENCE;
  const went = days.length - 1 - last >= SILENCE;
  const month = (place: number) => monthAt(place, corpora);
  const tail = [month(last), corpora.lastDate];
  const clauses: UsageClause[] = [
    came && went
      ? { key: 'days_span', values: [...of, month(first), ...tail] }
      : came
        ? { key: 'days_new', values: [...of, month(first), ...tail] }
        : { key: went ? 'days_gone' : 'days_some', values: [...of, ...tail] },
  ];
  const most = Math.max(...days);
  if (most >= PEAK_DAYS && most * days.length >= PEAK_RATIO * count)
    clauses.push({ key: 'days_peak', values: [month(days.indexOf(most)), most] });
  return clauses;
}

/** Numbers as ranges over those that there are: 7, 9–11, 20. */
export function rangesOf(numbers: readonly number[], all: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && all.indexOf(number) === all.indexOf(run[1]) + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}
