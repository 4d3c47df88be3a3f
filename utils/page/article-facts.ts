import type { Outline, OutlineBlock } from './article-outline';
import { dataOf } from './ruby-text';

/** What an article says of itself; empty where it does not. */
export interface Facts {
  date: string;
  source: string;
  byline: string;
  page: string;
}

/** Where to look, as indexes of the outline. */
export interface Place {
  headline: number;
  /** The first and the last block of the body. */
  first: number;
  last: number;
}

const DATE =
  /(?<![\d.])((?:19|20)\d\d)(?:\s*[-/.年]\s*|\s+)(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d*\.\d)\s*[日T]?\s*(?:星期.\s*|周.\s*)?(?:[\s|]*(\d{1,2})\s*[:：]\s*(\d{2}))?/g;
/** A day that a template sets apart from its month: 21 | 2024年02月. */
const DAY_FIRST = /(?<!\d)(\d{1,2})\s+((?:19|20)\d\d)\s*[-年/.]\s*(\d{1,2})\s*月?(?![-/.月\d])/;
/** A date that says what it is. */
const LABELLED = /(?:发布|發布|发表|更新|出版)?(?:时间|時間|日期|于)\s*[:：]?\s*/;
const SOURCE =
  /(?:本文来源于|(?:来\s*源|來\s*源|稿源|信息来源|文章来源|新闻来源|转自|出处)\s*于?\s*[:：|｜丨/])\s*([^\s|｜，,；;:：]{2,24})/;
