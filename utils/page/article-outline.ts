import type { Span } from '@/utils/lang/span';
import { type Block, type BlockOptions, eachBlock } from './blocks';
import { nextTurn, Pace } from './pace';
import { dataOf } from './ruby-text';

/** A block of a page with what tells body text from the rest. */
export interface OutlineBlock {
  block: Block;
  /** Chinese characters. */
  han: number;
  /** Those of them that stand in links. */
  linked: number;
  /** Signs that only running text has: commas and full stops. */
  marks: number;
  /** How far the elements around it say that it is the page's main text: 1, or less beside it. */
  trust: number;
  /** Whether it is the summary under a linked title, one of several. */
  teaser: boolean;
  /** Whether it is a text of the site rather than of the article: copyright, credits, calls to follow. */
  notice: boolean;
}

/** The text of a page, block by block, as far as an article is to be found in it. */
export interface Outline {
  document: Document;
  /** The document's own title in its source script. */
  title: string;
  blocks: OutlineBlock[];
}

const HAN = /\p{Script=Han}/gu;
const MARK = /[，。！？；]|[,.!?;](?=\s|$)/g;

/** Names that templates give to what stands beside an article, as words of `class` and `id`. */
const BESIDE = new Set(
  (
    'aside sidebar sider side nav navbar navi menu header foot footer copyright copy recommend recommends rec ' +
    'recommendation related relate relative relation correlation comment comments cmt pinglun reply replies hot ' +
    'hotnews rank ranking ranklist top10 share sharebar bshare bdsharebuttonbox breadcrumb breadcrumbs crumb crumbs ' +
    'location position login ad ads adv advert advertisement guanggao banner pagination pager page-nav tags tag ' +
    'keyword keywords qrcode ewm subscribe toolbar popup modal dialog toast tips more next prev prenext xgxw xgyd ' +
    'jctj tuijian xiangguan linkbox links friendlink'
  ).split(' '),
);
const BESIDE_ELEMENTS = new Set(['nav', 'footer', 'aside', 'button', 'select', 'dialog', 'menu']);
/** An element that holds more than this share of the page's running text does not stand beside it, whatever its name. */
const MAIN_SHARE = 0.5;
/** A paragraph of running text has at least so many Chinese characters outside links. */
const SHORTEST_PARAGRAPH = 10;
/** From this share of linked characters a block is a list of links. */
export const LINKED_SHARE = 0.3;
/** Titles of teasers have at least so many characters; labels such as 更多 have fewer. */
const SHORTEST_TITLE = 5;
/** Teasers come at least so many together, each with at most so many paragraphs, so many levels deep. */
const FEWEST_TEASERS = 4;
const MOST_OF_TEASER = 2;
const TEASER_LEVELS = 5;
/** Text beside the article counts for so little that only a page without any other could be read from it. */
const TRUST_BESIDE = 0.15;

/** After so many blocks the work may pause: one takes some microseconds, deep in a tree some more. */
export const PORTION = 500;

/** What only a notice of the site says. */
const NOTICE =
  /版权所有|版權所有|著作權|[Cc]opyright|COPYRIGHT|©|(?:icp|ICP|Icp)[备證证]|公网安备|许可证[编号:：]|許可證[號:：]|不良信息|免责声明|免責聲明|(?:未经|未經|非经|非經).{0,16}(?:授权|授權|许可|許可|同意).{0,12}(?:禁|不得|勿|复制|使用|转载)|转载请注明|[仅僅]提供信息存[储儲](?:空间)?服[务務]|隱私權(?:規範|政策)/;
/** What a notice says in few words, and a paragraph in many. */
const SHORT_NOTICE =
  /^(?:广告|廣告)|扫(?:一扫|描|码)|二维码|(?:关注|關注).{0,12}(?:公众号|微信|微博)|(?:下载|下載).{0,8}(?:客户端|app|App|APP)|点[击我].{0,6}(?:下载|关注|查看更多)|长按.{0,6}(?:识别|关注)|打开.{0,8}(?:app|App|APP|客户端)|浏览器.{0,10}(?:版本|升级)|责任编辑|責任編輯|责编|【纠错】|举报(?:电话|邮箱)|仅提供信息存储/;
