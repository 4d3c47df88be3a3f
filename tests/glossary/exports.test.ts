import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { ANKI_FIELDS, toAnki } from '@/utils/glossary/formats/anki';
import { toCsv } from '@/utils/glossary/formats/csv';
import { toCslJson, toRis } from '@/utils/glossary/formats/references';
import { draftsOf } from '@/utils/glossary/formats/rows';
import { readTable } from '@/utils/glossary/formats/table';
import { toTbx } from '@/utils/glossary/formats/tbx';
import { createTerm, editTerm, type SavedTerm } from '@/utils/glossary/record';
import { newTerm, occurrence } from './records';
import { tbxFaults } from './tbx-structure';

// Each form is read by a library that did not write it: csv-parse, jsdom's XML parser, Citation.js.

const AT = '2026-03-05T01:00:00.000Z';
const spell = (reading: string) => reading.replaceAll(' ', '');
const plain = createTerm(newTerm(), AT);
const full: SavedTerm = {
  ...editTerm(
    plain,
    { rendering: 'chain leader', note: 'a "note"\nin two lines', tags: ['to check', 'work'] },
    AT,
  ),
  occurrences: [
    occurrence(),
    occurrence({
      sentence: '推行鏈長制<b>&',
      from: 2,
      to: 5,
      url: 'https://b.example/?a=1&b=2',
      readAt: '2026-03-06T01:00:00.000Z',
    }),
  ],
};
const own = createTerm(
  newTerm({
    hans: '石桥夜话',
    headword: '石桥夜话',
    hant: '石橋夜話',
    term: undefined,
    senses: [],
    officialRendering: '',
    categories: [],
    occurrence: null,
  }),
  AT,
);

const odd = fc.oneof(
  fc.constantFrom('', '"', '\t', 'a\nb', '<b>', '&amp;', ']]>', '\u0000\u0008\uFFFE', '=1', '#x', 'TY  - X'),
  fc.string({ unit: 'binary', maxLength: 8 }).map((text) => text.replace(/\p{Surrogate}/gu, '')),
);
const oddTerms = fc
  .record({
    rendering: odd,
    note: odd,
    official: odd,
    sense: odd,
    sentence: odd,
    headline: odd,
    byline: odd,
    url: odd,
  })
  .map((o) => ({
    ...editTerm(plain, { rendering: o.rendering, note: o.note }, AT),
    officialRendering: o.official,
    senses: [o.sense],
    occurrences: [occurrence({ ...o, from: 0, to: 0 })],
  }));

describe('CSV and TSV', () => {
  test.each([',', '\t'] as const)('apart by %j, read by csv-parse', (delimiter) => {
    const rows = parse(toCsv([full, own], { byteOrderMark: true, delimiter }), {
      bom: true,
      columns: true,
      delimiter,
    }) as Record<string, string>[];
    expect(rows.map((row) => row.headword)).toEqual(['链长制', '鏈長制', '石桥夜话']);
    expect(rows[0]).toMatchObject({
      rendering: 'chain leader',
      note: 'a "note"\nin two lines',
      tags: 'to check; work',
    });
  });
});

describe('Anki', () => {
  const read = (text: string) => {
    const lines = text.split('\n');
    const head = lines.filter((line) => line.startsWith('#'));
    const rows = parse(lines.slice(head.length).join('\n'), {
      delimiter: '\t',
      relax_column_count: false,
    }) as string[][];
    return { head, rows };
  };

  test('header lines and fields, read by csv-parse', () => {
    const { head, rows } = read(toAnki([full, own], spell));
    expect(head).toEqual([
      '#separator:tab',
      '#html:true',
      '#guid column:1',
      '#tags column:11',
      `#columns:GUID\t${ANKI_FIELDS.join('\t')}\tTags`,
    ]);
    expect(rows[0]).toEqual([
      'tifa-链长制',
      '链长制',
      '鏈長制',
      'lian4zhang3zhi4',
      'chain leader',
      'chain chief system',
      'a senior official answers for each supply chain',
      'a "note"<br>in two lines',
      '推行<b>鏈長制</b>&lt;b&gt;&amp;',
      '林晓禾, “云岭市部署秋季河湖治理,” 云岭日报, March 5, 2026, 2, https://b.example/?a=1&amp;b=2.',
      'to-check work',
    ]);
    expect(rows[1]?.[1]).toBe('石桥夜话');
  });

  test('whatever stands in the fields, a note stays one row of as many cells', () => {
    fc.assert(
      fc.property(oddTerms, (term) => {
        const { rows } = read(toAnki([term, plain], spell));
        expect(rows.map((row) => row.length)).toEqual([11, 11]);
        expect(rows[1]?.[1]).toBe('链长制');
      }),
    );
  });

  test('is read back as a list', () => {
    const [draft] = draftsOf(readTable(toAnki([full], spell))).drafts;
    expect(draft).toMatchObject({
      headword: '链长制',
      rendering: 'chain leader',
      note: 'a "note"\nin two lines',
      tags: ['to-check', 'work'],
    });
  });
});

