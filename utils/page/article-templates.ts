import { dateIn, type Facts } from './article-facts';

/** A layout that many publishers share, and what it tells more surely than the general method. */
export interface Template {
  name: string;
  /** Why the general method does not do. */
  reason: string;
  /** The element of the body; `null` where the page is not of this template. */
  root(document: Document): Element | null;
  /** Selectors of the headline, the surest first. */
  headline: string;
  facts(document: Document): Partial<Facts>;
}

/** Milliseconds that China's clocks are ahead of UTC. */
const CHINA = 8 * 3600 * 1000;

const TEMPLATES: readonly Template[] = [
  {
    name: 'Founder e-paper',
    reason:
      'The e-paper system of most Party papers. Its older pages are tables without headings, so that only its own ' +
      'class names the headline, and date, author and the name of the page stand in a comment.',
    root: (document) =>
      withText(document.querySelector('founder-content') ?? document.getElementById('ozoom')),
    headline: '.font01, .article h1, #articleContent h1, h1',
    facts: (document) => {
      const property = founderProperty(document);
      const field = (name: string) =>
        new RegExp(`<(?:founder-)?${name}>([^<]*)<`).exec(property)?.[1]?.trim() ?? '';
      return { date: dateIn(field('date')), byline: field('author') };
    },
  },
  {
    name: 'WeChat article',
    reason:
      'The date is written by a script, often as 昨天, and the account that publishes stands in no line that names ' +
      'it as the source.',
    root: (document) =>
      document.getElementById('activity-name') ? document.getElementById('js_content') : null,
    headline: '#activity-name',
    facts: (document) => ({
      date: dateIn(textOf(document, '#publish_time')) || weChatDate(document),
      source: textOf(document, '#js_name'),
      byline: textOf(document, '#js_author_name'),
    }),
  },
];

/** The template of a page and its body; `null` where it follows none that we know. */
export function templateOf(document: Document): { template: Template; root: Element } | null {
  for (const template of TEMPLATES) {
    const root = template.root(document);
    if (root) return { template, root };
  }
  return null;
}

function withText(element: Element | null): Element | null {
  return element && /\p{Script=Han}{2}/u.test(element.textContent ?? '') ? element : null;
}

function textOf(document: Document, selector: string): string {
  return (document.querySelector(selector)?.textContent ?? '').trim().replace(/\s+/g, ' ');
}

/** `<!--enpproperty <date>2019-10-13 00:00:00:0</date><author>…</author> /enpproperty-->` */
function founderProperty(document: Document): string {
  const comments = document.createTreeWalker(document, 128);
  for (let comment = comments.nextNode(); comment; comment = comments.nextNode())
    if (comment.nodeValue?.includes('enpproperty')) return comment.nodeValue;
  return '';
}

/** Seconds since 1970 in the page's script; the day is China's. */
function weChatDate(document: Document): string {
  for (const { textContent } of document.querySelectorAll('script:not([src])')) {
    const seconds = /\b(?:ct|oriCreateTime|create_time)\s*=\s*["'](\d{10})["']/.exec(textContent ?? '')?.[1];
    if (seconds) return new Date(Number(seconds) * 1000 + CHINA).toISOString().slice(0, 16).replace('T', ' ');
  }
  return '';
}
