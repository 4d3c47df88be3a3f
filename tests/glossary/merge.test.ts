import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metAgain, removeOccurrence } from '@/utils/glossary/lost';
import { addTerm, mergeGlossaries, mergeTerm, sameTerm } from '@/utils/glossary/merge';
import { createTerm, editTerm, removeTerm, restoreTerm, type SavedTerm } from '@/utils/glossary/record';
import { newTerm, occurrence, savedTerms } from './records';

const T1 = '2026-03-05T01:00:00.000Z';
const T2 = '2026-03-06T01:00:00.000Z';
const T3 = '2026-03-07T01:00:00.000Z';

describe('mergeTerm', () => {
  const term = savedTerms();

  test('does not care who comes first', () => {
    fc.assert(
      fc.property(term, term, (a, b) => {
        expect(mergeTerm(a, b)).toEqual(mergeTerm(b, a));
      }),
    );
  });

  test('does not care how three are grouped', () => {
    fc.assert(
      fc.property(term, term, term, (a, b, c) => {
        expect(mergeTerm(mergeTerm(a, b), c)).toEqual(mergeTerm(a, mergeTerm(b, c)));
      }),
      { numRuns: 1000 },
    );
  });

  test('changes nothing when what comes in is already there', () => {
    fc.assert(
      fc.property(term, term, (a, b) => {
        const merged = mergeTerm(a, b);
        expect(mergeTerm(a, a)).toEqual(a);
        expect(mergeTerm(merged, b)).toEqual(merged);
        expect(sameTerm(mergeTerm(merged, a), merged)).toBe(true);
      }),
    );
  });

  test('refuses two different terms', () => {
    const other = createTerm(newTerm({ hans: '网格员' }), T1);
    expect(() => mergeTerm(createTerm(newTerm(), T1), other)).toThrow('链长制 and 网格员');
  });
});

describe('what the reader did is never lost', () => {
  const place = fc.constantFrom('甲乙丙', '乙甲', '丁甲').map((sentence) => occurrence({ sentence }));
  const step = fc.oneof(
    fc.record({ do: fc.constant('save' as const), occurrence: place }),
    fc.record({ do: fc.constant('note' as const), text: fc.constantFrom('n1', 'n2', 'n3', '') }),
    fc.record({ do: fc.constant('rendering' as const), text: fc.constantFrom('r1', 'r2') }),
    fc.record({ do: fc.constant('tag' as const), tags: fc.subarray(['p', 'q', 'r']) }),
    fc.record({ do: fc.constant('take' as const), occurrence: place }),
    fc.record({ do: fc.constant('remove' as const) }),
    fc.record({ do: fc.constant('restore' as const) }),
    fc.record({ do: fc.constant('sync' as const) }),
  );
  const history = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), step), { minLength: 1, maxLength: 14 });

  test('two machines that save, edit, tag, remove and merge at will', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const machines = [createTerm(newTerm(), T1), createTerm(newTerm(), T1)] as [SavedTerm, SavedTerm];
        const sentences = new Set([occurrence().sentence]);
        const taken = new Set<string>();
        const written = new Set<string>();
        const last: Record<string, string> = {};
        const tagged = new Map<string, boolean>();
        let kept = true;
        steps.forEach(([machine, step], index) => {
          const now = new Date(Date.parse(T2) + index).toISOString();
          const term = machines[machine] as SavedTerm;
          switch (step.do) {
            case 'save':
              machines[machine] = addTerm(term, newTerm({ occurrence: step.occurrence }), now);
              sentences.add(step.occurrence.sentence);
              kept = true;
              break;
            case 'note':
            case 'rendering':
              machines[machine] = editTerm(term, { [step.do]: step.text }, now);
              if (term[step.do] === step.text) break;
              if (step.text !== '') written.add(step.text);
              last[step.do] = step.text;
              break;
            case 'tag':
              machines[machine] = editTerm(term, { tags: step.tags }, now);
              for (const tag of ['p', 'q', 'r']) {
                const on = step.tags.includes(tag as 'p');
                if (on !== term.tags.includes(tag)) tagged.set(tag, on);
              }
              break;
            case 'take':
              machines[machine] = removeOccurrence(term, step.occurrence);
              taken.add(step.occurrence.sentence);
              break;
            case 'remove':
              machines[machine] = removeTerm(term, now);
              kept = false;
              break;
            case 'restore':
              machines[machine] = restoreTerm(term, now);
              if (term.removed !== null) kept = true;
              break;
            case 'sync':
              machines[machine] = mergeTerm(machines[0], machines[1]);
          }
        });
        const merged = mergeTerm(machines[0], machines[1]);
        const met = new Set(merged.occurrences.map((o) => o.sentence));
        for (const sentence of sentences) if (!taken.has(sentence)) expect(met).toContain(sentence);
        const values = [merged.note, merged.rendering, ...merged.earlier.map((e) => e.value)];
        for (const text of written) expect(values).toContain(text);
        for (const field of ['note', 'rendering'] as const) {
          if (last[field] !== undefined) expect(merged[field]).toBe(last[field]);
        }
        for (const [tag, on] of tagged) expect(merged.tags.includes(tag)).toBe(on);
        expect(merged.removed === null).toBe(kept);
      }),
      { numRuns: 500 },
    );
  });

  test('an occurrence that was taken away stays away, until it is met again', () => {
    const [first, second] = [occurrence(), occurrence({ sentence: '链长制见成效。', from: 0, to: 3 })];
    const both = addTerm(createTerm(newTerm({ occurrence: first }), T1), newTerm({ occurrence: second }), T1);
    const one = removeOccurrence(both, first);
    expect(one.occurrences).toEqual([second]);
    expect(JSON.stringify(one)).not.toContain(first.sentence);
    // An older state, as a backup has it, changes nothing; nor does another occurrence.
    expect(mergeTerm(one, both)).toEqual(one);
    expect(removeOccurrence(one, first)).toBe(one);
    const again = addTerm(one, newTerm({ occurrence: { ...first, readAt: T3 } }), T3);
    expect(again.occurrences.map(({ readAt }) => readAt)).toEqual([second.readAt, T3]);
    expect(mergeTerm(mergeTerm(one, both), again)).toEqual(mergeTerm(one, mergeTerm(both, again)));
    // Taken away once more, and undone.
    const gone = removeOccurrence(again, first);
    expect(mergeTerm(gone, again).occurrences).toEqual([second]);
    const back = mergeTerm(gone, { ...gone, occurrences: [metAgain(gone, first)] });
    expect(back.occurrences).toHaveLength(2);
  });

  test('a term removed on a machine whose clock is ahead is kept when it is saved again here', () => {
    const removed = removeTerm(createTerm(newTerm(), T1), T3);
    expect(addTerm(removed, newTerm(), T2).removed).toBeNull();
  });

  test('an edit counts even where the last one was stamped by a clock that is ahead', () => {
    const ahead = editTerm(createTerm(newTerm(), T1), { note: 'from the other machine' }, T3);
    const edited = editTerm(ahead, { note: 'mine' }, T2);
    expect(mergeTerm(ahead, edited).note).toBe('mine');
    expect(edited.earlier).toEqual([{ field: 'note', value: 'from the other machine', at: T3 }]);
  });
});

