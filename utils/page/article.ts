import { type Block, type BlockOptions, blocksOf } from './blocks';

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

const HAN = /\p{Script=Han}/gu;

/** The article of a page; `null` where the page shows none: a list, a board, a search result. */
export function findArticle(
  document: Document,
  options: Pick<BlockOptions, 'sourceOf'> = {},
): Article | null {
  if (!document.body) return null;
  const scores = new Map<Element, number>();
  for (const block of blocksOf(document.body, options)) {
    const parent = block.element.localName === 'p' ? block.element.parentElement : block.element;
    if (!parent || block.element.closest('a')) continue;
    scores.set(parent, (scores.get(parent) ?? 0) + (block.text.match(HAN)?.length ?? 0));
  }
  const [best] = [...scores].sort(([, a], [, b]) => b - a);
  if (!best || best[1] < 100) return null;
  const [root] = best;
  const title = document.querySelector('h1')?.textContent?.trim() || document.title;
  return { root, blocks: blocksOf(root, options), title, date: '', source: '', byline: '', page: '' };
}
