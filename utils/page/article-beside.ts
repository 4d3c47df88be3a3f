import { bylineIn, dateIn, sourceIn } from './article-facts';
import { kindName } from './article-outline';
import { type BlockOptions, blocksOf } from './blocks';

/** What an article that stands under another one on the same page says of itself; empty where it does not. */
export interface BesideArticle {
  headline: string;
  date: string;
  source: string;
  byline: string;
}

/** `Node.DOCUMENT_POSITION_FOLLOWING`, which is no global outside a page. */
const FOLLOWING = 4;
/** Date, source and author stand within so many lines under a headline. */
const LINES = 8;
const LONGEST_LINE = 200;

/**
 * The article that an element stands in where pages go on with another article when one is read: it stands in an
 * element of the same kind as the page's own article, beside it, and has a headline above the element. `null` where
 * that is not so.
 *
 * @param main the root of the page's own article
 */
export function articleBeside(
  main: Element,
  element: Element,
  options: BlockOptions = {},
): BesideArticle | null {
  if (main.contains(element) || element.contains(main)) return null;
  let branch = element;
  while (branch.parentElement && !branch.parentElement.contains(main)) branch = branch.parentElement;
  const around = branch.parentElement;
  const own = [...(around?.children ?? [])].find((child) => child.contains(main));
  if (!own || kindName(own) !== kindName(branch)) return null;
  const heading = [...branch.querySelectorAll('h1, h2')].find(
    (each) => each.compareDocumentPosition(element) & FOLLOWING,
  );
  const lines = blocksOf(branch, options).map((block) => ({
    element: block.element,
    text: block.text.replace(/\s+/g, ' ').trim(),
  }));
  const first = lines.findIndex((line) => heading?.contains(line.element));
  if (first < 0) return null;
  const under = lines
    .slice(first + 1, first + 1 + LINES)
    .map(({ text }) => text)
    .filter((text) => text.length <= LONGEST_LINE);
  return {
    headline: lines[first]?.text ?? '',
    date: under.map(dateIn).find(Boolean) ?? '',
    source: under.map(sourceIn).find(Boolean) ?? '',
    byline: under.map(bylineIn).find(Boolean) ?? '',
  };
}
