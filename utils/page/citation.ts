import type { Term } from '@/utils/lang/term';
import type { Article } from './article';

export { type Sentence, sentenceAround } from './sentence';

/** Name of the `meta` element by which our own document page says where its text comes from. */
export const SOURCE_ADDRESS = 'tifa-source';

/**
 * The address of what is read: the page's own, or that of the file which our document page shows; empty where the
 * file is the reader's own.
 */
export function addressOf(document: Document): string {
  if (!isOwn(document)) return document.URL;
  return document.querySelector<HTMLMetaElement>(`meta[name="${SOURCE_ADDRESS}"]`)?.content ?? document.URL;
}

/** The page of a PDF in our document page on which an element stands; empty elsewhere. */
export function sheetOf(element: Element): string {
  if (!isOwn(element.ownerDocument)) return '';
  return element.closest<HTMLElement>('[data-sheet]')?.dataset.sheet ?? '';
}

/** Whether a document is one of the extension's own pages. */
function isOwn({ URL }: Document): boolean {
  return /^[a-z]+-extension:/.test(URL);
}

/** Where a text was read, as it is saved with a term. A field is empty where the page does not show it. */
export interface PageCitation {
  headline: string;
  /** The paper or site that is named as the source. */
  source: string;
  /** YYYY-MM-DD, perhaps with a time: YYYY-MM-DD HH:MM. */
  date: string;
  byline: string;
  /** The page of a printed paper: 第04版：民生; of an article paged over several addresses the part: 第2页. */
  page: string;
  /** Address of the page that was read: of an article paged over several addresses the one that holds the text. */
  url: string;
}

/** The number of a part at the end of an address: content_123_2.html, ?page=2. */
const PART = /[_-]([1-9]\d{0,2})(?=\.\w+$)|[?&](?:page|p|pn)=([1-9]\d{0,2})\b/;
/** What links to other parts say. */
const PAGER = /^(?:\d{1,3}|[上下][一1]?[页頁]|首[页頁]|尾[页頁]|第.{1,3}[页頁])$/;

/** Where a text of a page was read; without an article, the page itself. */
export function pageCitation(article: Article | null, document: Document): PageCitation {
  return {
    headline: article?.title || document.title.trim(),
    source: article?.source ?? '',
    date: article?.date ?? '',
    byline: article?.byline ?? '',
    page: article ? article.page || partOf(document) : '',
    url: addressOf(document),
  };
}

/** The same as one line of text, to stand under a quotation: 《标题》，东陵日报，2024-11-20，第04版：民生，address. */
export function citationLine({ headline, source, date, byline, page, url }: PageCitation): string {
  return [byline, headline && `《${headline}》`, source, date, page, url]
    .filter((part) => part !== '')
    .join('，');
}

/** The sources of a record of the built-in base, a line each under its headword; empty where it names none. */
export function recordCitation({ headword, citations = [] }: Term): string {
  if (citations.length === 0) return '';
  const lines = citations.map(({ title, publisher, date = '', url = '' }) =>
    [title, publisher, date, url].filter((part) => part !== '').join(', '),
  );
  return [headword.hans, ...lines].join('\n');
}

/**
 * Which part of an article the address names, as 第2页; empty where it is the first or the only one. A number alone
 * may be anything: the page must link to another part too.
 */
function partOf(document: Document): string {
  const [match, inName, inQuery] = PART.exec(document.URL) ?? [];
  const number = Number(inName ?? inQuery);
  if (match === undefined || !(number > 1)) return '';
  const before = document.URL.slice(0, document.URL.indexOf(match));
  const isPart = ({ href, textContent }: HTMLAnchorElement) =>
    href !== document.URL &&
    href.startsWith(before) &&
    (inName === undefined || /^(?:[_-]\d{1,3})?\.\w+/.test(href.slice(before.length))) &&
    PAGER.test((textContent ?? '').trim());
  return [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].some(isPart) ? `第${number}页` : '';
}
