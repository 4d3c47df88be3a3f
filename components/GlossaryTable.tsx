import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SavedTerm } from '@/utils/glossary/record';
import type { Order, SortKey } from '@/utils/glossary/search';
import type { ReadingChoice } from './EntryView';
import { type EditedField, GlossaryRow, type RowActions } from './GlossaryRow';
import { t } from './text';

interface GlossaryTableProps extends RowActions {
  terms: readonly SavedTerm[];
  choice: ReadingChoice;
  order: Order;
  selected: ReadonlySet<string>;
  onOrder: (key: SortKey) => void;
  onSelected: (ids: ReadonlySet<string>) => void;
}

/** A row that shows nothing unfolded, in pixels: two lines of type and the space around them. */
const USUAL_HEIGHT = 64;

/** What stays free above the row that the keys go to: the bar with the search and the head of the table. */
const COVERED = 160;

/** Keys that begin to write a field of the row. */
const FIELD_KEYS: Record<string, EditedField> = { r: 'rendering', n: 'note', t: 'tags' };

/**
 * The terms, row by row; only what is on screen stands in the page. The Tab key stops at one row, the arrow keys
 * lead to the others.
 */
export function GlossaryTable(props: GlossaryTableProps) {
  const { terms, choice, order, selected, onOrder, onSelected, onEdit, onRemove } = props;
  const { onRemoveOccurrence, onCopy } = props;
  const [active, setActive] = useState(0);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<{ id: string; field: EditedField } | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const [top, setTop] = useState(0);
  const focusTo = useRef<number | null>(null);

  useLayoutEffect(() => {
    const measure = () => setTop((table.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);

  const rows = useWindowVirtualizer({
    count: terms.length,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => terms[index]?.id ?? index,
    overscan: 8,
    scrollMargin: top,
    scrollPaddingStart: COVERED,
  });
  const shown = rows.getVirtualItems();
  const at = Math.min(active, terms.length - 1);
  const before = (shown[0]?.start ?? top) - top;
  const after = rows.getTotalSize() - ((shown.at(-1)?.end ?? top) - top);

  // The row may only come into being by scrolling to it.
  useEffect(() => {
    const index = focusTo.current;
    if (index === null) return;
    const row = table.current?.querySelector<HTMLElement>(`tr[aria-rowindex="${index + 2}"]`);
    if (!row) return;
    focusTo.current = null;
    row.focus({ preventScroll: true });
  });

  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(terms.length - 1, index));
    focusTo.current = next;
    setActive(next);
    rows.scrollToIndex(next, { align: 'auto' });
  };
  const unfold = (id: string, open: boolean) => setExpanded(changed(expanded, id, open));
  const edit = (id: string, field: EditedField | null) => {
    if (field === null) focusTo.current = at;
    setEditing(field && { id, field });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const term = terms[at];
    const onRow = event.target instanceof HTMLTableRowElement;
    if (!term || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target instanceof HTMLTextAreaElement) return;
    const page = Math.max(1, Math.floor(window.innerHeight / USUAL_HEIGHT) - 3);
    const field = FIELD_KEYS[event.key];
    if (event.key === 'ArrowDown') goTo(at + 1);
    else if (event.key === 'ArrowUp') goTo(at - 1);
    else if (event.key === 'PageDown') goTo(at + page);
    else if (event.key === 'PageUp') goTo(at - page);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(terms.length - 1);
    else if (event.key === 'ArrowRight') unfold(term.id, true);
    else if (event.key === 'ArrowLeft') unfold(term.id, false);
    else if (event.key === 'Enter' && onRow) unfold(term.id, !expanded.has(term.id));
    else if ((event.key === ' ' && onRow) || event.key === 'x')
      onSelected(changed(selected, term.id, !selected.has(term.id)));
    else if (event.key === 'Delete') {
      focusTo.current = at;
      onRemove([term.id]);
    } else if (event.key === 'c') onCopy(term.rendering || term.officialRendering || (term.senses[0] ?? ''));
    else if (field) edit(term.id, field);
    else return;
    event.preventDefault();
  };

  return (
    <table ref={table} className="glossary" aria-rowcount={terms.length + 1} onKeyDown={onKeyDown}>
      <colgroup>
        {['select', 'term', 'rendering', 'note', 'tags', 'met', 'actions'].map((column) => (
          <col key={column} className={`col-${column}`} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">
            <input
              type="checkbox"
              data-part="select-all"
              aria-label={t('glossary_select_all')}
              checked={terms.length > 0 && terms.every(({ id }) => selected.has(id))}
              onChange={(event) => onSelected(new Set(event.target.checked ? terms.map(({ id }) => id) : []))}
            />
          </th>
          {COLUMNS.map(({ label, keys }) => (
            <th key={label} scope="col" aria-sort={ariaSort(order, keys)}>
              {keys.length === 0 && t(label)}
              {keys.map((key, place) => (
                <button
                  key={key}
                  type="button"
                  className={place === 0 ? 'sort first' : 'sort'}
                  data-part={`sort-${key}`}
                  aria-pressed={order.key === key}
                  title={t('glossary_sort_by', t(SORT_LABELS[key]))}
                  onClick={() => onOrder(key)}
                >
                  {place === 0 ? t(label) : t(SORT_LABELS[key])}
                  <span aria-hidden="true">{order.key === key ? (order.descending ? ' ↓' : ' ↑') : ''}</span>
                </button>
              ))}
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">{t('glossary_column_actions')}</span>
          </th>
        </tr>
      </thead>
      <Spacer height={before} />
      {shown.map(({ index, key }) => {
        const term = terms[index];
        if (!term) return null;
        return (
          <GlossaryRow
            key={key}
            term={term}
            index={index}
            measure={rows.measureElement}
            choice={choice}
            active={index === at}
            expanded={expanded.has(term.id)}
            selected={selected.has(term.id)}
            editing={editing?.id === term.id ? editing.field : null}
            onActive={() => setActive(index)}
            onExpand={(open) => unfold(term.id, open)}
            onSelect={(on) => onSelected(changed(selected, term.id, on))}
            onEditing={(field) => edit(term.id, field)}
            onEdit={onEdit}
            onRemove={onRemove}
            onRemoveOccurrence={onRemoveOccurrence}
            onCopy={onCopy}
          />
        );
      })}
      <Spacer height={after} />
    </table>
  );
}

const SORT_LABELS = {
  saved: 'glossary_sort_saved',
  headword: 'glossary_sort_headword',
  reading: 'glossary_sort_reading',
  rendering: 'glossary_sort_rendering',
  paper: 'glossary_sort_paper',
} as const satisfies Record<SortKey, string>;

/** The columns between the mark and the actions, with what each can be sorted by. */
const COLUMNS = [
  { label: 'glossary_head_term', keys: ['headword', 'reading'] },
  { label: 'glossary_column_rendering', keys: ['rendering'] },
  { label: 'glossary_column_note', keys: [] },
  { label: 'glossary_column_tags', keys: [] },
  { label: 'glossary_column_met', keys: ['saved', 'paper'] },
] as const satisfies { label: string; keys: readonly SortKey[] }[];

function ariaSort(
  { key, descending }: Order,
  keys: readonly SortKey[],
): 'ascending' | 'descending' | undefined {
  if (!keys.includes(key)) return undefined;
  return descending ? 'descending' : 'ascending';
}

/** Stands for the rows above or below that are not in the page. */
function Spacer({ height }: { height: number }) {
  return (
    <tbody aria-hidden="true">
      <tr>
        <td colSpan={7} className="spacer" style={{ height: Math.max(0, height) }} />
      </tr>
    </tbody>
  );
}

function changed(ids: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(ids);
  if (on) next.add(id);
  else next.delete(id);
  return next;
}
