import { memo } from 'react';
import { language, t } from '@/components/text';
import { type PdfBlock, textOfBlock } from '@/utils/page/pdf-text';

/** Text larger than the page's own by this factor is a headline. */
const HEADLINE = 1.3;
const LONGEST_HEADLINE = 60;

/** The text of a PDF without its pages: one column, in the size of the reader's browser. */
export function PdfTexts({ texts, count }: { texts: readonly PdfBlock[][]; count: number }) {
  return (
    <article lang="zh" data-part="text">
      {texts.map((blocks, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages come once, in their order
        <PageText key={index} blocks={blocks} number={index + 1} />
      ))}
      {texts.length < count && (
        <p className="soft" role="status" lang={language()}>
          {t('document_reading_pages', texts.length + 1, count)}
        </p>
      )}
    </article>
  );
}

const PageText = memo(function PageText({ blocks, number }: { blocks: PdfBlock[]; number: number }) {
  const size = mainSize(blocks);
  return (
    <section data-sheet={number} aria-label={t('document_page', number)}>
      <p className="page-number" lang={language()}>
        {t('document_page', number)}
      </p>
      {blocks.map((block, index) => {
        const text = textOfBlock(block);
        const isHeadline = block.size >= HEADLINE * size && text.length <= LONGEST_HEADLINE;
        // biome-ignore lint/suspicious/noArrayIndexKey: the text of a page stays
        return isHeadline ? <h2 key={index}>{text}</h2> : <p key={index}>{text}</p>;
      })}
    </section>
  );
});

/** The size in which most of a page is set. */
function mainSize(blocks: readonly PdfBlock[]): number {
  const lengths = new Map<number, number>();
  for (const block of blocks)
    lengths.set(block.size, (lengths.get(block.size) ?? 0) + textOfBlock(block).length);
  return [...lengths].reduce((main, each) => (each[1] > main[1] ? each : main), [0, 0])[0];
}