const LONGEST_NOTICE = 160;
const LONGEST_SHORT_NOTICE = 50;

/** Reads the page once. */
export function outlineOf(document: Document, options: BlockOptions): Outline {
  const blocks: OutlineBlock[] = [];
  for (const outlined of eachOutlined(document, options)) blocks.push(outlined);
  return { document, title: titleOf(document, options), blocks };
}

/** The same in slices, so that the page can work between them. */
export async function outlineInSlices(document: Document, options: BlockOptions): Promise<Outline> {
  const blocks: OutlineBlock[] = [];
  const seen = new Set<Text>();
  const pace = new Pace();
  for (const outlined of eachOutlined(document, options)) {
    const [first] = outlined.block.nodes;
    if (first && !seen.has(first)) blocks.push(outlined);
    for (const node of outlined.block.nodes) seen.add(node);
    if (pace.isUsedUp) await pace.waitFor(nextTurn());
  }
  return { document, title: titleOf(document, options), blocks };
}

function* eachOutlined(document: Document, options: BlockOptions): Generator<OutlineBlock> {
  const links = new Map<Element, boolean>();
  for (const block of eachBlock(document.body, options)) {
    const { text } = block;
    const han = count(text, HAN);
    const linked = han === 0 ? 0 : linkedHan(block, links);
    yield { block, han, linked, marks: count(text, MARK), trust: 1, teaser: false, notice: isNotice(text) };
  }
}

/** The document's title; a picture may have a `title` element too. */
function titleOf(document: Document, { sourceOf = dataOf }: BlockOptions): string {
  const title = [...document.getElementsByTagName('title')].find(
    (each) => each.parentElement?.localName !== 'svg',
  );
  return [...(title?.childNodes ?? [])]
    .map((node) => (node.nodeType === 3 ? sourceOf(node as Text) : ''))
    .join('')
    .trim();
}

/**
 * Lowers the trust in blocks that stand beside the main text by the names of the elements around them. An element
 * that holds most of the running text and the first of it after the headline is main text, whatever its name.
 *
 * Yields where it may pause.
 *
 * @param headline index of the headline's block; -1 where it is not known
 */
export function* distrust({ blocks }: Outline, headline: number): Generator<void, void> {
  const named = new Map<Element, Element[]>();
  const held = new Map<Element, number>();
  let total = 0;
  let first: Element | null = null;
  for (const [index, outlined] of blocks.entries()) {
    if (index % PORTION === 0) yield;
    if (!isRunning(outlined)) continue;
    const { element } = outlined.block;
    const running = outlined.han - outlined.linked;
    total += running;
    if (index > headline) first ??= element;
    for (const beside of besideOf(element, named)) held.set(beside, (held.get(beside) ?? 0) + running);
  }
  yield;
  yield* findTeasers(blocks);
  yield;
  const isMain = (element: Element): boolean =>
    (held.get(element) ?? 0) > MAIN_SHARE * total && first !== null && element.contains(first);
  for (const [index, outlined] of blocks.entries()) {
    if (index % PORTION === 0) yield;
    if (outlined.teaser || !besideOf(outlined.block.element, named).every(isMain))
      outlined.trust = TRUST_BESIDE;
  }
}

/**
 * Finds summaries under linked titles: items of one kind side by side, each with a link of its own and little
 * running text. Yields where it may pause.
 */