/** A paper that names itself with date and page: 《东陵日报》（2024年11月20日 第04版）. */
const PAPER = /《([\p{Script=Han}]{2,14})》\s*[（(]?\s*(?:19|20)\d\d/u;
const NAMES = '([\\p{Script=Han}·]{2,12}(?:(?:\\s?[、，,]\\s?|\\s)[\\p{Script=Han}·]{2,4}){0,5})';
const SOURCE_CLASS = /(?:^|[-_\s])(?:source|laiyuan|medianame|media[-_]name|origin)(?:$|[-_\s])/i;
/** How authors are named, the surest way first. */
const BYLINES = [
  `作\\s*者\\s*[:：|｜丨/]\\s*${NAMES}`,
  `(?:撰\\s*文|撰稿|文字|^文|[\\s（(【\\[]文)\\s*[:：|｜丨/]\\s*${NAMES}`,
  `记\\s*者\\s*[:：|｜丨/]\\s*${NAMES}`,
  `[（(][^（()）]{0,10}记者\\s*${NAMES}`,
  `(?:[本特][报刊台约网]\\S{0,6}|\\S{2,5}[社报网])记者\\s+${NAMES}`,
].map((pattern) => new RegExp(pattern, 'u'));
/** What begins after the names in the same line. */
const AFTER_NAMES =
  /[\s、，,]*(?:责任|责编|编辑|来源|发布|发表|时间|日期|摄影|摄|图文|图|通讯员|记者|浏览|字号|报道|实习|最新|文章|关注|点击|阅读|出版|更新|發佈|發布).*$/;
/** A page is named with 第, or with two digits. */
const PAGE =
  /(?:第\s*([0-9０-９]{1,3}|[A-Z][0-9]{1,2}|[一二三四五六七八九十]{1,3})|(?<![\d.A-Za-z])([A-Z]?[0-9]{2}))\s*版(?![本权])(?:面?\s*[:：]\s*([\p{Script=Han}·]{1,12}))?/u;
/** How many blocks before the headline and after the body are looked at. */
const REACH = 12;
const LONGEST_LINE = 200;

const META_DATES = [
  'meta[property="article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="publishdate"]',
  'meta[name="PubDate"]',
  'meta[name="pubdate"]',
  'meta[name="publish_time"]',
  'meta[name="weibo:article:create_at"]',
  'meta[name="apub:time"]',
  'meta[property="og:release_date"]',
  'meta[name="date"]',
  'time[datetime]',
];
const META_SOURCES = [
  'meta[name="source"]',
  'meta[name="ContentSource"]',
  'meta[property="og:article:source"]',
  'meta[name="mediaid"]',
];
/** `author` names the editor or the site as often as the author. */
const META_AUTHORS = ['meta[property="og:article:author"]', 'meta[property="article:author"]'];
/** A part of a document's title that names a publisher. */
const PUBLISHER =
  /[网網报報社刊台]$|网站$|新[闻聞][雲云]?|通[讯訊]社|香港01|在线|線上|客户端|传媒|财经|財經|头条|頭條|中央社|News|Daily|Times/;

/** Date, source, author and page of an article, as the page shows them, else as its head states them. */
export function factsOf(outline: Outline, place: Place): Facts {
  const { blocks, document } = outline;
  const lines = (from: number, to: number): string[] =>
    blocks
      .slice(Math.max(0, from), Math.max(0, to))
      .map(spaced)
      .filter((text) => text.length <= LONGEST_LINE);
  const start =
    place.headline >= 0 && place.headline < place.first ? place.headline + 1 : place.first - REACH;
  const under = lines(start, place.first).join(' ');
  const after = lines(place.last, place.last + REACH).join(' ');
  const above = lines(place.headline - REACH, place.headline)
    .reverse()
    .join(' ');
  const inside = lines(place.first, place.first + 2).join(' ');
  return {
    date:
      dateIn(under) ||
      dayFirst(under) ||
      statedDate(document) ||
      dateIn(after.split(LABELLED).slice(1).join(' ')) ||
      dateInAddress(document.URL) ||
      dateIn(inside) ||
      dateIn(after) ||
      dateInScripts(document) ||
      dateIn(above),
    source:
      sourceIn(under) ||
      namedSource(blocks.slice(Math.max(0, start), place.first)) ||
      sourceIn(inside) ||
      sourceIn(after) ||
      stated(document, META_SOURCES) ||
      sourceIn(above) ||
      siteName(outline),
    byline: bylineIn(under) || bylineIn(inside) || stated(document, META_AUTHORS) || bylineIn(after),
    page: pageOf(outline, `${under} ${after}`),
  };
}

/** A block's text with a space between its elements, which a template sets apart by margins alone. */
function spaced({ block: { pieces, text } }: OutlineBlock): string {
  let line = '';
  let last: Element | null = null;
  for (const { node, from, length } of pieces) {
    if (last && node.parentElement !== last) line += ' ';
    line += text.slice(from, from + length);
    last = node.parentElement;
  }
  return line.trim();
}

/** The first date of a text as YYYY-MM-DD, with HH:MM where a time follows; empty where there is none. */
export function dateIn(text: string): string {
  for (const [, year, month, day, hour, minute] of text.normalize('NFKC').matchAll(DATE)) {
    if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) continue;
    const two = (number: string | undefined) => (number ?? '').padStart(2, '0');
    const date = `${year}-${two(month)}-${two(day)}`;
    const time = `${two(hour)}:${two(minute)}`;
    // Systems that know only the day write midnight.
    return hour && Number(hour) < 24 && Number(minute) < 60 && time !== '00:00' ? `${date} ${time}` : date;
  }
  return '';
}

function dayFirst(text: string): string {
  const [, day, year, month] = DAY_FIRST.exec(text.normalize('NFKC')) ?? [];
  return day ? dateIn(`${year}-${month}-${day}`) : '';
}

/** Where the date is put into the page by a script that has not run. */
function dateInScripts(document: Document): string {
  for (const script of document.getElementsByTagName('script')) {
    if (script.hasAttribute('src')) continue;
    const stated =
      /["']?(?:publish|pub|release|post)[-_]?(?:time|date)["']?\s*[:=]\s*["']([^"']{8,30})["']|"time"\s*:\s*"(\d{4}[^"]{4,26})"/i.exec(
        script.textContent ?? '',
      );
    const date = dateIn(stated?.[1] ?? stated?.[2] ?? '');
    if (date) return date;
  }
  return '';
}

function statedDate(document: Document): string {
  const elements = [...document.getElementsByTagName('meta'), ...document.getElementsByTagName('time')];
  for (const selector of META_DATES)
    for (const element of elements) {
      if (!element.matches(selector)) continue;
      const date = dateIn(element.getAttribute('content') ?? element.getAttribute('datetime') ?? '');
      if (date) return date;
    }
  for (const script of document.getElementsByTagName('script')) {
    if (script.type !== 'application/ld+json') continue;
    const published = /"datePublished"\s*:\s*"([^"]+)"/.exec(script.textContent ?? '')?.[1];
    const date = dateIn(published ?? '');
    if (date) return date;
  }
  return '';
}

