import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import type { ConcordanceLine, ConcordanceOrder } from '@/utils/glossary/concordance';
import { isWeb } from './OccurrenceList';
import { t } from './text';

interface ConcordanceProps {
  lines: readonly ConcordanceLine[];
  order: ConcordanceOrder;
  onOrder: (order: ConcordanceOrder) => void;
}

/** One line of type and the space around it, in pixels. */
const LINE_HEIGHT = 36;

const ORDERS = [
  { order: 'after', label: 'glossary_concordance_after' },
  { order: 'before', label: 'glossary_concordance_before' },
  { order: 'date', label: 'glossary_concordance_date' },
] as const satisfies { order: ConcordanceOrder; label: string }[];

/** The key word in its contexts, one under the other, each line with its source. */
export function Concordance({ lines, order, onOrder }: ConcordanceProps) {
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY), []);
  const rows = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => LINE_HEIGHT,
    overscan: 12,
    scrollMargin: top,
  });
  return (
    <section className="concordance" data-part="concordance">
      <div className="orders" role="radiogroup" aria-label={t('glossary_concordance_order')}>
        <span aria-hidden="true">{t('glossary_concordance_order')}</span>
        {ORDERS.map((each) => (
          <label key={each.order}>
            <input
              type="radio"
              name="concordance-order"
              data-part={`concordance-${each.order}`}
              checked={order === each.order}
              onChange={() => onOrder(each.order)}
            />
            {t(each.label)}
          </label>
        ))}
      </div>
      <ol ref={list} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <li
              key={index}
              className="line"
              data-part="line"
              aria-posinset={index + 1}
              aria-setsize={lines.length}
              style={{ translate: `0 ${start - top}px` }}
            >
              <span className="before" lang="zh">
                <bdi>{line.before}</bdi>
              </span>
              <mark lang="zh">{line.match}</mark>
              <span className="after" lang="zh">
                {line.after}
              </span>
              <LineSource line={line} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function LineSource({ line: { occurrence } }: { line: ConcordanceLine }) {
  const { url, paper, date, readAt, headline } = occurrence;
  const text = `${paper} ${date || readAt.slice(0, 10)}`.trim();
  return (
    <span className="line-source" title={headline} lang="zh">
      {isWeb(url) ? (
        <a href={url} target="_blank" rel="noreferrer">
          {text}
        </a>
      ) : (
        text
      )}
    </span>
  );
}
