import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleBeside } from '@/utils/page/article-beside';
import { citationLine, pageCitation, sentenceAround } from '@/utils/page/citation';
import { one, parse } from './dom';

/** The sentence around the first `term` of a text. */
function around(text: string, term: string): string {
  const from = text.indexOf(term);
  const { sentence, from: start, to } = sentenceAround(text, { from, to: from + term.length });
  expect(sentence.slice(start, to)).toBe(term);
  return sentence;
}

describe('sentenceAround', () => {
  test.each<[what: string, text: string, term: string, sentence: string]>([
    ['the first', '全县召开会议。会议强调纪律。', '全县', '全县召开会议。'],
    ['one in the middle', '甲说明情况。乙谈了体会！丙作了总结？', '体会', '乙谈了体会！'],
    ['the last, without a full stop', '甲说明情况。乙谈了体会', '体会', '乙谈了体会'],
    ['white space around it is left out', '\u3000\u3000甲说明情况。 乙谈了体会。', '甲', '甲说明情况。'],
    ['two signs end one sentence', '真是这样吗？！大家都笑了。', '这样', '真是这样吗？！'],
    [
      'a full stop in a quotation ends nothing around it',
      '他说“好。我来”就走了。天黑了。',
      '走了',
      '他说“好。我来”就走了。',
    ],
    [
      'a quotation of one sentence keeps who said it',
      '李明说：“今年收成好。”张华点了点头。',
      '收成',
      '李明说：“今年收成好。”',
    ],
    [
      'after a quotation the next sentence begins',
      '李明说：“今年收成好。”张华点了点头。',
      '点头',
      '张华点了点头。',
    ],
    [
      'what is said after a quotation belongs to it',
      '“今年收成好。”李明说。张华点了点头。',
      '李明',
      '“今年收成好。”李明说。',
    ],
    [
      'in a quotation of several it is the one',
      '李明说：“今年收成好。明年会更好。大家放心。”张华点了点头。',
      '明年',
      '明年会更好。',
    ],
    [
      'quotations within quotations',
      '他念道：“文件写着‘先干。后说’四个字。我记住了。”',
      '记住',
      '我记住了。',
    ],
    ['corner brackets', '縣長說：「明年會更好。」眾人鼓掌。', '明年', '縣長說：「明年會更好。」'],
    [
      'titles and brackets',
      '《真好！》一文（见第二版。）已经发表。',
      '发表',
      '《真好！》一文（见第二版。）已经发表。',
    ],
    ['straight quotation marks', '他说"好。我来"就走了。', '走了', '他说"好。我来"就走了。'],
    ['a mark that is never closed quotes nothing', '“甲说明情况。乙谈了体会。', '体会', '乙谈了体会。'],
    ['a mark that was never opened closes nothing', '甲说明情况。”乙谈了体会。', '体会', '”乙谈了体会。'],
    [
      'semicolons do not end it',
      '一要讲纪律；二要讲规矩；三要讲实效。',
      '规矩',
      '一要讲纪律；二要讲规矩；三要讲实效。',
    ],
    ['a line ends it', '全县召开会议\n会议强调纪律。', '强调', '会议强调纪律。'],
    [
      'a break of layout does not, and is left out',
      '会议指出，要把群众满意作为第一标准。全县干部要带着感情下去，带着办法上来，对照去\n\n年清单逐项销号。',
      '销号',
      '全县干部要带着感情下去，带着办法上来，对照去年清单逐项销号。',
    ],
  ])('%s', (_, text, term, sentence) => {
    expect(around(text, term)).toBe(sentence);
  });

  test('a term that a break of layout cuts is whole in the sentence', () => {
    const text =
      '会议指出，要把群众满意作为第一标准。全县干部要带着感情下去，带着办法上来，对照去\n年清单逐项销号。';
    const from = text.indexOf('去\n年');
    const { sentence, from: start, to } = sentenceAround(text, { from, to: from + 3 });
    expect(sentence.slice(start, to)).toBe('去年');
  });

  test('text without a full stop is cut at commas', () => {
    const text = '发展产业，'.repeat(1000);
    const { sentence } = sentenceAround(text, { from: 2500, to: 2502 });
    expect(sentence).toBe('发展产业，');
  });

  test('a list of semicolons that is too long gives its part', () => {
    const text = `${'推进甲项工作，落实乙项任务；'.repeat(60)}完。`;
    const from = text.indexOf('乙项', 300);
    expect(sentenceAround(text, { from, to: from + 2 }).sentence).toBe('推进甲项工作，落实乙项任务；');
  });

  test('throws where the stretch is not in the text', () => {
    expect(() => sentenceAround('甲乙', { from: 1, to: 3 })).toThrow(
      '1 to 3 was asked for in a text of 2 UTF-16 units.',
    );
  });

  test('always holds the stretch, and is part of the text', () => {
    const text = fc.string({
      unit: fc.constantFrom('甲', '乙', '。', '！', '“', '”', '「', '」', '"', '；', '\n', '\u3000', '：'),
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, a, b) => {
        const [from, to] = [a % whole.length, b % whole.length].sort((x, y) => x - y) as [number, number];
        const { sentence, from: start, to: end } = sentenceAround(whole, { from, to: to + 1 });
        const lines = (each: string) => each.replace(/\s/g, '');
        expect(lines(sentence.slice(start, end))).toBe(lines(whole.slice(from, to + 1)));
        expect(lines(whole)).toContain(lines(sentence));
      }),
    );
  });
});

