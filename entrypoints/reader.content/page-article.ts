import { type Article, findArticleInSlices } from '@/utils/page/article';
import { articleBeside } from '@/utils/page/article-beside';
import type { Block } from '@/utils/page/blocks';
import { type PageCitation, pageCitation, sheetOf } from '@/utils/page/citation';
import { framedDocuments, shareOfTop } from '@/utils/page/frames';
import { storyAround } from '@/utils/page/story';

/** A frame that takes this share of the window holds the article, if it holds more text than the page around it. */
const MAIN_FRAME = 0.4;

type SourceOf = (node: Text) => string;

/** The article of a page or, where many systems put it, of a frame of the page's origin. */
export async function findPageArticle(page: Document, sourceOf: SourceOf): Promise<Article | null> {
  let found = await findArticleInSlices(page, { sourceOf });
  for (const framed of framedDocuments(page)) {
    if (!/\p{Script=Han}{2}/u.test(framed.body?.textContent ?? '')) continue;
    if (found && shareOfTop(framed) < MAIN_FRAME) continue;
    const inner = await findArticleInSlices(framed, { sourceOf });
    if (inner && lengthOf(inner) > lengthOf(found)) found = inner;
  }
  return found;
}

/** Whether an element is in a document that is in a window: a frame that is taken out keeps its document. */
export function isInPage(element: Element): boolean {
  return element.isConnected && element.ownerDocument.defaultView !== null;
}

/** Whether an article is still drawn. */
export function isShown(article: Article | null): boolean {
  return article !== null && isInPage(article.root) && article.root.checkVisibility();
}

/** Where a block of a page was read; without one, the page. */
export function cite(
  block: Block | null,
  article: Article | null,
  page: Document,
  sourceOf: SourceOf,
): PageCitation {
  const whole = pageCitation(article, page);
  if (!block) return whole;
  const { element } = block;
  const beside = article && articleBeside(article.root, element, { sourceOf });
  if (beside) return { ...beside, page: '', url: whole.url };
  const inArticle = article?.blocks.some((each) => each.element === element) ?? false;
  const story = article && storyAround(article.root, element, { sourceOf });
  return {
    ...whole,
    headline: story?.headline || (inArticle && article?.title) || page.title,
    byline: story?.byline || (inArticle && !story && article?.byline) || '',
    page: sheetOf(element) || (inArticle ? whole.page : ''),
  };
}

function lengthOf(article: Article | null): number {
  return article?.blocks.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
}
