import type { Body } from './article-body';
import type { Headline } from './article-headline';
import { isRunning, kindName, type Outline, type OutlineBlock } from './article-outline';

/** Labels of boards and of questions and answers; no news page has several of them. */
const BOARD =
  /^(?:我来答|我要提问|向TA提问|\d+\s*个回答|其他类似问题|等你来答|你对这个回答的评价是|抢首赞|最佳答案|采纳数|写回答|邀请回答|关注问题|被浏览|查看全部.*回答|只看楼主|只看该作者|楼主|沙发|板凳|地板|电梯直达|收起回复|我也说一句|发表于.*只看|\d+回复贴|.*来自.*\d+楼|返回.{1,8}吧$|回复此楼|主题$|帖子$|积分$|新手上路|注册会员|查看:.*回复|\d+楼|#\d+$|发帖|发贴|回帖|版主|使用签名档|本主题由|发表回复|快速回复)/;
const LONGEST_LABEL = 40;
/** From so many such labels on, a page is a board. */
const BOARD_LABELS = 4;
/** An item of a list has at least so many others of its kind beside it. */
const OTHERS = 4;
/** Levels above the body at which such a list is looked for. */
const LEVELS = 6;
/** The shortest article in Chinese characters: a news flash of two lines. */
const SHORTEST = 60;
/** Where teasers are more than this share of the text, it is a list of them. */
const SHARE_OF_TEASERS = 0.5;
/** Without a headline only text of so many characters, most of the page's, is an article. */
const SHORTEST_WITHOUT_HEADLINE = 300;
const SHARE_WITHOUT_HEADLINE = 0.5;

/** Whether what was found is an article, and not one entry of a list, a post on a board or a text of the site. */
export function isArticle(
  { blocks }: Outline,
  body: Body,
  headline: Headline,
  kept: readonly number[],
): boolean {
  const text = kept.map((index) => blocks[index] as OutlineBlock);
  const han = sumHan(text);
  const running = text.filter(isRunning);
  if (sumHan(running.filter(({ teaser }) => teaser)) > SHARE_OF_TEASERS * sumHan(running)) return false;
  if (han < SHORTEST) return false;
  if (headline.index < 0) {
    const all = sumHan(blocks.filter(isRunning));
    if (han < SHORTEST_WITHOUT_HEADLINE || han < SHARE_WITHOUT_HEADLINE * all) return false;
  }
  const labels = blocks.filter(
    ({ block: { text } }) => text.length <= LONGEST_LABEL && BOARD.test(text.trim()),
  );
  return labels.length < BOARD_LABELS && !isOneOfMany(blocks, body.root);
}

/** Whether the body is one of many elements of the same kind that hold running text too. */
function isOneOfMany(blocks: readonly OutlineBlock[], root: Element): boolean {
  const holders = new Set<Element>();
  for (const outlined of blocks)
    if (isRunning(outlined))
      for (let at: Element | null = outlined.block.element; at && !holders.has(at); at = at.parentElement)
        holders.add(at);
  let element: Element | null = root;
  for (let level = 0; element && level < LEVELS; level++, element = element.parentElement) {
    const kind = kindName(element);
    let others = 0;
    for (const sibling of element.parentElement?.children ?? [])
      if (sibling !== element && holders.has(sibling) && kindName(sibling) === kind) others++;
    if (others >= OTHERS) return true;
  }
  return false;
}

function sumHan(blocks: readonly OutlineBlock[]): number {
  return blocks.reduce((sum, { han }) => sum + han, 0);
}
