import { expect, test } from 'vitest';
import { changedSince, daysSince } from '@/utils/glossary/backup';
import { createTerm, editTerm, removeTerm } from '@/utils/glossary/record';
import { newTerm } from './records';

const T1 = '2026-03-01T00:00:00.000Z';
const T2 = '2026-03-02T00:00:00.000Z';
const T3 = '2026-03-03T00:00:00.000Z';

test('changedSince counts terms, whatever was done to them', () => {
  const old = createTerm(newTerm(), T1);
  const terms = [
    old,
    createTerm(newTerm(), T3),
    editTerm(old, { note: 'x' }, T3),
    editTerm(old, { rendering: 'x' }, T3),
    editTerm(old, { tags: ['x'] }, T3),
    removeTerm(old, T3),
  ];
  expect(changedSince(terms, T2)).toBe(5);
  expect(changedSince(terms, T3)).toBe(0);
  expect(changedSince(terms, null)).toBe(6);
});

test.each([
  [T1, T1, 0],
  [T1, '2026-03-01T23:59:59.999Z', 0],
  [T1, T2, 1],
  [T3, T1, 0],
])('from %s to %s it is %d days', (at, now, days) => {
  expect(daysSince(at, Date.parse(now))).toBe(days);
});