function* findTeasers(blocks: readonly OutlineBlock[]): Generator<void, void> {
  const linkHolders = new Set<Element>();
  const runningIn = new Map<Element, number>();
  for (const [index, outlined] of blocks.entries()) {
    if (index % PORTION === 0) yield;
    const isTitle = outlined.linked * 2 > outlined.han && outlined.han >= SHORTEST_TITLE;
    if (!isTitle && !isRunning(outlined)) continue;
    let level = 0;
    for (
      let at: Element | null = outlined.block.element;
      at && level < TEASER_LEVELS;
      at = at.parentElement, level++
    ) {
      if (isTitle) linkHolders.add(at);
      else runningIn.set(at, (runningIn.get(at) ?? 0) + 1);
    }
  }
  const lists = new Map<Element, Map<string, Map<Element, OutlineBlock[]>>>();
  for (const [index, outlined] of blocks.entries()) {
    if (index % PORTION === 0) yield;
    if (!isRunning(outlined)) continue;
    let item: Element | null = outlined.block.element;
    for (let level = 0; item && !linkHolders.has(item) && level < TEASER_LEVELS; level++)
      item = item.parentElement;
    if (!item?.parentElement || !linkHolders.has(item) || (runningIn.get(item) ?? 0) > MOST_OF_TEASER)
      continue;
    const kinds = entry(lists, item.parentElement, () => new Map<string, Map<Element, OutlineBlock[]>>());
    const items = entry(kinds, kindName(item), () => new Map<Element, OutlineBlock[]>());
    entry(items, item, () => []).push(outlined);
  }
  for (const kinds of lists.values())
    for (const items of kinds.values())
      if (items.size >= FEWEST_TEASERS)
        for (const outlined of [...items.values()].flat()) outlined.teaser = true;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** Elements of one kind: the same name and the same first class. */
export function kindName(element: Element): string {
  return `${element.localName}.${(element.getAttribute('class') ?? '').trim().split(/\s+/)[0]}`;
}

/** Whether a block is running text rather than a label, a notice or a list of links. */
export function isRunning({ han, linked, marks, notice }: OutlineBlock): boolean {
  return !notice && linked <= LINKED_SHARE * han && marks > 0 && han - linked >= SHORTEST_PARAGRAPH;
}

function isNotice(text: string): boolean {
  if (text.length > LONGEST_NOTICE) return false;
  return NOTICE.test(text) || (text.length <= LONGEST_SHORT_NOTICE && SHORT_NOTICE.test(text));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function linkedHan(block: Block, links: Map<Element, boolean>): number {
  let linked = 0;
  for (const { node, from, length } of block.pieces)
    if (node.parentElement && isInLink(node.parentElement, links))
      linked += countIn(block.text, { from, to: from + length });
  return linked;
}

function countIn(text: string, { from, to }: Span): number {
  return count(text.slice(from, to), HAN);
}

function isInLink(element: Element, known: Map<Element, boolean>): boolean {
  return inherited(element, known, (each) => each.localName === 'a');
}

/** The elements around one, itself too, that are named as standing beside the main text. */
function besideOf(element: Element, known: Map<Element, Element[]>): Element[] {
  const passed: Element[] = [];
  let found: Element[] = [];
  for (let at: Element | null = element; at && at.localName !== 'body'; at = at.parentElement) {
    const before = known.get(at);
    if (before) {
      found = before;
      break;
    }
    passed.push(at);
  }
  for (const each of passed.reverse()) {
    if (isNamedBeside(each)) found = [...found, each];
    known.set(each, found);
  }
  return found;
}

function isNamedBeside(element: Element): boolean {
  if (BESIDE_ELEMENTS.has(element.localName)) return true;
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
  return names.length > 1 && words(names).some((word) => BESIDE.has(word));
}

function words(names: string): string[] {
  return names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

/** Whether a test holds for an element or one around it. */
function inherited(
  element: Element,
  known: Map<Element, boolean>,
  test: (element: Element) => boolean,
): boolean {
  const passed: Element[] = [];
  let holds = false;
  for (let at: Element | null = element; at; at = at.parentElement) {
    const before = known.get(at);
    if (before !== undefined) {
      holds = before;
      break;
    }
    passed.push(at);
    if (test(at)) {
      holds = true;
      break;
    }
  }
  for (const each of passed) known.set(each, holds);
  return holds;
}
