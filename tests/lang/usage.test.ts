import { describe, expect, test } from 'vitest';
import { daysOf, HELD, type Held, monthAt, rangesOf, usageClauses } from '@/utils/lang/usage';

const MONTHS = 30;
const CORPORA: Held = {
  reports: [2010, 2011, 2014, 2015, 2016],
  congresses: [16, 18, 19],
  firstMonth: '2022-11',
  days: 'u'.repeat(MONTHS),
  lastDate: '2025-04-20',
  times: 100,
};
const months = (days: Record<number, string>) =>
  Array.from({ length: MONTHS }, (_, place) => days[place] ?? '0').join('');
const said = (reports: number[], days: Record<number, string>, congresses: number[] = []) =>
  usageClauses({ reports, congresses, days: months(days), times: 0 }, CORPORA).map(({ key, values }) => [
    key,
    ...values,
  ]);

describe('usage in words', () => {
  test.each<[string, number[], (string | number)[]]>([
    ['in none', [], ['reports_none', '2010', '2016']],
    ['in the last alone', [2016], ['reports_new', '2016']],
    ['in an earlier one alone', [2014], ['reports_once', '2014', '2016']],
    ['in all', [2010, 2011, 2014, 2015, 2016], ['reports_every', '2010', '2016']],
    ['in all from one on, over a gap in what is held', [2011, 2014, 2015, 2016], ['reports_since', '2011']],
    ['in some up to the last', [2010, 2016], ['reports_some', 2, '2010', '2016']],
    ['in a run that ended', [2011, 2014], ['reports_until', '2011–2014', '2016']],
    ['in some that ended', [2010, 2014], ['reports_some_until', 2, '2010–2014', '2016']],
  ])('reports: %s', (_, reports, clause) => {
    expect(said(reports, {})[0]).toEqual(clause);
  });

  test.each<[string, Record<number, string>, (string | number)[]]>([
    ['on none', {}, ['days_none', 900, '2022-11', '2025-04-20']],
    ['on some', { 0: '2', 29: 'a' }, ['days_some', 12, 900, '2025-04', '2025-04-20']],
    ['come', { 20: '1' }, ['days_new', 1, 900, '2024-07', '2024-07', '2025-04-20']],
    ['gone', { 1: '1', 2: '1' }, ['days_gone', 2, 900, '2023-01', '2025-04-20']],
    ['come and gone', { 14: '1' }, ['days_span', 1, 900, '2024-01', '2024-01', '2025-04-20']],
  ])('broadcasts: %s', (_, days, clause) => {
    expect(said([], days)[1]).toEqual(clause);
  });

  test('a month far above the others is a peak, a few days are none', () => {
    expect(said([], { 0: '1', 5: 'c', 29: '1' }).at(-1)).toEqual(['days_peak', '2023-04', 12]);
    expect(said([], { 0: '1', 5: '4', 29: '1' }).map(([key]) => key)).not.toContain('days_peak');
  });

  test('congresses stand between, as ranges of those held', () => {
    expect(said([], {}, [16, 18])[1]).toEqual(['congresses', '16–18']);
    expect(rangesOf([7, 9, 10, 12], [7, 8, 9, 10, 11, 12])).toBe('7, 9–10, 12');
  });

  test('places are months and digits are days', () => {
    expect([0, 1, 2].map((place) => monthAt(place, CORPORA))).toEqual(['2022-11', '2022-12', '2023-01']);
    expect(daysOf('09av')).toEqual([0, 9, 10, 31]);
  });

  test('what was held is known month by month up to the last day', () => {
    expect(monthAt(HELD.days.length - 1)).toBe(HELD.lastDate.slice(0, 7));
    expect(HELD.reports.length).toBeGreaterThan(50);
  });
});
