import type { NewTerm } from '@/utils/glossary/record';
import type { Hit } from '@/utils/lang/hits';
import type { Article } from '@/utils/page/article';
import type { Block } from '@/utils/page/blocks';
import { addressOf, sentenceAround, sheetOf } from '@/utils/page/citation';
import { storyAround } from '@/utils/page/story';

/**
 * What is handed over when a hit is saved: the original, whatever script the page is shown in. A phrase that
 * stands in no base and no dictionary becomes the reader's own.
 *
 * @param met the hit as it stands in the text, breaks taken out
 */
export function newTerm(
  hit: Hit,
  met: string,
  block: Block,
  article: Article | null,
  page: Document,
  sourceOf: (node: Text) => string,
): NewTerm {
  const [entry] = hit.entries;
  const { sentence, from, to } = sentenceAround(block.text, hit);
  const inArticle = article?.blocks.some((each) => each.element === block.element) ?? false;
  const story = article && storyAround(article.root, block.element, { sourceOf });
  const term = entry?.term;
  return {
    headword: met,
    hans: entry?.headword ?? met,
    hant: entry?.variant ?? met,
    reading: hit.reading || (entry?.reading ?? ''),
    senses: term ? [term.meaning] : (entry?.senses ?? []),
    ...(term ? { term: term.id } : {}),
    categories: term?.category ?? [],
    officialRendering: term?.renderings.find(({ status }) => status === 'official')?.en ?? '',
    occurrence: {
      sentence,
      from,
      to,
      headline: story?.headline || (inArticle && article?.title) || page.title,
      byline: story?.byline || (inArticle && !story && article?.byline) || '',
      paper: article?.source ?? '',
      page: sheetOf(block.element) || (inArticle && article?.page) || '',
      date: article?.date.slice(0, 10) ?? '',
      url: addressOf(page),
      readAt: new Date().toISOString(),
    },
  };
}
