import type { Article } from './article';

export { type Sentence, sentenceAround } from './sentence';

/** Where a text was read, as it is saved with a term. A field is empty where the page does not show it. */
export interface PageCitation {
  headline: string;
  /** The paper or site that is named as the source. */
  source: string;
  /** YYYY-MM-DD, perhaps with a time: YYYY-MM-DD HH:MM. */
  date: string;
  byline: string;
  /** The page of a printed paper: 第04版：民生. */
  page: string;
  /** Address of the page that was read: of an article paged over several addresses the one that holds the text. */
  url: string;
}

/** Where a text of a page was read; without an article, the page itself. */
export function pageCitation(article: Article | null, document: Document): PageCitation {
  return {
    headline: article?.title || document.title.trim(),
    source: article?.source ?? '',
    date: article?.date ?? '',
    byline: article?.byline ?? '',
    page: article?.page ?? '',
    url: document.URL,
  };
}

/** The same as one line of text, to stand under a quotation: 《标题》，东陵日报，2024-11-20，第04版：民生，address. */
export function citationOf(article: Article | null, document: Document): string {
  const { headline, source, date, byline, page, url } = pageCitation(article, document);
  return [byline, headline && `《${headline}》`, source, date, page, url]
    .filter((part) => part !== '')
    .join('，');
}
