import { describe, expect, test } from 'vitest';
import { analyze } from '@/utils/lang/analysis';
import { englishNumber, readArabic, readChinese } from '@/utils/lang/number';
import { builtEngine } from '../engine';

const engine = builtEngine();
/** The quantities of a text: as written, what they say, how they are read. */
const quantities = (text: string) => {
  const { blocks, entries } = analyze([text], engine);
  return (blocks[0]?.quantities ?? []).map(({ from, to, entries: [index], reading }) => {
    const entry = entries[index ?? -1];
    return { met: text.slice(from, to), gloss: entry?.senses[0], reading, entry };
  });
};

describe('quantities in a sentence', () => {
  test.each([
    ['全镇投资2.8亿元。', '2.8亿元', '280 million yuan'],
    ['产值达到1.2万亿元。', '1.2万亿元', '1.2 trillion yuan'],
    ['来了3万人。', '3万人', '30,000 people'],
    ['带动500多万户增收', '500多万户', 'over 5 million households'],
    ['一万多名干部', '一万多', 'over 10,000'],
    ['四成为年轻人', '四成', '40 percent'],
    ['吸引游客1,234.5万人次', '1,234.5万人次', '12.345 million visits (each time that one person comes)'],
    ['全县四成以上的村', '四成', '40 percent'],
    ['占两成半的农户', '两成半', '25 percent'],
    ['产量同比增长1.5倍', '1.5倍', 'up by 150 percent, that is to 2.5 times as much'],
    ['产量增加了两倍', '两倍', 'up by 200 percent, that is to 3 times as much'],
    ['产量增长到1.5倍', '1.5倍', '1.5 times'],
    ['产量是去年的3倍', '3倍', '3 times'],
    ['提高2.5个百分点', '2.5个百分点', '2.5 percentage points'],
    ['下调25个基点', '25个基点', '25 basis points (0.25 percentage points)'],
    ['占全县的21.5%', '21.5%', '21.5 percent'],
    ['占全县的百分之三点五', '百分之三点五', '3.5 percent'],
    ['9月3日开工', '9月3日', '3 September'],
    ['2026年9月3日开工', '2026年9月3日', 'Thursday 3 September 2026'],
    ['二〇二六年九月三日', '二〇二六年九月三日', 'Thursday 3 September 2026'],
    ['二〇二六年以来', '二〇二六年', 'the year 2026'],
    ['9月上旬完工', '9月上旬', 'the first ten days of September'],
    ['2026年3月底完工', '2026年3月底', 'the end of March 2026'],
    ['流转土地3万亩', '3万亩', '30,000 mu = 2,000 hectares'],
    ['绿化了100亩', '100亩', '100 mu = about 6.67 hectares'],
    ['收了五十斤', '五十斤', '50 jin = 25 kg'],
    ['数十万群众', '数十万', 'hundreds of thousands'],
    ['一百余户人家', '一百余户', 'over 100 households'],
    ['共12345件', '12345', '12,345'],
    [
      '腊月廿三那天',
      '腊月廿三',
      'lunar calendar: 23rd day of the 12th month (the Little New Year in the north)',
    ],
    ['农历八月初二', '农历八月初二', 'lunar calendar: 2nd day of the 8th month'],
    [
      '2026年农历正月十五',
      '2026年农历正月十五',
      'lunar calendar: 15th day of the 1st month (the Lantern Festival, Tuesday 3 March 2026)',
    ],
    ['產值1.2萬億元', '1.2萬億元', '1.2 trillion yuan'],
    ['約３萬畝', '３萬畝', '30,000 mu = 2,000 hectares'],
    ['增长13.5％', '13.5％', '13.5 percent'],
  ])('%s: %s is %s', (text, met, gloss) => {
    expect(quantities(text)).toMatchObject([{ met, gloss }]);
  });

  test.each([
    '“十四五”时期',
    '党的二十大报告',
    '千万不要',
    '万一下雨',
    '十一长假',
    '一成不变',
    '两手抓',
    '共有8人',
    '2月30日',
    '三分之一',
    'GDP2023',
    '5G网络',
    '一二三四',
    '第二十届',
    '成为主力',
    '1.2.3',
  ])('none in %s', (text) => {
    expect(quantities(text)).toEqual([]);
  });

  test('are read aloud, digits too', () => {
    const read = (text: string) => quantities(text)[0]?.reading;
    expect(read('投资2.8亿元')).toBe('er4 dian3 ba1 yi4 yuan2');
    expect(read('2026年')).toBe('er4 ling2 er4 liu4 nian2');
    expect(read('2亿人')).toBe('liang3 yi4 ren2');
    expect(read('占35%')).toBe('bai3 fen1 zhi1 san1 shi2 wu3');
    expect(read('1050万元')).toBe('yi1 qian1 ling2 wu3 shi2 wan4 yuan2');
  });

  test('have the forms of both scripts', () => {
    expect(quantities('农历八月初二')[0]?.entry).toMatchObject({
      headword: '农历八月初二',
      variant: '農曆八月初二',
    });
    expect(quantities('3萬畝')[0]?.entry).toMatchObject({ headword: '3万亩', variant: '3萬畝' });
    expect(quantities('五里路')[0]?.entry).toMatchObject({ headword: '五里', variant: '五里' });
  });

  test('reach over a column break', () => {
    expect(quantities('投资2.8亿\n\n元，')[0]?.gloss).toBe('280 million yuan');
  });
});

describe('numbers', () => {
  test.each([
    ['三百五十', 350],
    ['一百零五', 105],
    ['二〇二六', 2026],
    ['一万二', 12_000],
    ['三百五', 350],
    ['十五', 15],
    ['两千零二十六', 2026],
    ['一千三百万', 13_000_000],
    ['三万亿', 3e12],
    ['两亿三千万', 230_000_000],
    ['十四五', null],
    ['一二', null],
    ['百万', null],
    ['三十二十', null],
  ])('%s is %d', (text, value) => {
    expect(readChinese(text)).toBe(value);
  });

  test.each([
    ['2.8亿', '280 million'],
    ['1.2万亿', '1.2 trillion'],
    ['1,234', '1,234'],
    ['3万', '30,000'],
    ['3千亿', '300 billion'],
    ['1.23456789亿', '123,456,789'],
    ['0.5', '0.5'],
    ['0.1万', '1,000'],
  ])('%s is %s', (text, english) => {
    expect(englishNumber(readArabic(text) as NonNullable<ReturnType<typeof readArabic>>)).toBe(english);
  });
});
