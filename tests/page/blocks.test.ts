import { describe, expect, it, test } from 'vitest';
import { blockAround, blocksOf, isChinese } from '@/utils/page/blocks';
import { one, parse, textWith } from './dom';

const textsOf = (html: string) => blocksOf(parse(html).body).map(({ text }) => text);

describe('blocksOf', () => {
  test.each<[what: string, html: string, texts: string[]]>([
    ['inline elements do not end a block', '<p>推行<b>河<i>长</i></b>制。</p>', ['推行河长制。']],
    ['a line break is one line feed', '<p>青石县<br>人民政府</p>', ['青石县\n人民政府']],
    ['an empty line ends it', '<div>第一段。<br><br>第二段。</div>', ['第一段。', '第二段。']],
    [
      'white space between the two breaks is no text',
      '<div>第一段。<br> \n <br>第二段。</div>',
      ['第一段。', '第二段。'],
    ],
    ['paragraphs are apart', '<p>第一段。</p><p>第二段。</p>', ['第一段。', '第二段。']],
    ['text around a paragraph is apart', '<div>前文<p>正文</p>后文</div>', ['前文', '正文', '后文']],
    ['cells are apart', '<table><tr><td>石桥</td><td>新港</td></tr></table>', ['石桥', '新港']],
    ['list items are apart', '<ul><li>要闻</li><li>民生</li></ul>', ['要闻', '民生']],
    [
      'ruby annotation is no text',
      '<p><ruby>青<rt>qīng</rt>石<rp>(</rp><rt>shí</rt></ruby>县</p>',
      ['青石县'],
    ],
    [
      'scripts and styles are no text',
      '<p>甲<script>1</script><style>a{}</style><noscript>2</noscript>乙</p>',
      ['甲乙'],
    ],
    [
      'hidden elements are no text',
      '<p>甲<span hidden>乙</span><span style="color:red; display:none">丙</span>丁</p>',
      ['甲丁'],
    ],
    ['styles may set a line apart', '<p>甲<span style="display:block">乙</span>丙</p>', ['甲', '乙', '丙']],
    ['styles may keep a box in the line', '<div>甲<div style="display:inline">乙</div>丙</div>', ['甲乙丙']],
    ['a place to break is no break', '<p>石<wbr>桥</p>', ['石桥']],
    ['a picture parts words', '<p>石桥<img src="a.png">新港</p>', ['石桥 新港']],
    ['buttons are texts of their own', '<p>石桥<button>关注</button>新港</p>', ['石桥', '关注', '新港']],
    ['form fields are no text of the page', '<p>石桥<textarea>草稿</textarea></p>', ['石桥']],
    ['options are apart', '<select><option>甲</option><option>乙</option></select>', ['甲', '乙']],
    ['white space is folded', '<p>  石桥 \t\n  Bridge   2 \n</p>', ['石桥 Bridge 2']],
    ['a line feed between Chinese characters is nothing', '<p>人民\n    银行</p>', ['人民银行']],
    ['also between elements', '<p><b>人民</b>\n<b>银行</b></p>', ['人民银行']],
    ['a space between Chinese characters stays', '<p>李 明</p>', ['李 明']],
    [
      'full-width and no-break spaces stay',
      '<p>\u3000\u3000石桥\u00a0新港</p>',
      ['\u3000\u3000石桥\u00a0新港'],
    ],
    ['invisible characters are left out', '<p>石\u200b桥\u00ad新\u2060港\ufeff</p>', ['石桥新港']],
    ['kept lines stay', '<pre>石桥\n新港</pre>', ['石桥\n新港']],
    ['an empty kept line ends a block', '<pre>石桥\n\n新港</pre>', ['石桥', '新港']],
    ['custom elements are in the line', '<p>石<x-mark>桥</x-mark></p>', ['石桥']],
    ['comments are nothing', '<p>石<!-- 注 -->桥</p>', ['石桥']],
    ['a page without text', '<p> \n </p><img src="a.png">', []],
  ])('%s', (_, html, texts) => {
    expect(textsOf(html)).toEqual(texts);
  });

  test('goes through open shadow roots and slots', () => {
    const document = parse('<div id="host">里面<b slot="last">末尾</b></div>');
    one(document, '#host').attachShadow({ mode: 'open' }).innerHTML =
      '<p>题目</p><p>正文：<slot></slot></p><p><slot name="last"></slot></p><slot name="none">缺省</slot>';
    // Without a layout engine a slot stays in the line, as it does in a browser.
    expect(blocksOf(document.body).map(({ text }) => text)).toEqual(['题目', '正文：里面', '末尾', '缺省']);
  });

  test('joins paragraphs that are cut by a column of the paper', () => {
    const [first, ...rest] = textsOf(
      '<p>会议指出，要把群众满意作为第一标准。全县干部要带着感情下去，带着办法上来，对照去</p><p>年清单逐项销号。</p><p>会后，代表们参观了展馆。</p>',
    );
    expect(first).toBe(
      '会议指出，要把群众满意作为第一标准。全县干部要带着感情下去，带着办法上来，对照去\n年清单逐项销号。',
    );
    expect(rest).toEqual(['会后，代表们参观了展馆。']);
  });

  test('an indent or a caption begins a paragraph', () => {
    expect(
      textsOf(
        '<p>我县召开动员大会。会议强调，全体干部要坚决落实责任，把任务分解到人，不留空白</p><p>\u3000\u3000另据了解。</p>',
      ),
    ).toHaveLength(2);
    expect(
      textsOf('<p>十一月三日，石桥镇农民在田间收割晚稻。本报记者 林远摄</p><p>连日来，天气晴好。</p>'),
    ).toHaveLength(2);
  });

  test('shows the source of what is shown in another script', () => {
    const document = parse('<p>發展</p>');
    const [block] = blocksOf(document.body, { sourceOf: () => '发展' });
    expect(block?.text).toBe('发展');
    expect(block?.isCurrent(() => '发展')).toBe(true);
    expect(block?.isCurrent()).toBe(false);
  });
});

