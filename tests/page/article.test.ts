import { describe, expect, test } from 'vitest';
import { type Article, findArticle } from '@/utils/page/article';
import {
  comments,
  FLASH,
  FOOTER,
  HEADLINE,
  links,
  NAVIGATION,
  PARAGRAPHS,
  page,
  paragraphs,
  teasers,
} from './article-pages';
import { parse } from './dom';

const URL = 'https://www.paper.example/yw/content_1.html';
const META =
  '<div class="info"><span>2026-11-24 09:05</span> <span>来源：青石日报</span> <span>作者：林远舟</span></div>';

interface Expected extends Partial<Omit<Article, 'root' | 'blocks'>> {
  /** The paragraphs; all of `PARAGRAPHS` unless stated. */
  body?: string[];
}

function read(html: string, url = URL) {
  const article = findArticle(parse(html, url));
  return article && { ...article, body: article.blocks.map(({ text }) => text.trim()) };
}

describe('findArticle', () => {
  test.each<[what: string, html: string, expected: Expected]>([
    [
      'a plain article page',
      page(
        `${HEADLINE}-青石网`,
        `${NAVIGATION}<h1>${HEADLINE}</h1>${META}<div id="content">${paragraphs()}</div>${links('相关新闻')}${FOOTER}`,
      ),
      { title: HEADLINE, date: '2026-11-24 09:05', source: '青石日报', byline: '林远舟' },
    ],
    [
      'headline and lines under it within the element of the body',
      page(
        `${HEADLINE}_要闻_青石网`,
        `${NAVIGATION}<div class="article"><h1>${HEADLINE}</h1><h2>现场会在石桥镇举行</h2>${META}<div class="share">分享到：<a>微信</a></div>${paragraphs()}<div class="tags"><a>水利</a><a>农田</a></div><p>责任编辑：张华</p></div>${FOOTER}`,
      ),
      { title: HEADLINE, date: '2026-11-24 09:05', source: '青石日报' },
    ],
    [
      'paragraphs in nested sections, as editors of public accounts make them',
      page(
        HEADLINE,
        `<h1 class="rich_title">${HEADLINE}</h1><div id="js_body">${PARAGRAPHS.map((text) => `<section><section style="padding:1em"><section><p><span>${text}</span></p></section></section></section>`).join('')}</div>`,
      ),
      { title: HEADLINE },
    ],
    [
      'an opening that stands in an element of its own',
      page(
        `${HEADLINE} - 20261124 - 要聞 - 每日青石報`,
        `${NAVIGATION}<h1>${HEADLINE}</h1><div class="date">2026年11月24日</div><article id="upper"><div class="txt">${paragraphs(0, 1)}</div></article><div id="lower">${paragraphs(1)}</div>${links('要聞')}`,
      ),
      { title: HEADLINE, date: '2026-11-24', source: '每日青石報' },
    ],
    [
      'a summary that stands apart from the body, which is no part of it',
      page(
        `${HEADLINE}_青石网`,
        `<h1>${HEADLINE}</h1><div class="summary"><p>青石县新修渠道九十一公里，改造泵站十四座，明年春耕前全部完工，群众得到了实惠。</p></div>${links('热点')}<div id="lower">${paragraphs()}</div>`,
      ),
      { title: HEADLINE },
    ],
    [
      'a platform that disclaims what it shows',
      page(
        `${HEADLINE}_要闻_青石新闻云`,
        `<h1>${HEADLINE}</h1><div>撰文：林远舟</div><div>出版：2026-11-24 09:05</div><div class="post_body">${paragraphs()}<p>特别声明：以上内容（如有图片或视频亦包括在内）为自媒体平台用户上传并发布，本平台仅提供信息存储服务。</p></div>`,
      ),
      { title: HEADLINE, date: '2026-11-24 09:05', byline: '林远舟', source: '青石新闻云' },
    ],
    [
      'paragraphs parted by line breaks in a table cell',
      page(
        '青石网',
        `<table><tr><td>${NAVIGATION}</td></tr><tr><td align="center"><b>${HEADLINE}</b></td></tr><tr><td align="center">发布时间：2026年11月24日 来源：青石日报</td></tr><tr><td>${PARAGRAPHS.join('<br><br>\n')}</td></tr><tr><td>${FOOTER}</td></tr></table>`,
      ),
      { title: HEADLINE, date: '2026-11-24', source: '青石日报' },
    ],
    [
      'paragraphs as divisions, with sub-headings and captions',
      page(
        HEADLINE,
        `<h2 class="title">${HEADLINE}</h2><div class="text">${PARAGRAPHS.slice(0, 3)
          .map((text) => `<div>${text}</div>`)
          .join(
            '',
          )}<h3>倒排工期抓落实</h3><div><img src="1.jpg"></div><div>图为石桥镇农民在疏通渠道。 林远舟摄</div>${PARAGRAPHS.slice(
          3,
        )
          .map((text) => `<div>${text}</div>`)
          .join('')}</div>${links('热门')}`,
      ),
      {
        title: HEADLINE,
        body: [
          ...PARAGRAPHS.slice(0, 3),
          '倒排工期抓落实',
          '图为石桥镇农民在疏通渠道。 林远舟摄',
          ...PARAGRAPHS.slice(3),
        ],
      },
    ],
    [
      'a form around the whole page, as some servers write it',
      page(
        `${HEADLINE}-青石县人民政府`,
        `<form id="aspnetForm"><div class="header-nav">${NAVIGATION}</div><h1>${HEADLINE}</h1><div>日期：2026-11-24</div><div class="con">${paragraphs()}</div>${FOOTER}</form>`,
      ),
      { title: HEADLINE, date: '2026-11-24' },
    ],
    [
      'a news flash with much longer teasers after it',
      page(
        `明起降温_青石网`,
        `${NAVIGATION}<h1>明起降温</h1>${META}<div class="detail"><p>${FLASH}</p></div><div class="recommend">${teasers(12)}</div>${FOOTER}`,
      ),
      { title: '明起降温', body: [FLASH] },
    ],
    [
      'a news flash with teasers that no name tells apart',
      page(
        `明起降温_青石网`,
        `${NAVIGATION}<h1>明起降温</h1>${META}<div class="a1"><p>${FLASH}</p></div><div class="b2">${teasers(6)}</div>${FOOTER}`,
      ),
      { title: '明起降温', body: [FLASH] },
    ],
    [
      'comments longer than the article',
      page(
        HEADLINE,
        `${NAVIGATION}<h1>${HEADLINE}</h1>${META}<div class="main-text">${paragraphs()}</div><div id="comments"><h3>网友评论</h3>${comments(40)}</div>${FOOTER}`,
      ),
      { title: HEADLINE },
    ],
    [
      'related links and notices within the body',
      page(
        HEADLINE,
        `<h1>${HEADLINE}</h1><div class="body">${paragraphs()}<p>扫描二维码，关注青石发布微信公众号</p><p><strong>相关阅读：</strong></p><p><a href="/1">柳湾村修通致富路，群众出行更方便</a></p><p><a href="/2">新港码头试运行，货物吞吐忙</a></p></div>`,
      ),
      { title: HEADLINE },
    ],
    [
      'names beside the text that mean something else here',
      page(
        HEADLINE,
        `<div class="sidebar-layout has-nav"><h1>${HEADLINE}</h1>${META}<div class="share-content">${paragraphs()}</div></div>`,
      ),
      { title: HEADLINE },
    ],
    [
      'a Taiwanese page',
      page(
        '山城水利工程動工 | 地方 | 東嶺新聞網',
        `<h1>山城水利工程動工</h1><div class="time">2026/11/24 09:05</div><div class="paragraph"><p>（東嶺通訊社記者林遠舟石橋24日電）山城水利工程今天動工，縣長表示，工程完成後可灌溉三千公頃農田，預計後年春天完工。</p><p>縣府指出，工程分三期進行，第一期將整治渠道，第二期更新水閘，第三期建置遠端監控系統，讓農民不必再半夜搶水。</p><p>當地農民說，往年乾旱時常為了用水爭執，希望工程如期完成，也盼政府訂出公平的分水辦法。</p></div><div class="moreArticle"><a href="/1">延伸閱讀：新港漁民盼疏浚</a></div>`,
      ),
      {
        title: '山城水利工程動工',
        date: '2026-11-24 09:05',
        body: [
          expect.stringContaining('縣長表示'),
          expect.stringContaining('縣府指出'),
          expect.stringContaining('當地農民'),
        ] as string[],
      },
    ],
    [
      'a headline that the title of the document does not have',
      page(
        '青石县水务局',
        `${NAVIGATION}<h5>${HEADLINE}</h5><div><div class="day">24</div><div class="year">2026年11月</div></div><div class="doc">${paragraphs()}</div>${FOOTER}`,
      ),
      { title: HEADLINE, date: '2026-11-24' },
    ],
    [
      'an article page of the older Founder e-paper',
      page(
        '青石日报·数字报',
        `<table><tr><td><map name="pagepicmap"><area href="content_1.htm"></map><table><tr><td class=px12>第01版：<strong>要闻</strong></td></tr></table><table><tr><td><a href="content_1.htm">${HEADLINE}</a></td></tr><tr><td><a href="content_2.htm">老街改造留住乡愁</a></td></tr></table></td><td><table><tr><td>2026年11月24日 星期二 出版 <a href="#">上一期</a></td></tr></table><table><tr><td class="font02">现场推进会召开</td></tr><tr><td class="font01">${HEADLINE}</td></tr><tr><td class="font02">——秋冬水利纪实</td></tr></table><div id="ozoom"><founder-content><!--enpcontent-->${paragraphs()}<!--/enpcontent--></founder-content></div><!--enpproperty <articleid>1</articleid><date>2026-11-24 00:00:00:0</date><author>林远舟</author> /enpproperty--><a href="content_2.htm">下一篇</a></td></tr></table>`,
      ),
      { title: HEADLINE, date: '2026-11-24', byline: '林远舟', page: '第01版：要闻' },
    ],
    [
      'an article page of the newer Founder e-paper',
      page(
        `${HEADLINE}--青石日报`,
        `<div class="top"><p class="date-left">2026年11月24日 星期二</p></div><p class="ban">第04版：民生</p><div class="article"><h3>现场推进会召开</h3><h1>${HEADLINE}</h1><h2>秋冬水利纪实</h2><p class="sec">本报记者　林远舟<span>《青石日报》（2026年11月24日　第 04 版）</span></p><div id="ozoom">${paragraphs()}</div></div>`,
      ),
      { title: HEADLINE, date: '2026-11-24', source: '青石日报', byline: '林远舟', page: '第04版：民生' },
    ],
    [
      'a public account, its date in a script',
      page(
        '',
        `<h1 id="activity-name">${HEADLINE}</h1><div class="rich_media_meta_list"><span><a id="js_name"> 青石发布 </a></span><em id="publish_time">昨天</em></div><div id="js_content" style="visibility:hidden">${paragraphs()}</div><script>var ct = "1795480500";</script>`,
        `<meta property="og:title" content="${HEADLINE}">`,
      ),
      { title: HEADLINE, date: '2026-11-24 08:35', source: '青石发布' },
    ],
  ])('%s', (_, html, { body = PARAGRAPHS, ...facts }) => {
    const found = read(html);
    expect(found).toMatchObject({ body, ...facts });
  });

  test.each<[what: string, html: string]>([
    ['an empty page', page('空', '')],
    [
      'a front page of links',
      page('青石网', `${NAVIGATION}${links('要闻')}${links('民生')}${links('视频')}${FOOTER}`),
    ],
    [
      'a list of teasers',
      page('要闻_青石网', `${NAVIGATION}<div class="list">${teasers(20)}</div>${FOOTER}`),
    ],
    [
      'search results',
      page(
        '水利 - 站内搜索',
        `${NAVIGATION}<ul>${PARAGRAPHS.map((text, index) => `<li class="res"><h3><a href="/${index}">结果第${index}条</a></h3><p>…${text}…</p></li>`).join('')}</ul>${FOOTER}`,
      ),
    ],
    [
      'a notice of copyright alone',
      page(
        '青石日报·数字报',
        `<map><area href="1.htm"></map>${links('第01版')}<table><tr><td>版权声明：《青石日报》（数字报）的一切内容仅供读者阅读、学习研究使用，未经相关权利人书面授权，任何单位及个人不得将其用于商业目的。</td></tr></table>`,
      ),
    ],
    [
      'a board',
      page(
        '渠道何时修 - 石桥吧',
        `<h1>渠道何时修</h1><div>只看楼主</div>${PARAGRAPHS.map((text, index) => `<div class="post"><b>乡亲${index}</b><div class="body">${text}</div><span>来自客户端${index + 1}楼</span><span>2026-11-24</span></div>`).join('')}<div>发表回复</div>`,
      ),
    ],
    [
      'a question and its answer',
      page(
        '渠道怎么修？_问答',
        `<h1>渠道怎么修？</h1><div>我来答</div><div>1个回答</div><div class="answer">${paragraphs(1, 5)}</div><div>你对这个回答的评价是？</div><div>其他类似问题</div>`,
      ),
    ],
    [
      'a post without a headline',
      page(
        '林远舟的微博',
        `<div class="feed"><div class="txt">${PARAGRAPHS[1]}</div></div><div>转发</div><div>评论</div>`,
      ),
    ],
    [
      'a page in another language',
      page(
        'News',
        `<h1>Canal works begin</h1><p>${'The county held a meeting on canals, and farmers were glad. '.repeat(10)}</p>`,
      ),
    ],
  ])('finds none in %s', (_, html) => {
    expect(read(html)).toBeNull();
  });

  test.each<[what: string, lines: string, url: string, date: string]>([
    ['under the headline', '<div>2026年11月4日 9:05</div>', URL, '2026-11-04 09:05'],
    ['with slashes', '<div>2026/11/4</div>', URL, '2026-11-04'],
    [
      'the year apart',
      '<div><span>2026</span><span>11/24</span><span>09:05:30</span></div>',
      URL,
      '2026-11-24 09:05',
    ],
    ['full-width figures', '<div>２０２６年１１月２４日</div>', URL, '2026-11-24'],
    ['in the address', '', 'https://paper.example/2026-11/24/content_9.htm', '2026-11-24'],
    ['in the address without signs', '', 'https://paper.example/c/20261124/9.html', '2026-11-24'],
    ['no date at all', '', 'https://paper.example/c/9.html', ''],
    ['no such day', '<div>2026-13-45</div>', 'https://paper.example/c/9.html', ''],
  ])('reads the date: %s', (_, lines, url, date) => {
    expect(read(page(HEADLINE, `<h1>${HEADLINE}</h1>${lines}<div>${paragraphs(1)}</div>`), url)?.date).toBe(
      date,
    );
  });

  test.each<[what: string, head: string, date: string]>([
    [
      'for sharing',
      '<meta property="article:published_time" content="2026-11-24T01:05:00Z">',
      '2026-11-24 01:05',
    ],
    ['by the publishing system', '<meta name="publishdate" content="2026-11-24">', '2026-11-24'],
    [
      'as linked data',
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-11-24T09:05:00+08:00"}</script>',
      '2026-11-24 09:05',
    ],
  ])('reads a date that only the head states: %s', (_, head, date) => {
    expect(
      read(page(HEADLINE, `<h1>${HEADLINE}</h1><div>${paragraphs(1)}</div>`, head), 'https://paper.example/')
        ?.date,
    ).toBe(date);
  });

  test('reads the source where the page is shown in another script', () => {
    const document = parse(page(HEADLINE, `<h1>${HEADLINE}</h1><div>${paragraphs()}</div>`), URL);
    const sources = new Map<Text, string>();
    const walker = document.createTreeWalker(document, 4);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      sources.set(node, node.data);
      node.data = node.data.replaceAll('县', '縣').replaceAll('进', '進');
    }
    const article = findArticle(document, { sourceOf: (node) => sources.get(node) ?? node.data });
    expect(article?.title).toBe(HEADLINE);
    expect(article?.blocks[0]?.text.trim()).toBe(PARAGRAPHS[0]);
  });
});
