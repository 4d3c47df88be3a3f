import { bylineIn } from './article-facts';
import { type BlockOptions, blocksOf } from './blocks';

/** A story of a page that shows several, such as a paper's front page. */
export interface Story {
  headline: string;
  /** Empty where the story names none. */
  byline: string;
}

/** `Node.DOCUMENT_POSITION_FOLLOWING`, which is no global outside a page. */
const FOLLOWING = 4;
/** A byline stands among the first lines of a story. */
const LINES = 6;
const HEADING = 'h1, h2, h3, h4, h5, h6';

/** Whether an article's root holds several stories, set apart as `<article>`s with headings of their own. */
export function holdsStories(root: Element): boolean {
  return [...root.querySelectorAll('article')].filter((story) => story.querySelector(HEADING)).length > 1;
}

/** The story that an element stands in; `null` where the root that was taken for an article holds but one. */
export function storyAround(root: Element, element: Element, options: BlockOptions = {}): Story | null {
  const story = element.closest('article');
  if (!story || !root.contains(story) || !holdsStories(root)) return null;
  const before = [...story.querySelectorAll(HEADING)].filter(
    (heading) => heading.compareDocumentPosition(element) & FOLLOWING,
  );
  const heading = before.at(-1) ?? story.querySelector(HEADING);
  if (!heading) return null;
  const text = (of: Element) => blocksOf(of, options).map((block) => block.text.replace(/\s+/g, ' ').trim());
  return {
    headline: text(heading).join(' '),
    byline: text(story).slice(0, LINES).map(bylineIn).find(Boolean) ?? '',
  };
}