describe('addTerm', () => {
  test('the same sentence on the same page is one occurrence, with what either knows of it', () => {
    const poor = addTerm(
      undefined,
      newTerm({ occurrence: occurrence({ headline: '', from: 0, to: 0 }) }),
      T1,
    );
    const rich = addTerm(poor, newTerm({ occurrence: occurrence({ readAt: T2 }) }), T2);
    expect(rich.occurrences).toEqual([occurrence()]);
  });

  test('another page adds an occurrence and leaves what the reader wrote', () => {
    const first = editTerm(
      addTerm(undefined, newTerm(), T1),
      { rendering: 'chain leader', tags: ['work'] },
      T2,
    );
    const url = 'https://paper.yunling.example/2026/0307/1.html';
    const second = addTerm(first, newTerm({ occurrence: occurrence({ url, readAt: T3 }) }), T3);
    expect(second.occurrences.map((o) => o.url)).toEqual([occurrence().url, url]);
    expect(second).toMatchObject({
      id: first.id,
      created: T1,
      saved: T3,
      rendering: 'chain leader',
      tags: ['work'],
    });
  });

  test('a description that says something replaces an empty one, never the other way', () => {
    const bare = newTerm({ senses: [], reading: '', term: undefined, officialRendering: '', own: true });
    const full = addTerm(addTerm(undefined, bare, T1), newTerm(), T2);
    expect(full).toMatchObject({ term: 'lianzhang-zhi', own: false, described: T2 });
    expect(addTerm(full, bare, T3)).toMatchObject({
      term: 'lianzhang-zhi',
      reading: 'lian4 zhang3 zhi4',
      own: false,
    });
  });

  test("a phrase without term and senses is the reader's own, unless it is said not to be", () => {
    const bare = newTerm({ senses: [], term: undefined });
    expect(addTerm(undefined, bare, T1).own).toBe(true);
    expect(addTerm(undefined, { ...bare, own: false }, T1).own).toBe(false);
    expect(addTerm(undefined, newTerm(), T1).own).toBe(false);
  });

  test('a term without characters is refused', () => {
    expect(() => addTerm(undefined, newTerm({ hans: '' }), T1)).toThrow(RangeError);
  });
});

describe('mergeGlossaries', () => {
  const glossary = fc.array(savedTerms(fc.constantFrom('甲', '乙', '丙')), { maxLength: 4 });

  test('is commutative, associative and idempotent too, with one record for each term', () => {
    fc.assert(
      fc.property(glossary, glossary, glossary, (a, b, c) => {
        const ab = mergeGlossaries(a, b);
        expect(ab).toEqual(mergeGlossaries(b, a));
        expect(mergeGlossaries(ab, c)).toEqual(mergeGlossaries(a, mergeGlossaries(b, c)));
        expect(mergeGlossaries(ab, ab)).toEqual(ab);
        expect(new Set(ab.map((term) => term.hans)).size).toBe(ab.length);
      }),
    );
  });
});