describe('blockAround', () => {
  it('finds the run around a node, wherever in it the node stands', () => {
    const document = parse('<div><p>前</p>推行<b>河长</b>制，<br>夯实<i>基</i>础<p>后</p></div>');
    for (const piece of ['推行', '河长', '制，', '夯实', '基', '础'])
      expect(blockAround(textWith(document, piece))?.text, piece).toBe('推行河长制，\n夯实基础');
  });

  it('stops at an empty line', () => {
    const document = parse('<div>甲<br><br>乙<b>丙</b><br><br>丁</div>');
    expect(blockAround(textWith(document, '丙'))?.text).toBe('乙丙');
    expect(blockAround(textWith(document, '丁'))?.text).toBe('丁');
  });

  it('tells the blocks of one node apart by the offset', () => {
    const document = parse('<pre>石桥\n\n新港</pre>');
    const node = textWith(document, '石桥');
    expect(blockAround(node)?.text).toBe('石桥');
    expect(blockAround(node, { offset: 5 })?.text).toBe('新港');
  });

  it('begins with the first piece of a paragraph cut by columns', () => {
    const document = parse(
      '<p>会议指出，要把群众满意作为第一标准。全县干部要带着感情下去，带着办法上来，对照去</p><p>年清单逐项销号。</p>',
    );
    expect(blockAround(textWith(document, '年清单'))?.text).toMatch(/^会议指出.*去\n年清单逐项销号。$/s);
  });

  it.each([
    ['an annotation', '<ruby>青<rt>甲</rt></ruby>'],
    ['a hidden element', '<div style="display:none">甲</div>'],
    ['a script', '<p></p><script>甲</script>'],
    ['a text field', '<textarea>甲</textarea>'],
  ])('is null in %s', (_, html) => {
    expect(blockAround(textWith(parse(html), '甲'))).toBeNull();
  });

  it('is null for white space between blocks', () => {
    const document = parse('<p>甲</p> <p>乙</p>');
    expect(blockAround(one(document, 'p').nextSibling as Text)).toBeNull();
  });
});

describe('isChinese', () => {
  test.each<[what: string, html: string, chinese: boolean]>([
    ['Chinese', '<p>会议强调</p>', true],
    ['Chinese with Latin letters', '<p>GDP增长5%</p>', true],
    ['Latin letters alone', '<p>Growth</p>', false],
    ['Japanese by its kana', '<p>政府は新しい方針を発表した。</p>', false],
    ['Japanese by what the page states', '<div lang="ja"><p>国会中継</p></div>', false],
    ['Korean', '<p>정부는 새로운 방침을 발표했다 漢字</p>', false],
    [
      'Chinese that quotes a name in kana',
      '<p>日本动画片《となりのトトロ》上周在全国各大影院公开上映，观众反响十分热烈，票房连日走高，场场爆满。</p>',
      true,
    ],
    ['Chinese within a Japanese page', '<div lang="ja"><p lang="zh">国会</p></div>', true],
  ])('%s', (_, html, chinese) => {
    const [block] = blocksOf(parse(html).body);
    expect(block && isChinese(block)).toBe(chinese);
  });
});
