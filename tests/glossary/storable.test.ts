import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromJson, toJson } from '@/utils/glossary/formats/json';
import { createTerm, editTerm, type NewTerm } from '@/utils/glossary/record';
import { storableEdit, storableTerm } from '@/utils/glossary/storable';

const NOW = '2026-03-05T01:02:03.004Z';
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('链长制', '\ud83d', 'x'.repeat(30_000), '<b>', '=1+1', ''),
);
const term: fc.Arbitrary<NewTerm> = fc.record({
  headword: text.map((value) => `链${value}`),
  hans: text.map((value) => `链${value}`),
  hant: text,
  reading: text,
  senses: fc.array(text, { maxLength: 4 }),
  officialRendering: text,
  occurrence: fc.record({
    sentence: text.map((value) => `${value}链长制${value}`),
    from: fc.constant(0),
    to: fc.constant(1),
    headline: text,
    byline: text,
    paper: text,
    page: text,
    date: fc.oneof(fc.constant('2026-03-05'), text),
    url: text,
    readAt: fc.constant(NOW),
  }),
});

describe('what may be stored', () => {
  test('whatever a page gives, the backup of what was saved can be read back', () => {
    fc.assert(
      fc.property(term, text, fc.array(text, { maxLength: 3 }), (given, note, tags) => {
        const saved = editTerm(createTerm(storableTerm(given), NOW), storableEdit({ note, tags }), NOW);
        expect(fromJson(toJson([saved]))).toEqual([saved]);
      }),
      { numRuns: 300 },
    );
  });

  test('half a character becomes a mark of its own width, so that offsets hold', () => {
    const [given] = fc.sample(term, 1);
    const occurrence = { ...(given as NewTerm).occurrence, sentence: '\ud83d链长制', from: 1, to: 4 };
    const stored = storableTerm({ ...(given as NewTerm), occurrence } as NewTerm).occurrence;
    expect(stored?.sentence.slice(1, 4)).toBe('链长制');
  });

  test('a term without a time of reading is misuse', () => {
    const [given] = fc.sample(term, 1);
    const occurrence = { ...(given as NewTerm).occurrence, readAt: 'soon' };
    expect(() => storableTerm({ ...given, occurrence } as NewTerm)).toThrow('soon');
  });
});
