import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { type Draft, termsOfDrafts } from '@/utils/glossary/draft';
import { toCsv } from '@/utils/glossary/formats/csv';
import { GlossaryFileError } from '@/utils/glossary/formats/file-error';
import { draftsOf } from '@/utils/glossary/formats/rows';
import { readTable } from '@/utils/glossary/formats/table';
import { sameTerm } from '@/utils/glossary/merge';
import { createTerm, editTerm, removeTerm, type SavedTerm } from '@/utils/glossary/record';
import { newTerm, occurrence } from './records';

const AT = '2026-03-05T01:00:00.000Z';
const NOW = '2026-11-24T08:00:00.000Z';
const fromCsv = (text: string) => draftsOf(readTable(text));
const forms = (headword: string) => ({ hans: headword, hant: headword });

function imported(drafts: Draft[], known: SavedTerm[] = []): SavedTerm[] {
  return termsOfDrafts(drafts, new Map(known.map((term) => [term.hans, term])), forms, NOW);
}

/** Texts that spreadsheets and CSV readers stumble over. */
const hard = fc.oneof(
  fc.constantFrom(
    '',
    '=1+1',
    '+1',
    '-1',
    '@a',
    "'=1",
    "''=1",
    "'",
    '\tx',
    '＝1',
    'a,b',
    'a;b',
    '"',
    'a\nb',
    'a\r\nb',
    '<b>',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const sentence = fc
  .tuple(hard, hard)
  .map(([a, b]) => ({ sentence: `${a}链长制${b}`, from: a.length, to: a.length + 3 }));
const terms = fc
  .record({
    rendering: hard,
    note: hard,
    tags: fc.uniqueArray(fc.constantFrom('work', '=tag', '待查'), { maxLength: 3 }),
    occurrences: fc.uniqueArray(
      fc.record({ at: sentence, headline: hard, url: fc.constantFrom('', 'https://a.example/?a=1,2') }),
      { selector: (o) => o.at.sentence, maxLength: 3 },
    ),
  })
  .map(({ rendering, note, tags, occurrences }) => {
    const made = createTerm(newTerm({ occurrence: null }), AT);
    const full = occurrences.map(({ at, headline, url }) => occurrence({ ...at, headline, url }));
    return editTerm({ ...made, occurrences: full }, { rendering, note, tags }, AT);
  });

describe('our own rows', () => {
  test('read back into the glossary they came from change nothing', () => {
    fc.assert(
      fc.property(terms, (term) => {
        const { drafts, refused } = fromCsv(toCsv([term]));
        expect(refused).toEqual([]);
        const [back] = imported(drafts, [term]);
        expect(sameTerm(back as SavedTerm, term)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('read into an empty glossary they say the same of each term', () => {
    fc.assert(
      fc.property(terms, (term) => {
        const [back] = imported(fromCsv(toCsv([term])).drafts);
        const { changed, tagChanges, saved, own, ...rest } = term;
        expect(back).toMatchObject({
          ...rest,
          occurrences: expect.arrayContaining(term.occurrences),
        });
      }),
    );
  });

  test('no cell begins like a formula in any reader', () => {
    fc.assert(
      fc.property(terms, (term) => {
        const rows = Papa.parse<string[]>(toCsv([term]).slice(1)).data;
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      }),
    );
  });

  test('are one for each occurrence, with the term as met there; tombstones are left out', () => {
    const met = occurrence({ sentence: '推行鏈長制', from: 2, to: 5, url: 'https://b.example/' });
    const term = { ...createTerm(newTerm(), AT), occurrences: [occurrence(), met] };
    const removed = removeTerm(createTerm(newTerm({ hans: '网格员' }), AT), NOW);
    const rows = Papa.parse<Record<string, string>>(toCsv([term, removed]).slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(rows.data.map((row) => row.headword)).toEqual(['链长制', '鏈長制']);
    expect(rows.data[0]).toMatchObject({ traditional: '鏈長制', paper: '云岭日报', position: '9', tags: '' });
  });

  test('begin with a byte order mark only where it is wanted, and may be apart by tabs', () => {
    expect(toCsv([]).charCodeAt(0)).toBe(0xfeff);
    const tabs = toCsv([createTerm(newTerm(), AT)], { byteOrderMark: false, delimiter: '\t' });
    expect(tabs.startsWith('headword\tsimplified\t')).toBe(true);
    expect(fromCsv(tabs).drafts).toHaveLength(1);
  });
});

describe('lists of others', () => {
  test('source, target and language; rows of another language and without Chinese are told apart', () => {
    const { drafts, refused } = fromCsv(
      'source,target,tgt_lng\n链长制,chain chief system,en\n网格员,agent de quadrillage,fr\n,nothing,en\nchain,chain,en-GB\n\n河湖长,river chief,\n',
    );
    expect(imported(drafts).map(({ hans, rendering, own }) => [hans, rendering, own])).toEqual([
      ['链长制', 'chain chief system', true],
      ['河湖长', 'river chief', true],
    ]);
    expect(refused).toEqual([
      { line: 3, reason: 'other_language', value: 'fr' },
      { line: 4, reason: 'no_headword', value: '' },
      { line: 5, reason: 'not_chinese', value: 'chain' },
    ]);
  });

  test('columns in any order and case, by Chinese names, apart by semicolons', () => {
    const [term] = imported(fromCsv('英文;术语;拼音;备注\r\nchain chief;链长制;liànzhǎngzhì;x').drafts);
    expect(term).toMatchObject({
      hans: '链长制',
      rendering: 'chain chief',
      reading: 'lian4 zhang3 zhi4',
      note: 'x',
    });
  });

  test('a refused row names the line at which it begins, also after cells with line breaks', () => {
    const { refused } = fromCsv('term_zh,note\n链长制,"a\nb\nc"\nx,y\n');
    expect(refused).toEqual([{ line: 5, reason: 'not_chinese', value: 'x' }]);
  });

  test('what a row leaves empty stays; what it says is written, and the old value kept', () => {
    const known = editTerm(createTerm(newTerm(), AT), { rendering: 'old', note: 'mine' }, AT);
    const [term] = imported(fromCsv('source,target,note\n链长制,new,\n').drafts, [known]);
    expect(term).toMatchObject({ rendering: 'new', note: 'mine', changed: { rendering: NOW, note: AT } });
    expect(term?.earlier).toEqual([{ field: 'rendering', value: 'old', at: AT }]);
    expect(term?.senses).toEqual(known.senses);
  });

  test('a removed term comes back', () => {
    const known = removeTerm(createTerm(newTerm(), AT), AT);
    expect(imported(fromCsv('source\n链长制\n').drafts, [known])[0]?.removed).toBeNull();
  });

  test('prototype names are no columns', () => {
    expect(fromCsv('__proto__,constructor,source\na,b,链长制').drafts[0]?.headword).toBe('链长制');
  });
});

describe('a file that cannot be read as a whole is one sentence', () => {
  test.each([
    ['', 'The file holds no terms.'],
    ['source,target\n', 'The file holds no terms.'],
    ['a,b\nc,d', 'The file holds no Chinese terms.'],
    [
      'source,target\n链长制,x\n网格员,"never closed\n河',
      'Line 3 opens a quotation mark that is never closed.',
    ],
  ])('%j', (text, sentence) => {
    expect(() => fromCsv(text)).toThrow(GlossaryFileError);
    expect(() => fromCsv(text)).toThrow(sentence);
  });

  test('anything else is read or refused, never another error', () => {
    const text = toCsv([createTerm(newTerm(), AT)]);
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(40),
        fc.string({ unit: 'binary', maxLength: 6 }),
        (at, length, put) => {
          try {
            imported(fromCsv(text.slice(0, at) + put + text.slice(at + length)).drafts);
          } catch (error) {
            expect(error).toBeInstanceOf(GlossaryFileError);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