/** Addresses of many papers hold the day: /2024-11/20/, /20241120/, /t20241120_1.html. */
function dateInAddress(address: string): string {
  const match =
    /[/_-](?:t|W0|c)?((?:19|20)\d\d)[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?=[/_.\d]|$)/.exec(
      address,
    );
  return match ? `${match[1]}-${match[2]}-${match[3]}` : '';
}

/** The source that a text names; empty where it names none. */
export function sourceIn(text: string): string {
  const named = SOURCE.exec(text)?.[1] ?? PAPER.exec(text)?.[1] ?? '';
  return named
    .replace(/^《(.*)》$/, '$1')
    .replace(/^[【“"「[（(]+|[】”"」\]）)。]+$/g, '')
    .replace(/(?:作者|责编|编辑|记者|发布|时间|\d{4}).*$/, '')
    .trim();
}

/** A publisher under the headline that only the name of its element tells: `<a class="source">`. */
function namedSource(blocks: readonly OutlineBlock[]): string {
  for (const { block } of blocks)
    for (const node of block.nodes) {
      const element = node.parentElement;
      const text = dataOf(node).trim();
      if (!element || !SOURCE_CLASS.test(`${element.getAttribute('class') ?? ''} ${element.id}`)) continue;
      if (/^[\p{Script=Han}A-Za-z·]{2,20}$/u.test(text) && !/来源|來源|作者|编辑|發布|发布/.test(text))
        return text;
    }
  return '';
}

/** The authors that a text names; empty where it names none. */
export function bylineIn(text: string): string {
  for (const pattern of BYLINES) {
    const names = pattern.exec(text)?.[1]?.replace(AFTER_NAMES, '').trim();
    if (names) return names;
  }
  return '';
}

/** What the first `meta` element of a selector says. Looking through the whole of a long page takes its time. */
export function metaContent(document: Document, selector: string): string {
  const metas = [...document.getElementsByTagName('meta')];
  return metas.find((meta) => meta.matches(selector))?.getAttribute('content') ?? '';
}

function stated(document: Document, selectors: readonly string[]): string {
  for (const selector of selectors) {
    const content = metaContent(document, selector).trim();
    if (content && /\p{Script=Han}/u.test(content) && content.length <= 30) return content;
  }
  return '';
}

/** The site's name: stated for sharing, else the part of the document's title that names a publisher. */
function siteName({ document, title }: Outline): string {
  const name = metaContent(document, 'meta[property="og:site_name"]').trim();
  if (name) return name;
  // A paper's front page is named by paper, date and page: 东陵日报 2024年11月20日 第01版.
  const [paper = ''] = title.split(/\s*(?:19|20)\d\d\s*[-年]/);
  if (paper !== title && paper.length <= 16 && PUBLISHER.test(paper)) return paper;
  const [, ...parts] = title
    .split(/[_|｜-]|[–—]/)
    .map((part) => part.replace(/[【】[\]]|[(（][\w.]+[)）]$/g, '').trim());
  // The site's own name comes last, after its sections.
  return parts.findLast((part) => part.length >= 2 && part.length <= 16 && PUBLISHER.test(part)) ?? '';
}

/** The page of a printed paper: named near the article, else the only one that the page names outside links. */
function pageOf({ blocks }: Outline, near: string): string {
  const pages = new Set<string>();
  for (const { block, linked } of blocks)
    if (linked === 0 && block.text.length <= 30) {
      const page = pageIn(block.text);
      if (page.includes('：')) pages.add(page);
    }
  const close = pageIn(near);
  const [named] = [...pages].filter((page) => close === '' || page.startsWith(close));
  return named && (close !== '' || pages.size === 1) ? named : close;
}

function pageIn(text: string): string {
  const match = PAGE.exec(text);
  if (!match) return '';
  const number = (match[1] ?? match[2] ?? '').normalize('NFKC');
  return `第${number}版${match[3] ? `：${match[3]}` : ''}`;
}