describe('pageCitation', () => {
  const document = parse(
    '<title> 青石日报 </title><p>正文</p>',
    'https://paper.example/2026-11/24/content_1.htm?page=2',
  );

  test('cites the article by the address of the page read', () => {
    const article = {
      root: document.body,
      blocks: [],
      title: '青石县召开会议',
      date: '2026-11-24',
      source: '青石日报',
      byline: '林远',
      page: '第01版：要闻',
    };
    expect(pageCitation(article, document)).toEqual({
      headline: '青石县召开会议',
      source: '青石日报',
      date: '2026-11-24',
      byline: '林远',
      page: '第01版：要闻',
      url: 'https://paper.example/2026-11/24/content_1.htm?page=2',
    });
    expect(citationLine(pageCitation(article, document))).toBe(
      '林远，《青石县召开会议》，青石日报，2026-11-24，第01版：要闻，https://paper.example/2026-11/24/content_1.htm?page=2',
    );
  });

  test('without an article the page itself is cited', () => {
    expect(citationLine(pageCitation(null, document))).toBe(
      '《青石日报》，https://paper.example/2026-11/24/content_1.htm?page=2',
    );
  });

  test.each<[what: string, address: string, links: string, part: string]>([
    ['a part by its name', 'a/content_17_2.html', '<a href="content_17.html">1</a>', '第2页'],
    ['a part by its query', 'a/17.html?page=3', '<a href="17.html?page=2">上一页</a>', '第3页'],
    ['the first part', 'a/content_17.html', '<a href="content_17_2.html">下一页</a>', ''],
    ['a number that is no part', 'a/content_17_2.html', '<a href="content_17_3.html">另一篇报道</a>', ''],
    ['a page of an e-paper', 'a/node_20241120_2-04.html', '<a href="node_20241120_2-05.html">下一版</a>', ''],
  ])('names %s', (_, address, links, part) => {
    const page = parse(`<p>正文</p>${links}`, `https://paper.example/${address}`);
    const article = { root: page.body, blocks: [], title: '题', date: '', source: '', byline: '', page: '' };
    expect(pageCitation(article, page).page).toBe(part);
    expect(pageCitation({ ...article, page: '第04版' }, page).page).toBe('第04版');
  });
});

describe('articleBeside', () => {
  const article = (title: string, text: string) =>
    `<div class="post"><h2>${title}</h2><p class="info">2024-11-20 09:30 来源：东陵日报 作者：林远</p><div class="text"><p>${text}</p></div></div>`;
  const beside = (html: string) => {
    const page = parse(html);
    return articleBeside(one(page, '.text'), one(page, '#here'));
  };

  test('tells the article that follows the page’s own', () => {
    const second = article('石桥夜话', '<b id="here">夜话</b>开到第三年。');
    expect(beside(article('一盏灯', '居民坐着。') + second)).toEqual({
      headline: '石桥夜话',
      date: '2024-11-20 09:30',
      source: '东陵日报',
      byline: '林远',
    });
  });

  test.each([
    ['of another kind', '<div class="more"><h2>更多</h2><p id="here">夜话</p></div>'],
    ['without a headline', '<div class="post"><p id="here">夜话</p></div>'],
    ['above its headline', '<div class="post"><p id="here">夜话</p><h2>题目</h2></div>'],
  ])('takes nothing for one that is %s', (_, html) => {
    expect(beside(article('一盏灯', '居民坐着。') + html)).toBeNull();
  });

  test('the page’s own article is not beside itself', () => {
    expect(beside(article('一盏灯', '<b id="here">居民</b>坐着。'))).toBeNull();
  });
});