describe('TBX', () => {
  const read = (text: string) =>
    new new JSDOM('').window.DOMParser().parseFromString(text, 'application/xml');

  test('is well-formed and keeps to the structure of TBX-Basic', () => {
    const file = read(
      toTbx(
        [full, plain, own].map((term, n) => ({ ...term, id: `${term.id}${n}` })),
        spell,
      ),
    );
    expect(tbxFaults(file.documentElement)).toEqual([]);
    const [concept] = file.getElementsByTagName('conceptEntry');
    const said = (name: string) => [...(concept?.getElementsByTagName(name) ?? [])].map((e) => e.textContent);
    expect(said('term')).toEqual(['链长制', '鏈長制', 'chain leader', 'chain chief system']);
    expect(said('termNote')).toEqual(['phrase', 'phrase', 'preferredTerm-admn-sts', 'admittedTerm-admn-sts']);
    expect(said('descrip')).toContain('推行鏈長制<b>&');
    expect(
      [...(concept?.getElementsByTagName('langSec') ?? [])].map((e) => e.getAttribute('xml:lang')),
    ).toEqual(['zh-Hans', 'zh-Hant', 'en']);
  });

  test('has no form without terms', () => {
    expect(() => toTbx([], spell)).toThrow(
      new RangeError('A term base of 0 terms was to be written; TBX needs one.'),
    );
  });

  test.each([
    ['<langSec xml:lang="en">', '<langSec>', 'langSec in conceptEntry: lacks xml:lang'],
    ['<admin type="source">', '<admin type="origin">', 'type origin is not known'],
    ['<termSec><term>', '<termSec><note>x</note><term>', 'termSec in langSec: holds note term'],
    ['type="subjectField"', 'type="context"', 'context at conceptEntry'],
    ['preferredTerm-admn-sts', 'preferred', 'administrativeStatus is preferred'],
  ])('a file with %s turned into %s does not pass', (from, to, fault) => {
    const text = toTbx([full], spell);
    expect(text).toContain(from);
    expect(tbxFaults(read(text.replace(from, to)).documentElement).join('\n')).toContain(fault);
  });

  test('whatever stands in the fields', () => {
    fc.assert(
      fc.property(oddTerms, (term) => {
        const file = read(toTbx([term], spell));
        expect(tbxFaults(file.documentElement)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('references', () => {
  const articles = [full, { ...plain, hans: '网格员', headword: '网格员' }, own];

  test('RIS, read by Citation.js: every article once, the terms as keywords', () => {
    const { data } = new Cite(toRis(articles));
    // This reader keeps the year alone; others read the whole date from its own field.
    expect(toRis(articles)).toContain('DA  - 2026/03/05\r\n');
    expect(data).toHaveLength(2);
    expect(data[0]).toMatchObject({
      type: 'article-newspaper',
      title: '云岭市部署秋季河湖治理',
      'container-title': '云岭日报',
      issued: { 'date-parts': [[2026]] },
      URL: occurrence().url,
      keyword: '链长制,网格员',
    });
  });

  test('CSL-JSON, read by Citation.js', () => {
    const { data } = new Cite(JSON.parse(toCslJson(articles)));
    expect(data[0]).toMatchObject({
      id: 'tifa-2026-03-05-1',
      author: [{ literal: '林晓禾' }],
      title: '云岭市部署秋季河湖治理',
      accessed: { 'date-parts': [[2026, 3, 5]] },
      page: '02',
    });
  });

  test('a line break in a headline begins no new field', () => {
    const term = { ...plain, occurrences: [occurrence({ headline: 'a\r\nTY  - BOOK\r\nER  - ' })] };
    expect(toRis([term]).match(/^TY/gm)).toHaveLength(1);
    expect(toRis([term]).match(/^ER/gm)).toHaveLength(1);
  });
});
