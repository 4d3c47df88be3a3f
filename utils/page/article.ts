import { bodyAt, findBody } from './article-body';
import { type Facts, factsOf } from './article-facts';
import { headlineAt, headlineBefore, statedHeadline } from './article-headline';
import { isArticle } from './article-kind';
import {
  distrust,
  isRunning,
  type Outline,
  type OutlineBlock,
  outlineInSlices,
  outlineOf,
} from './article-outline';
import { templateOf } from './article-templates';
import { trimmed } from './article-trim';
import type { Block, BlockOptions } from './blocks';
import { nextTurn, Pace } from './pace';
import { holdsStories } from './story';

/** The article that a page shows. Texts are empty where the page does not show them. */
export interface Article {
  /** The element that holds the body. */
  root: Element;
  /** The paragraphs of the body in order. */
  blocks: Block[];
  title: string;
  /** YYYY-MM-DD, perhaps with a time: YYYY-MM-DD HH:MM. */
  date: string;
  /** The paper or site that is named as the source. */
  source: string;
  byline: string;
  /** The page of a printed paper: 第04版：民生. */
  page: string;
}

/** Where more than this share of the running text stands before a headline, it is none. */
const MOST_BEFORE_HEADLINE = 0.7;

export interface FindOptions extends Pick<BlockOptions, 'sourceOf'> {
  /** Whether the table of templates is used; off only to measure what the general method does alone. */
  templates?: boolean;
}

/** The article of a page; `null` where the page shows none: a list, a board, a search result. */
export function findArticle(document: Document, { templates, ...options }: FindOptions = {}): Article | null {
  if (!document.body) return null;
  const search = articleIn(outlineOf(document, options), templates);
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}

/** The same in slices of some milliseconds, for pages of any length. */
export async function findArticleInSlices(
  document: Document,
  { templates, ...options }: FindOptions = {},
): Promise<Article | null> {
  if (!document.body) return null;
  const search = articleIn(await outlineInSlices(document, options), templates);
  const pace = new Pace();
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
    if (pace.isUsedUp) await pace.waitFor(nextTurn());
  }
}

/** Yields where the search may pause. */
function* articleIn(outline: Outline, templates = true): Generator<void, Article | null> {
  const { document } = outline;
  const known = templates ? templateOf(document) : null;
  yield;
  const stated = (known && headlineAt(outline, known.template.headline)) ?? statedHeadline(outline);
  const start = stated && standsBeforeText(outline, stated.index) ? stated.index : -1;
  yield;
  yield* distrust(outline, start);
  yield;
  const body = (known && bodyAt(outline, known.root)) ?? (yield* findBody(outline, start));
  if (!body) return null;
  yield;
  const headline = start >= 0 && stated ? stated : headlineBefore(outline, body.indexes[0] ?? 0);
  const indexes = trimmed(outline, body, headline.index);
  yield;
  if (!isArticle(outline, body, headline, indexes)) return null;
  yield;

  const facts = factsOf(outline, {
    headline: headline.index,
    first: indexes[0] as number,
    last: indexes.at(-1) as number,
  });
  for (const [name, value] of Object.entries(known?.template.facts(document) ?? {}))
    if (value) facts[name as keyof Facts] = value;
  yield;
  const blocks = indexes.map((index) => (outline.blocks[index] as OutlineBlock).block);
  // A page of several stories has no headline of its own but the document's.
  const title = holdsStories(body.root) ? outline.title : (stated ?? headline).text;
  return { root: body.root, blocks, title, ...facts };
}

/** Whether a headline stands where an article could follow: what repeats it after the text is no headline. */
function standsBeforeText({ blocks }: Outline, index: number): boolean {
  let before = 0;
  let after = 0;
  for (const [place, outlined] of blocks.entries()) {
    if (!isRunning(outlined)) continue;
    if (place < index) before += outlined.han;
    else after += outlined.han;
  }
  return before <= MOST_BEFORE_HEADLINE * (before + after);
}
