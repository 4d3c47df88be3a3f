/** One place to point at and what must come back. */
export interface PointingCase {
  what: string;
  html: string;
  /** The character pointed at: the first text that begins with this string, its first character. */
  at: string;
  /** Where in the character's box, as shares of its width and height; the middle unless stated. */
  in?: [x: number, y: number];
  /** The point itself instead, in CSS pixels. */
  point?: [x: number, y: number];
  /** The block that must be found, with the character in brackets; `null` where nothing may be found. */
  finds: string | null;
  /** Done in the page before. */
  before?: string;
}

const both = (
  what: string,
  html: string,
  at: string,
  finds: string,
  more: Partial<PointingCase> = {},
): PointingCase[] => [
  { what: `${what}: left half`, html, at, in: [0.15, 0.5], finds, ...more },
  { what: `${what}: right half`, html, at, in: [0.85, 0.5], finds, ...more },
];
const one = (
  what: string,
  html: string,
  at: string,
  finds: string | null,
  more: Partial<PointingCase> = {},
): PointingCase => ({
  what,
  html,
  at,
  finds,
  ...more,
});

/** Two lines of ten characters. */
const TWO_LINES = '<p style="width:10em;margin:20px">青石县召开农田水利建设会议部署下一步</p>';

/** All Chinese is 20 pixels large; every page is 1000 by 700 pixels. */
export const POINTING_CASES: readonly PointingCase[] = [
  // Halves of a glyph, ends of a line.
  ...both('a character in the middle', '<p>青石县农业</p>', '县', '青石[县]农业'),
  ...both('the first character', '<p>青石县</p>', '青', '[青]石县'),
  ...both('the last character', '<p>青石县</p>', '县', '青石[县]'),
  ...both('the last character of a line', TWO_LINES, '利', '青石县召开农田水[利]建设会议部署下一步'),
  ...both('the first character of a line', TWO_LINES, '建', '青石县召开农田水利[建]设会议部署下一步'),
  one('the top of a glyph', '<p>青石县</p>', '石', '青[石]县', { in: [0.5, 0.05] }),
  one('the bottom of a glyph', '<p>青石县</p>', '石', '青[石]县', { in: [0.5, 0.95] }),
  one('right of the end of a line', '<p>青石县</p>', '县', null, { in: [2, 0.5] }),
  one('below the text', '<p style="height:100px">青石县</p>', '县', null, { in: [0.5, 2.5] }),
  one('left of the text', '<p style="margin-left:100px">青石县</p>', '青', null, { in: [-1.5, 0.5] }),
  one(
    'between two lines that stand wide',
    '<p style="line-height:4;width:5em">青石县农业水利</p>',
    '青',
    null,
    { in: [0.5, 1.9] },
  ),
  ...both('letter-spacing', '<p style="letter-spacing:1em">青石县</p>', '石', '青[石]县'),
  one('narrow spacing', '<p style="letter-spacing:-2px">青石县</p>', '石', '青[石]县'),
  one(
    'justified text',
    '<p style="width:190px;text-align:justify">青石县 农业局 水利站 新港村 老街</p>',
    '水',
    '青石县 农业局 [水]利站 新港村 老街',
  ),
  ...both('a character of two units', '<p>青𠮷县</p>', '𠮷', '青[𠮷]县'),
  one('a full-width form', '<p>５Ｇ网络</p>', 'Ｇ', '５[Ｇ]网络'),
  one('Latin in Chinese', '<p>推广ABC技术</p>', '技', '推广ABC[技]术'),
  one('punctuation', '<p>会议，强调</p>', '，', '会议[，]强调'),

  // Words over borders.
  one('an inline element', '<p>推行<b>河长</b>制</p>', '长', '推行河[长]制'),
  one('after an inline element', '<p>推行<b>河长</b>制</p>', '制', '推行河长[制]'),
  one('nested inline elements', '<p>推<i>行<b>河<u>长</u></b></i>制</p>', '长', '推行河[长]制'),
  one('a line break in the page', '<p>青石县<br>人民政府</p>', '人', '青石县\n[人]民政府'),
  one('before a line break', '<p>青石县<br>人民政府</p>', '县', '青石[县]\n人民政府'),
  one('a place to break', '<p>石<wbr>桥</p>', '桥', '石[桥]'),
  one(
    'a column break of a paper',
    '<p>会议指出，要把群众满意作为第一标准。全县干部要带着感情下去，带着办法上来，对照去</p><p>年清单逐项销号。</p>',
    '年',
    '会议指出，要把群众满意作为第一标准。全县干部要带着感情下去，带着办法上来，对照去\n[年]清单逐项销号。',
  ),
  one('the next paragraph', '<p>第一段。</p><p>第二段。</p>', '二', '第[二]段。'),
  one(
    'a drop cap',
    '<p><span style="float:left;font-size:60px">青</span>石县召开会议</p>',
    '石',
    '青[石]县召开会议',
  ),
  one(
    'the drop cap itself',
    '<p><span style="float:left;font-size:60px">青</span>石县召开会议</p>',
    '青',
    '[青]石县召开会议',
  ),
  one(
    'a drop cap by style',
    '<style>p::first-letter{font-size:60px;float:left}</style><p>青石县召开会议</p>',
    '青',
    '[青]石县召开会议',
  ),

  // Things of the page.
  one('a link', '<p>见<a href="#">河长制</a>一文</p>', '长', '见河[长]制一文'),
  one('a link as a block', '<a href="#" style="display:block">河长制</a>', '长', '河[长]制'),
  one('a button', '<button>关注青石</button>', '青', '关注[青]石'),
  one('a table cell', '<table border><tr><td>石桥</td><td>新港</td></tr></table>', '港', '新[港]'),
  one('a list item', '<ul><li>要闻</li><li>民生</li></ul>', '民', '[民]生'),
  one('a heading', '<h1>青石要闻</h1>', '要', '青石[要]闻'),
  one(
    'a caption',
    '<figure><img alt="" width=50 height=50><figcaption>图为石桥</figcaption></figure>',
    '石',
    '图为[石]桥',
  ),
  one('summary of a closed part', '<details><summary>详情</summary>正文</details>', '情', '详[情]'),
  one('a part that was opened', '<details open><summary>详情</summary>正文</details>', '正', '[正]文'),
  one('text kept as written', '<pre>青石县\n新港</pre>', '新', '青石县\n[新]港'),
  one('code', '<p>见<code>青石</code>变量</p>', '石', '见青[石]变量'),
  one('the base of ruby', '<p><ruby>青<rt>qīng</rt>石<rt>shí</rt></ruby>县</p>', '石', '青[石]县'),
  one('the annotation of ruby', '<p><ruby>青<rt style="font-size:20px">注音</rt></ruby>县</p>', '注', null),
  one(
    'text in a picture',
    '<svg width=300 height=60><text x=10 y=40 font-size=20>青石县</text></svg>',
    '石',
    '青[石]县',
  ),

  // What is not seen.
  one('hidden by visibility', '<p>青<span style="visibility:hidden">石</span>县</p>', '石', null),
  one('fully transparent', '<p style="opacity:0">青石县</p>', '石', null),
  one(
    'cut off',
    '<div style="width:2em;height:1.2em;overflow:hidden;white-space:nowrap;line-height:1.2">青石县农业</div>',
    '农',
    null,
  ),
  one(
    'scrolled out of its box',
    '<div id="s" style="height:30px;overflow:auto;line-height:30px"><p style="margin:0">第一行</p><p style="margin:0">第二行</p></div>',
    '第一',
    null,
    { before: 'document.querySelector("#s").scrollTop = 30', in: [0.5, 0.5] },
  ),
  one('clipped', '<p style="clip-path:inset(0 3em 0 0);width:5em">青石县农业</p>', '业', null),
  one(
    'under a picture',
    '<div style="position:relative"><p style="margin:0">青石县</p><img alt="" width=200 height=60 style="position:absolute;left:0;top:0;background:#ccc"></div>',
    '石',
    null,
  ),
  one(
    'under an opaque box',
    '<div style="position:relative"><p style="margin:0">青石县</p><div style="position:absolute;inset:0;background:#fff"></div></div>',
    '石',
    null,
  ),
  one(
    'under a box with text',
    '<div style="position:relative"><p style="margin:0">青石县</p><div style="position:absolute;left:0;top:0;background:#fff">新港镇</div></div>',
    '新',
    '[新]港镇',
  ),

  // What lies over.
  one(
    'under a transparent overlay',
    '<div style="position:relative"><p style="margin:0">青石县</p><a href="#" style="position:absolute;inset:0"></a></div>',
    '石',
    '青[石]县',
  ),
  one(
    'under several overlays',
    '<div style="position:relative"><p style="margin:0">青石县</p><div style="position:absolute;inset:0"></div><div style="position:absolute;inset:0"></div></div>',
    '县',
    '青石[县]',
  ),
  one(
    'the second line under an overlay',
    `<div style="position:relative">${TWO_LINES}<div style="position:absolute;inset:0"></div></div>`,
    '设',
    '青石县召开农田水利建[设]会议部署下一步',
  ),
  one(
    'over a picture',
    '<div style="position:relative"><img alt="" width=200 height=60 style="background:#ccc"><p style="position:absolute;left:0;top:0;margin:0">青石县</p></div>',
    '石',
    '青[石]县',
  ),
  one(
    'in a layer that lets clicks through',
    '<div style="position:relative"><img alt="" width=200 height=60 style="background:#ccc"><p style="position:absolute;left:0;top:0;margin:0;pointer-events:none">青石县</p></div>',
    '石',
    '青[石]县',
  ),
  one('that cannot be selected', '<p style="user-select:none">青石县</p>', '石', '青[石]县'),
  one(
    'a part that cannot be selected',
    '<p>青<span style="user-select:none">石桥</span>县</p>',
    '桥',
    '青石[桥]县',
  ),
  one(
    'invisible letters over a scan',
    '<div style="position:relative"><canvas width=200 height=60></canvas><span style="position:absolute;left:0;top:0;color:transparent">青石县</span></div>',
    '石',
    '青[石]县',
  ),
  one('a modal dialog', '<p>外面</p><dialog>青石县</dialog>', '石', '青[石]县', {
    before: 'document.querySelector("dialog").showModal()',
  }),
  one('a popover', '<div popover id="o">青石县</div>', '石', '青[石]县', {
    before: 'document.querySelector("#o").showPopover()',
  }),
  one('a fixed bar', '<div style="position:fixed;bottom:0">青石县</div>', '石', '青[石]县'),

  // Layout.
  one(
    'columns',
    '<div style="columns:2;width:12em;height:3.6em;column-fill:auto;line-height:1.2">青石县召开农田水利建设会议部署下一步工作</div>',
    '署',
    '青石县召开农田水利建设会议部[署]下一步工作',
  ),
  ...both(
    'turned a little',
    '<p style="transform:rotate(8deg);transform-origin:0 0;width:10em;margin:40px">青石县农业</p>',
    '县',
    '青石[县]农业',
  ),
  ...both(
    'made larger',
    '<p style="transform:scale(1.7);transform-origin:0 0">青石县农业</p>',
    '县',
    '青石[县]农业',
  ),
  ...both('zoomed', '<p style="zoom:1.5">青石县农业</p>', '县', '青石[县]农业'),
  one(
    'vertical writing: upper half',
    '<p style="writing-mode:vertical-rl;height:10em">青石县农业</p>',
    '县',
    '青石[县]农业',
    { in: [0.5, 0.15] },
  ),
  one(
    'vertical writing: lower half',
    '<p style="writing-mode:vertical-rl;height:10em">青石县农业</p>',
    '县',
    '青石[县]农业',
    { in: [0.5, 0.85] },
  ),
  one(
    'vertical writing: the second line',
    '<p style="writing-mode:vertical-rl;height:3em">青石县农业局</p>',
    '业',
    '青石县农[业]局',
  ),
  ...both('right-to-left surroundings', '<p dir="rtl">青石县</p>', '石', '青[石]县'),
  one('between words from right to left', '<p dir="rtl">مرحبا 青石县 سلام</p>', '石', 'مرحبا 青[石]县 سلام'),
  one('a flex row', '<div style="display:flex"><span>石桥</span><span>新港</span></div>', '港', '新[港]'),
  one(
    'a grid',
    '<div style="display:grid;grid-template-columns:1fr 1fr"><span>石桥</span><span>新港</span></div>',
    '港',
    '新[港]',
  ),
  one(
    'an inline-block in a sentence',
    '<p>推行<span style="display:inline-block">河长</span>制</p>',
    '制',
    '推行河长[制]',
  ),
  one('a span set as a line', '<p>题目<span style="display:block">正文</span></p>', '正', '[正]文'),
  one('raised text', '<p>面积<sup>注</sup>扩大</p>', '注', '面积[注]扩大'),
  one('a scrolled page', '<div style="height:2000px"></div><p>青石县</p>', '石', '青[石]县', {
    before: 'document.querySelector("p").scrollIntoView()',
  }),

  // Texts of their own.
  one('a text being edited', '<div contenteditable>青石县</div>', '石', '青[石]县'),
  one('Japanese', '<p lang="ja">国会の県</p>', '会', null),
  one('Korean', '<p>정부 漢字 발표</p>', '字', null),
  one('English', '<p>Growth</p>', 'w', null),
  one('Chinese in a Japanese page', '<div lang="ja"><p lang="zh-CN">国会</p></div>', '会', '国[会]'),
  one('an open shadow root', '<div id="h"></div>', '石', '青[石]县', {
    before: 'document.querySelector("#h").attachShadow({mode:"open"}).innerHTML = "<p>青<b>石</b>县</p>"',
  }),
  one('nested shadow roots', '<div id="h"></div>', '石', '青[石]县', {
    before:
      'const a = document.querySelector("#h").attachShadow({mode:"open"}); a.innerHTML = "<p><i></i></p>"; const i = document.createElement("div"); a.querySelector("p").append(i); i.attachShadow({mode:"open"}).innerHTML = "青石县"',
  }),
  one('a slot', '<div id="h">石桥</div>', '石', '在[石]桥镇', {
    before: 'document.querySelector("#h").attachShadow({mode:"open"}).innerHTML = "<p>在<slot></slot>镇</p>"',
  }),
  one('an empty place', '<p>青石县</p>', '石', null, { point: [500, 600] }),
  one('outside the window', '<p>青石县</p>', '石', null, { point: [-5, 20] }),
];
