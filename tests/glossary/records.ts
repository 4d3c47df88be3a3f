import fc from 'fast-check';
import { removeOccurrence } from '@/utils/glossary/lost';
import { mergeTerm } from '@/utils/glossary/merge';
import type { NewTerm, Occurrence, SavedTerm } from '@/utils/glossary/record';

/** An occurrence in an invented paper; what is named replaces the rest. */
export function occurrence(over: Partial<Occurrence> = {}): Occurrence {
  return {
    sentence: '云岭市全面推行河湖链长制。',
    from: 9,
    to: 12,
    headline: '云岭市部署秋季河湖治理',
    byline: '本报记者 林晓禾',
    paper: '云岭日报',
    page: '02',
    date: '2026-03-05',
    url: 'https://paper.yunling.example/2026/0305/2.html',
    readAt: '2026-03-05T01:00:00.000Z',
    ...over,
  };
}

/** A term as the card hands it over; what is named replaces the rest. */
export function newTerm(over: Partial<NewTerm> = {}): NewTerm {
  return {
    headword: '链长制',
    hans: '链长制',
    hant: '鏈長制',
    reading: 'lian4 zhang3 zhi4',
    senses: ['a senior official answers for each supply chain'],
    term: 'lianzhang-zhi',
    categories: ['economy'],
    officialRendering: 'chain chief system',
    occurrence: occurrence(),
    ...over,
  };
}

/** An instant in few values, so that ties are common. */
export const instants: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 9 })
  .map((n) => `2026-03-0${1 + (n % 3)}T00:00:00.00${n}Z`);

const words = fc.constantFrom('', 'a', 'b', '甲', '乙', '<b>丙</b>', '=1+1');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const occurrences: fc.Arbitrary<Occurrence> = fc
  .record({
    sentence: fc.constantFrom('', '甲乙丙丁', '乙甲'),
    from: fc.integer({ min: 0, max: 1 }),
    to: fc.integer({ min: 0, max: 2 }),
    headline: words,
    byline: words,
    paper: words,
    page: words,
    date: fc.constantFrom('', '2026-03-05'),
    url: fc.constantFrom('', 'https://a.example/1'),
    readAt: instants,
    again: maybe(fc.constantFrom(1, 2)),
  })
  .map(({ again, ...o }): Occurrence => (again === undefined ? o : { ...o, again }));

/** Any state of a record, in the form in which records are kept. */
export function savedTerms(hans: fc.Arbitrary<string> = fc.constant('甲')): fc.Arbitrary<SavedTerm> {
  return fc
    .record({
      id: fc.constantFrom('1', '2'),
      headword: fc.constantFrom('甲', '乙'),
      hans,
      hant: fc.constantFrom('甲', '乙'),
      reading: fc.constantFrom('', 'jia3'),
      senses: fc.array(words, { maxLength: 2 }),
      term: maybe(fc.constantFrom('jia', 'yi')),
      categories: fc.subarray(['gov', 'org']),
      officialRendering: words,
      own: fc.boolean(),
      described: instants,
      rendering: words,
      note: words,
      tags: fc.subarray(['p', 'q', 'r']),
      tagChanges: fc.array(
        fc.record({ tag: fc.constantFrom('p', 'q', 's'), on: fc.boolean(), at: instants }),
        {
          maxLength: 3,
        },
      ),
      changed: fc.record({ rendering: instants, note: instants }, { requiredKeys: [] }),
      earlier: fc.array(
        fc.record({
          field: fc.constantFrom('rendering', 'note'),
          value: words,
          at: fc.oneof(instants, fc.constant('')),
        }),
        { maxLength: 4 },
      ),
      occurrences: fc.array(occurrences, { maxLength: 3 }),
      taken: fc.array(fc.tuple(occurrences, fc.boolean()), { maxLength: 2 }),
      created: instants,
      saved: instants,
      removed: fc.option(instants),
    })
    .map(({ term, taken, ...rest }) => {
      const state = (term === undefined ? rest : { ...rest, term }) as SavedTerm;
      // Places that were taken away, some of them more than once.
      const lost = taken.flatMap(([o, twice]) => {
        const once = removeOccurrence({ ...state, occurrences: [o] }, o);
        const more = removeOccurrence({ ...once, occurrences: [{ ...o, again: (o.again ?? 0) + 1 }] }, o);
        return (twice ? more : once).lost ?? [];
      });
      const whole = lost.length === 0 ? state : { ...state, lost };
      return mergeTerm(whole, whole);
    });
}
