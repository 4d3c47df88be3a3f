import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Term } from '@/utils/lang/term';
import type { ReadingChoice } from './EntryView';
import { Reading } from './Reading';
import { t } from './text';

interface TermListProps {
  terms: readonly Term[];
  /** Id of the record that is shown. */
  shown: string;
  choice: ReadingChoice;
  onShow(id: string): void;
}

/** Two lines of type and the space around them, in pixels. */
const ROW_HEIGHT = 58;

/** The set phrases that were found, one of which is chosen; only what is on screen stands in the page. */
export function TermList({ terms, shown, choice, onShow }: TermListProps) {
  const list = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: terms.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => terms[index]?.id ?? index,
    overscan: 8,
  });
  const at = terms.findIndex(({ id }) => id === shown);
  const { scrollToIndex } = rows;
  useEffect(() => {
    if (at >= 0) scrollToIndex(at, { align: 'auto' });
  }, [at, scrollToIndex]);

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: terms.length - 1,
    };
    const wanted = steps[event.key];
    const term = wanted === undefined ? undefined : terms[Math.max(0, Math.min(terms.length - 1, wanted))];
    if (!term) return;
    event.preventDefault();
    onShow(term.id);
  };

  return (
    <div
      ref={list}
      className="term-list"
      role="listbox"
      tabIndex={0}
      data-part="term-list"
      aria-label={t('terms_list')}
      aria-activedescendant={at >= 0 ? `term-${shown}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const term = terms[index];
          return (
            term && (
              <Row
                key={term.id}
                term={term}
                choice={choice}
                shown={term.id === shown}
                place={index + 1}
                of={terms.length}
                top={start}
                onShow={onShow}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

interface RowProps extends Pick<TermListProps, 'choice' | 'onShow'> {
  term: Term;
  shown: boolean;
  place: number;
  of: number;
  top: number;
}

function Row({ term, choice, shown, place, of, top, onShow }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list that holds the focus hears the keys
    <div
      id={`term-${term.id}`}
      className="term-row"
      role="option"
      tabIndex={-1}
      aria-selected={shown}
      aria-posinset={place}
      aria-setsize={of}
      data-part="term-row"
      data-id={term.id}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onShow(term.id)}
    >
      <span className="term-row-head">
        <span className="term-row-form" lang="zh-Hans">
          {term.headword.hans}
        </span>
        <Reading
          reading={choice.words?.(term.headword.hans, term.reading) ?? term.reading}
          style={choice.style}
          toneColours={choice.toneColours}
          spokenOf={choice.sandhi ? term.headword.hans : undefined}
        />
      </span>
      <span className="term-row-rendering">{term.renderings[0]?.en}</span>
    </div>
  );
}
