import { metaContent } from './article-facts';
import type { Outline, OutlineBlock } from './article-outline';

/** A headline as the page shows it. */
export interface Headline {
  text: string;
  /** Index of its block in the outline; -1 where only the head of the document has it. */
  index: number;
}

/** Headlines have between so many and so many letters. */
const SHORTEST = 3;
const LONGEST = 120;
/** A headline stands among the first blocks of a page. */
const MOST_BLOCKS = 2000;
/** A text of so many letters stands in a title by no accident. */
const SURE = 8;
/** A label in the line of a headline has at most so many letters. */
const LONGEST_LABEL = 8;
/** What parts a headline from the names of site and section in a document's title. */
const SEPARATOR = /\s*(?:[_|｜丨]|--+|——|\s[-–—·]|[-–—](?=[^-–—]{2,12}$))\s*/;

/** The letters and digits of a text, so that signs and white space do not count. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
}

/**
 * The headline that the document's own title repeats: the longest text of the page that the title holds, best at
 * its beginning. `null` where the page shows none of it.
 */
export function statedHeadline({ document, title: documentTitle, blocks }: Outline): Headline | null {
  const stated = [metaTitle(document), documentTitle];
  const titles = stated.map(plain).filter((title) => title.length >= SHORTEST);
  let best: Headline | null = null;
  let most = 0;
  for (const [index, { block, linked, han }] of blocks.slice(0, MOST_BLOCKS).entries()) {
    if (block.text.length > LONGEST) continue;
    const text = plain(block.text);
    if (text.replace(/[\d年月日号版第期]/g, '').length < SHORTEST) continue;
    const begins = titles.some((title) => title.startsWith(text));
    if (!begins && (text.length < SURE || !titles.some((title) => title.includes(text)))) continue;
    // A headline is no link to itself.
    const weight =
      text.length * (begins ? 2 : 1) * (linked * 2 > han ? 0.5 : 1) * (isHeading(block.element) ? 1.2 : 1);
    if (weight <= most) continue;
    most = weight;
    best = { text: block.text.trim(), index };
  }
  return best ?? labelledHeadline(blocks, stated);
}

/** A headline with a label in the same line: 原创 before it, a counter after it. The document's title is without. */
function labelledHeadline(blocks: readonly OutlineBlock[], stated: readonly string[]): Headline | null {
  for (const title of stated) {
    const [headline = ''] = title.split(SEPARATOR);
    const text = plain(headline);
    if (text.length < SURE) continue;
    const index = blocks.slice(0, MOST_BLOCKS).findIndex(({ block }) => {
      const line = plain(block.text);
      return line.length <= text.length + LONGEST_LABEL && line.includes(text);
    });
    if (index >= 0) return { text: headline.trim(), index };
  }
  return null;
}

/** The headline in the first element that a selector finds; `null` where none of them is drawn. */
export function headlineAt({ document, blocks }: Outline, selectors: string): Headline | null {
  for (const selector of selectors.split(',')) {
    const element = document.querySelector(selector.trim());
    if (!element) continue;
    const index = blocks.findIndex(({ block }) => element.contains(block.element));
    const text = blocks[index]?.block.text.trim();
    if (text) return { text, index };
  }
  return null;
}

function metaTitle(document: Document): string {
  return metaContent(document, 'meta[property="og:title"], meta[name="twitter:title"]');
}

function isHeading(element: Element): boolean {
  return /^h[1-6]$/.test(element.localName);
}

/** The headline before a body that begins at `index`, by headings and names of classes; else the document's title. */
export function headlineBefore({ document, title, blocks }: Outline, index: number): Headline {
  let best: Headline | null = null;
  let most = 0;
  const first = Math.max(0, index - 30);
  for (let at = Math.min(index, blocks.length - 1); at >= first; at--) {
    const { block, linked, han, marks } = blocks[at] as OutlineBlock;
    if (block.text.length < SHORTEST || block.text.length > LONGEST || linked * 2 > han) continue;
    const likeness = headingLikeness(block.element) - (index - at) * 0.05 - (marks > 1 ? 1 : 0);
    if (likeness > most) {
      most = likeness;
      best = { text: block.text, index: at };
    }
  }
  return best ?? { text: metaTitle(document).trim() || (title.split(SEPARATOR)[0] ?? '').trim(), index: -1 };
}

function headingLikeness(element: Element): number {
  const level = /^h([1-6])$/.exec(element.localName)?.[1];
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
  const named = /title|headline|biaoti|heading/i.test(names) ? 2 : 0;
  if (level) return 4 - Number(level) * 0.3 + named;
  return named || (element.querySelector('strong, b, h1') ? 0.8 : 0);
}
