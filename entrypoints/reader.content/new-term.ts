import type { NewTerm } from '@/utils/glossary/record';
import type { Hit } from '@/utils/lang/hits';
import type { Term } from '@/utils/lang/term';
import type { Block } from '@/utils/page/blocks';
import { type PageCitation, sentenceAround } from '@/utils/page/citation';

/**
 * What is handed over when a hit is saved: the original, whatever script the page is shown in. A phrase that
 * stands in no base and no dictionary becomes the reader's own.
 *
 * @param met the hit as it stands in the text, breaks taken out
 */
export function newTerm(hit: Hit, met: string, block: Block, cited: PageCitation): NewTerm {
  const [entry] = hit.entries;
  const term = entry?.term;
  const { source: paper, date, headline, byline, page, url } = cited;
  return {
    headword: met,
    hans: entry?.headword ?? met,
    hant: entry?.variant ?? met,
    reading: hit.reading || (entry?.reading ?? ''),
    senses: term ? sensesOf(term) : (entry?.senses ?? []),
    ...(term ? { term: term.id } : {}),
    categories: term?.category ?? [],
    officialRendering: term?.renderings.find(({ status }) => status === 'official')?.en ?? '',
    occurrence: {
      ...sentenceAround(block.text, hit),
      headline,
      byline,
      paper,
      page,
      date: date.slice(0, 10),
      url,
      readAt: new Date().toISOString(),
    },
  };
}

/** Without an official rendering, the first of the others says in a word what the meaning says in a sentence. */
function sensesOf({ renderings, meaning }: Term): string[] {
  const [first] = renderings;
  return first && first.status !== 'official' ? [first.en, meaning] : [meaning];
}
