import { describe, expect, test } from 'vitest';
import { toPleco } from '@/utils/glossary/formats/pleco';
import { draftsOf } from '@/utils/glossary/formats/rows';
import { readTable } from '@/utils/glossary/formats/table';
import { createTerm, editTerm } from '@/utils/glossary/record';
import { newTerm } from './records';

const AT = '2026-03-05T01:00:00.000Z';
const said = (text: string) =>
  draftsOf(readTable(text)).drafts.map(({ headword, hant, reading, rendering, senses, note, tags }) => ({
    headword,
    hant,
    reading,
    rendering,
    senses,
    note,
    tags,
  }));
const NOTHING = { hant: '', reading: '', rendering: '', senses: [], note: '', tags: [] };

describe('Pleco', () => {
  const term = editTerm(
    createTerm(newTerm(), AT),
    { rendering: 'chain leader', note: 'a\tnote\nin two lines' },
    AT,
  );
  const line = `链长制[鏈長制]\tlian4zhang3zhi4\tchain leader\uEAB1chain chief system\uEAB1a senior official answers for each supply chain\uEAB1a note\uEAB1in two lines\r\n`;

  test('one line each, with its own sign for a line break', () => {
    expect(toPleco([term])).toBe(line);
    const one = createTerm(newTerm({ hans: '网格员', hant: '网格员', reading: 'wang3 ge2 yuan2' }), AT);
    expect(toPleco([one])).toMatch(/^网格员\twang3ge2yuan2\t/);
  });

  test('is read back, headings passed over', () => {
    const table = readTable(`//Party press\r\n${line}云岭\tYun2 ling3\tYunling\r\n`);
    expect(table.kind).toBe('pleco');
    expect(table.lines).toEqual([2, 3]);
    const [first, second] = draftsOf(table).drafts;
    expect(first).toMatchObject({
      headword: '链长制',
      hans: '链长制',
      hant: '鏈長制',
      reading: 'lian4zhang3zhi4',
    });
    expect(first?.senses[0]).toMatch(/^chain leader\nchain chief system\n/);
    expect(second).toMatchObject({ headword: '云岭', hant: '', senses: ['Yunling'] });
  });
});

test('the word list of Zhongwen', () => {
  const text =
    '链长制\t鏈長制\tliàn zhǎng zhì\tchain chief system\t\n网格员\t網格員\twǎng gé yuán\tgrid worker\tmy note\n';
  expect(readTable(text).kind).toBe('zhongwen');
  expect(said(text)).toEqual([
    {
      ...NOTHING,
      headword: '链长制',
      hant: '鏈長制',
      reading: 'liàn zhǎng zhì',
      senses: ['chain chief system'],
    },
    {
      ...NOTHING,
      headword: '网格员',
      hant: '網格員',
      reading: 'wǎng gé yuán',
      senses: ['grid worker'],
      note: 'my note',
    },
  ]);
});

describe('notes that Anki exported as text', () => {
  test('with named columns, HTML and tags', () => {
    const text =
      '#separator:tab\n#html:true\n#columns:Headword\tTranslation\tNotes\tTags\n#tags column:4\n' +
      '<b>链长制</b>\tchain &amp; chief\t"one<br>two ""quoted"""\ta b\n';
    const table = readTable(text);
    expect(table.kind).toBe('anki');
    expect(table.lines).toEqual([5]);
    expect(said(text)).toEqual([
      {
        ...NOTHING,
        headword: '链长制',
        rendering: 'chain & chief',
        note: 'one\ntwo "quoted"',
        tags: ['a', 'b'],
      },
    ]);
  });

  test('without names somebody has to say what the columns are', () => {
    const table = readTable('#separator:Semicolon\n#html:false\n链长制;<b>;x\n');
    expect(table.columns).toEqual([null, null, null]);
    expect(table.rows).toEqual([['链长制', '<b>', 'x']]);
    const { drafts } = draftsOf(table, ['headword', 'rendering', null]);
    expect(drafts[0]).toMatchObject({ headword: '链长制', rendering: '<b>' });
  });
});

test('rows under names that are not known keep them, for somebody to say what they are', () => {
  const table = readTable('Begriff,Übersetzung\n链长制,Kettenchef\n');
  expect(table.columns).toEqual([null, null]);
  const { drafts, refused } = draftsOf(table, ['headword', 'rendering']);
  expect(drafts).toHaveLength(1);
  expect(refused).toEqual([{ line: 1, reason: 'not_chinese', value: 'Begriff' }]);
});

test('one headword on each line', () => {
  const table = readTable('链长制\n网格员\n');
  expect(draftsOf(table, ['headword']).drafts.map(({ headword }) => headword)).toEqual(['链长制', '网格员']);
});
