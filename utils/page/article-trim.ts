import type { Body } from './article-body';
import { weightOf } from './article-body';
import type { Outline, OutlineBlock } from './article-outline';

/** Labels of controls and counters, whole blocks. */
const CONTROL =
  /^(?:[\s\d×✕<>|/+\-·.:：]*|分享(?:到|至)?.{0,8}|转播到.{0,6}|举报|收藏|点赞|赞|喜欢|不喜欢|关注|推荐|推薦|评论|評論|打印|打印本页|关闭窗口|纠错|播放|自动播放.*|play video|play|播报文章|语音播报.*|听新闻|聽新聞|正在加载.*|加载中.*|查看更多.*|展开全文|阅读全文|阅读原文|点击阅读.*|返回.{0,12}|上一[篇页頁版条].*|下一[篇页頁版条].*|首页|尾页|正文已结束.*|图集|字[号體体大][:：]?.*|大字?|中字?|小字?|已标记为.*|减少或屏蔽.*|微信扫码.*|本文(?:为|系).{0,20}作者.{0,30}|facebook|twitter|line|weibo|email)$/i;
/** Headings of what stands after an article. */
const RELATED =
  /^[\s【[—\-■◆●>|]*(?:延伸[阅閱][读讀]|相[关關](?:[阅閱][读讀]|[新报報]?[闻聞道]|文章|链接|連結|推荐|专题|稿件)|推[荐薦](?:[阅閱][读讀]|文章|新闻)|更多(?:[阅閱][读讀]|精彩|新[闻聞]|文章)|精彩(?:推荐|视频|阅读|回顾)|[热熱][门門點点]?(?:推[荐薦]|新[闻聞]|文章|评论)|猜你喜[欢歡]|往期(?:回[顾顧]|推荐|精[选選彩])|你可能.{0,4}喜[欢歡]|[为為]您推[荐薦]|最新(?:评论|消息|文章)|[网網]友[评評][论論]|大家都在看|聚焦新聞|看更多|[阅閱][读讀]更多)/;
/** Words of classes that templates give to the lines under a headline. */
const META_CLASS =
  /(?:^|[-_\s])(?:meta|info|source|from|author|editor|time|date|pubtime|byline|sec|laiyuan)(?:$|[-_\s])/i;
/** What such a line says. */
const META =
  /\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}|\d{1,2}:\d{2}|来源|來源|作者|编辑|編輯|记者|記者|责编|浏览|阅读[:：量次]|点击[:：]|人气|字体|字号|发布(?:时间|日期|人)|发表(?:时间|于)|稿源|选稿|评论数?|^(?:原标题|原創|原创)|首頁|首页|当前位置/;
const LONGEST_META = 80;
/** A related section is cut off only if less than this share of the running text stands after its heading. */
const SHARE_AFTER = 0.25;
/** Blocks said to stand beside are kept after all where they hold more than this share of the running text. */
const SHARE_BESIDE = 0.3;
/** From this share of linked characters a block within the body is a link to something else. */
const LINK_SHARE = 0.8;
const SHORT_LABEL = 12;

/** The blocks of the body without what a template has put between and around them. */
export function trimmed({ blocks }: Outline, body: Body, headline: number): number[] {
  const at = (index: number): OutlineBlock => blocks[index] as OutlineBlock;
  const running = (index: number): number => Math.max(0, weightOf({ ...at(index), trust: 1 }));
  const total = sum(body.indexes, running);

  let indexes = body.indexes;
  // Where the root itself is said to stand beside, the names of its template mean something else.
  const beside = indexes.filter((index) => at(index).trust < 1);
  if (sum(beside, running) <= SHARE_BESIDE * total)
    indexes = indexes.filter((index) => at(index).trust === 1);

  indexes = withoutHead(indexes, headline, at, running);
  indexes = withoutRelated(indexes, at, running, total);

  const names = new Set(
    indexes.filter((index) => running(index) > 0).map((index) => at(index).block.element.localName),
  );
  return indexes.filter((index) => isBodyText(at(index), running(index), names));
}

function isBodyText(
  { block, han, linked, notice }: OutlineBlock,
  running: number,
  names: ReadonlySet<string>,
): boolean {
  const { element, text } = block;
  if (notice || CONTROL.test(text.trim())) return false;
  if (running > 0) return true;
  if (han > 0 && linked >= LINK_SHARE * han) return false;
  // Sub-headings stand in the same kind of element as the paragraphs or in headings; labels stand in others.
  return (
    names.has(element.localName) ||
    /^(?:h[1-6]|p|li|td|section|blockquote)$/.test(element.localName) ||
    han > SHORT_LABEL
  );
}

/** Without the headline, what stands before it, and the lines under it that tell date, source and author. */
function withoutHead(
  indexes: number[],
  headline: number,
  at: (index: number) => OutlineBlock,
  running: (index: number) => number,
): number[] {
  const inside = indexes.indexOf(headline);
  let start = inside + 1;
  for (let place = start; place < indexes.length; place++) {
    const index = indexes[place] as number;
    if (running(index) > 0 && !isMeta(at(index))) break;
    const { element } = at(index).block;
    // Above a body that stands apart from its headline only the template's own names tell.
    const drop = inside >= 0 ? isMeta(at(index)) || /^h[1-6]$/.test(element.localName) : isNamedMeta(element);
    if (drop) start = place + 1;
  }
  return indexes.slice(start);
}

function isMeta({ block }: OutlineBlock): boolean {
  const { element, text } = block;
  if (text.length > LONGEST_META || /[。！？]$/.test(text)) return false;
  return META.test(text) || isNamedMeta(element);
}

function isNamedMeta(element: Element): boolean {
  return META_CLASS.test(`${element.getAttribute('class') ?? ''} ${element.id}`);
}

/** Without the links and teasers after the article. */
function withoutRelated(
  indexes: number[],
  at: (index: number) => OutlineBlock,
  running: (index: number) => number,
  total: number,
): number[] {
  let after = 0;
  let end = indexes.length;
  for (let place = indexes.length - 1; place >= 0; place--) {
    const index = indexes[place] as number;
    after += running(index);
    if (after > SHARE_AFTER * total) break;
    const { text } = at(index).block;
    if (text.length <= 40 && RELATED.test(text)) end = place;
  }
  return indexes.slice(0, end);
}

function sum(indexes: readonly number[], value: (index: number) => number): number {
  return indexes.reduce((total, index) => total + value(index), 0);
}
