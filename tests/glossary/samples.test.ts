import { readFileSync } from 'node:fs';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { parse } from 'csv-parse/sync';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { toAnki } from '@/utils/glossary/formats/anki';
import { cite } from '@/utils/glossary/formats/citation';
import { toCsv } from '@/utils/glossary/formats/csv';
import { fromJson, toJson } from '@/utils/glossary/formats/json';
import { toPleco } from '@/utils/glossary/formats/pleco';
import { toCslJson, toRis } from '@/utils/glossary/formats/references';
import { toTbx } from '@/utils/glossary/formats/tbx';
import { mergeGlossaries } from '@/utils/glossary/merge';
import { createTerm } from '@/utils/glossary/record';
import { spell } from '@/utils/lang/spelling';
import { newTerm, occurrence } from './records';
import { tbxFaults } from './tbx-structure';

// The samples in tests/fixtures/glossary/samples are what the exports write today; which program has read them stands
// in the README beside them. `npx vitest run tests/glossary/samples.test.ts -u` writes them anew.

const FOLDER = '../fixtures/glossary/samples/';
const AT = '2026-03-05T01:00:00.000Z';
const TERMS = mergeGlossaries(fromJson(readFileSync('tests/fixtures/glossary/format-1.json', 'utf8')), [
  createTerm(
    newTerm({
      headword: '網格員',
      hans: '网格员',
      hant: '網格員',
      reading: 'wang3 ge2 yuan2',
      senses: ['neighbourhood worker, "grid" worker'],
      term: undefined,
      categories: [],
      officialRendering: '',
      occurrence: occurrence({
        sentence: '社區網格員<b>上門</b>走訪，=1+1。',
        from: 2,
        to: 5,
        headline: '「網格」裏的一天',
        paper: '渠南晚报',
        url: 'https://b.example/?a=1&b=2',
      }),
    }),
    AT,
  ),
  createTerm(
    newTerm({
      headword: '白石热线',
      hans: '白石热线',
      hant: '白石熱線',
      reading: 'bai2 shi2 re4 xian4',
      senses: [],
      term: undefined,
      categories: [],
      officialRendering: '',
      occurrence: null,
    }),
    AT,
  ),
]);
const KEPT = TERMS.filter(({ removed }) => removed === null);
const HEADWORDS = KEPT.map(({ headword }) => headword);

/** Each sample, and its headwords or titles as a reader finds them that had no part in writing it. */
const SAMPLES: [name: string, text: string, read: (text: string) => unknown][] = [
  [
    'terms.json',
    toJson(TERMS),
    (text) =>
      (JSON.parse(text).records as typeof TERMS).filter((r) => r.removed === null).map((r) => r.headword),
  ],
  [
    'terms.csv',
    toCsv(KEPT),
    (text) => firsts(parse(text, { bom: true, columns: true }) as Record<string, string>[]),
  ],
  [
    'terms.tsv',
    toCsv(KEPT, { byteOrderMark: false, delimiter: '\t' }),
    (text) => firsts(parse(text, { columns: true, delimiter: '\t' }) as Record<string, string>[]),
  ],
  [
    'terms.anki.txt',
    toAnki(KEPT, spell),
    (text) =>
      (parse(text, { delimiter: '\t', comment: '#', comment_no_infix: true }) as string[][]).map(
        (row) => row[1],
      ),
  ],
  [
    'terms.pleco.txt',
    toPleco(KEPT),
    (text) =>
      (parse(text, { delimiter: '\t', quote: false, relax_column_count: true }) as string[][])
        .filter((row) => row.length > 1)
        .map((row) => row[0]?.replace(/^\uFEFF/, '').replace(/\[.*\]$/, '')),
  ],
  [
    'terms.tbx',
    toTbx(KEPT, spell),
    (text) => {
      const file = new new JSDOM('').window.DOMParser().parseFromString(text, 'application/xml');
      expect(tbxFaults(file.documentElement)).toEqual([]);
      return [...file.getElementsByTagName('conceptEntry')].map(
        (concept) => concept.getElementsByTagName('term')[0]?.textContent,
      );
    },
  ],
];

function firsts(rows: Record<string, string>[]): (string | undefined)[] {
  return [...new Set(rows.map(({ simplified }) => simplified))];
}

const ARTICLES = new Set(KEPT.flatMap(({ occurrences }) => occurrences.map(({ url }) => url)));

describe('the samples', () => {
  test.each(SAMPLES)(
    '%s is what is written, and another reader finds every term',
    async (name, text, read) => {
      await expect(text).toMatchFileSnapshot(FOLDER + name);
      const found = read(text) as string[];
      const forms = KEPT.map(({ headword, hans }) => [headword, hans]);
      expect(found).toHaveLength(HEADWORDS.length);
      for (const pair of forms) expect(pair.some((form) => found.includes(form as string))).toBe(true);
    },
  );

  test.each([
    ['articles.ris', toRis(KEPT), (text: string) => new Cite(text).data.length],
    ['articles.csl.json', toCslJson(KEPT), (text: string) => new Cite(JSON.parse(text)).data.length],
  ])('%s is what is written, and another reader finds every article', async (name, text, read) => {
    await expect(text).toMatchFileSnapshot(FOLDER + name);
    expect(read(text)).toBe(ARTICLES.size);
  });

  test('citations.txt has each occurrence in both styles', async () => {
    const lines = KEPT.flatMap(({ occurrences }) => occurrences).flatMap((o) => [
      cite(o, 'chicago'),
      cite(o, 'gbt7714'),
    ]);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`${FOLDER}citations.txt`);
  });
});
