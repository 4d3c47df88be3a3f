import { expect, test } from 'vitest';
import { byMonth, byPaper, daysMet } from '@/utils/glossary/picture';
import { createTerm } from '@/utils/glossary/record';
import { newTerm, occurrence } from './records';

const term = {
  ...createTerm(newTerm(), '2026-03-05T01:00:00.000Z'),
  occurrences: [
    occurrence({ readAt: '2026-01-31T23:59:59.999Z', paper: '甲报' }),
    occurrence({ readAt: '2026-03-01T00:00:00.000Z', paper: '乙报' }),
    occurrence({ readAt: '2026-03-31T00:00:00.000Z', paper: '乙报' }),
    occurrence({ readAt: '2025-01-01T00:00:00.000Z', paper: '' }),
    occurrence({ readAt: '2025-01-01T00:00:00.000Z', paper: '丙报' }),
  ],
};

test('byMonth: the months up to now, over the turn of the year, empty ones too', () => {
  expect(byMonth([term], new Date('2026-03-31T12:00:00Z'), 4)).toEqual([
    { name: '2025-12', count: 0 },
    { name: '2026-01', count: 1 },
    { name: '2026-02', count: 0 },
    { name: '2026-03', count: 2 },
  ]);
});

test('daysMet: each day once', () => {
  expect(daysMet([])).toBe(0);
  expect(daysMet([term, term])).toBe(4);
});

test('byPaper: most first, the rest together', () => {
  expect(byPaper([term], 9).map(({ name, count }) => [name, count])).toEqual([
    ['乙报', 2],
    ['甲报', 1],
    ['丙报', 1],
  ]);
  expect(byPaper([term], 1)).toEqual([
    { name: '乙报', count: 2 },
    { name: '', count: 2 },
  ]);
  expect(byPaper([], 3)).toEqual([]);
});
