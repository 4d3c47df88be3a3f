import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concordance, metLines, savedSentences } from '@/utils/glossary/concordance';
import { createTerm } from '@/utils/glossary/record';
import { newTerm, occurrence } from './records';

const AT = '2026-03-05T01:00:00.000Z';
const met = (sentence: string, date = '2026-03-05', url = 'https://a.example/') =>
  occurrence({ sentence, date, url, from: 0, to: 0 });

describe('concordance', () => {
  const sentences = [
    met('本市推行链长制，成效初显。', '2026-03-01'),
    met('鏈長制改革再深化，链长制会议召开。', '2026-03-04'),
    met('会议讨论河湖治理。'),
  ];

  test('every place in either script, aligned on the term, by what follows', () => {
    const lines = concordance(sentences, ['链长制', '鏈長制'], 4);
    expect(lines.map(({ before, match, after }) => [before, match, after])).toEqual([
      ['再深化，', '链长制', '会议召开'],
      ['', '鏈長制', '改革再深'],
      ['本市推行', '链长制', '，成效初'],
    ]);
  });

  test('by what precedes, read backwards, and by date', () => {
    const befores = concordance(sentences, ['链长制', '鏈長制'], 4, 'before').map((line) => line.before);
    expect(befores).toEqual(['', '本市推行', '再深化，']);
    const dates = concordance(sentences, ['链长制'], 4, 'date').map((line) => line.occurrence.date);
    expect(dates).toEqual(['2026-03-04', '2026-03-01']);
  });

  test('the longer of two forms, and signs as themselves', () => {
    const lines = concordance(
      [met('链长制（试行）的链长')],
      ['链长', '链长制', '（试行）', '.'],
      9,
      'before',
    );
    expect(lines.map((line) => line.match).sort()).toEqual(['链长', '链长制', '（试行）'].sort());
  });

  test('no forms, no lines', () => {
    expect(concordance(sentences, ['', ''], 4)).toEqual([]);
  });

  test('each line is a piece of its sentence', () => {
    const text = fc.string({ unit: 'grapheme' }).map((s) => s.replace(/\s/g, ''));
    fc.assert(
      fc.property(text, text, fc.nat(5), (a, b, width) => {
        for (const { before, match, after } of concordance([met(`${a}链长${b}`)], ['链长'], width)) {
          expect(`${a}链长${b}`).toContain(before + match + after);
          expect([...before].length).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});

test('savedSentences has each sentence of a page once', () => {
  const first = createTerm(newTerm({ occurrence: met('甲乙') }), AT);
  const second = {
    ...createTerm(newTerm({ hans: '乙' }), AT),
    occurrences: [met('甲乙'), met(''), met('甲乙', '', 'b')],
  };
  expect(savedSentences([first, second]).map((o) => o.url)).toEqual(['https://a.example/', 'b']);
});

test('metLines has each occurrence that marks its term', () => {
  const term = { ...createTerm(newTerm(), AT), occurrences: [occurrence(), met('没有标出的链长制')] };
  expect(metLines([term], 2)).toEqual([
    { before: '河湖', match: '链长制', after: '。', occurrence: occurrence() },
  ]);
});
