import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { filterChoices, GlossaryBar } from '@/components/GlossaryBar';
import { FirstUse, Loading, Notice } from '@/components/GlossaryEmpty';
import { GlossaryHead } from '@/components/GlossaryHead';
import { GlossaryTable } from '@/components/GlossaryTable';
import { useGlossary, useSettings } from '@/components/hooks';
import { ImportPreview } from '@/components/ImportPreview';
import { Status, type StatusLine } from '@/components/Status';
import { t } from '@/components/text';
import { sendMessage } from '@/utils/ext/messages';
import {
  filterTerms,
  NO_FILTER,
  type Order,
  type SortKey,
  searchTerms,
  sortTerms,
} from '@/utils/glossary/search';
import { type ExportFormat, exportGlossary } from './exports';
import { fileSentence } from './imports';
import { useImport } from './use-import';

/*
 * What tests hold on to, by `data-part`: `search`, `filter-tag|paper|category|date|reset`, `sort-KEY`, `row` (with
 * `data-headword`, `data-id`), and in a row `select`, `expand`, `rendering`, `note`, `tags`, `differs`, `remove`;
 * below it `details`, `occurrence`, `cite-chicago`, `cite-gbt7714`; on the page `export` (opens the menu),
 * `export-json`, `export-csv`, `import` (the file input), `import-preview` with `import-numbers`, `import-refused|merged|added`,
 * `import-column-N`, `import-confirm`, `import-cancel`; `status`, `undo`, `count`, and `notice` with
 * `data-state="first|none|error|loading"`.
 */

/** The personal glossary: everything that was saved, to search, write on, take away and carry elsewhere. */
export function GlossaryPage() {
  const { terms, complete, error, reload } = useGlossary();
  const [settings] = useSettings();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState(NO_FILTER);
  const [order, setOrder] = useState<Order>({ key: 'saved', descending: true });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [status, setStatus] = useState<StatusLine | null>(null);
  const search = useRef<HTMLInputElement>(null);

  const deferredQuery = useDeferredValue(query);
  const sorted = useMemo(() => sortTerms(terms ?? [], order), [terms, order]);
  const filtered = useMemo(() => filterTerms(sorted, filter), [sorted, filter]);
  const found = useMemo(() => searchTerms(filtered, deferredQuery), [filtered, deferredQuery]);
  const choices = useMemo(() => filterChoices(terms ?? []), [terms]);

  const fail = useCallback((reason: unknown) => setStatus({ text: fileSentence(reason), bad: true }), []);
  const attempt = useCallback((work: () => Promise<void>) => void work().catch(fail), [fail]);

  const undo = useCallback(
    (ids: string[]) =>
      attempt(async () => {
        await sendMessage('restoreTerms', ids);
        setStatus(null);
      }),
    [attempt],
  );
  const remove = (ids: string[]) =>
    attempt(async () => {
      const names = (terms ?? []).filter(({ id }) => ids.includes(id)).map(({ headword }) => headword);
      await sendMessage('removeTerms', ids);
      const [name = ''] = names;
      const text =
        ids.length === 1 ? t('glossary_removed_one', name) : t('glossary_removed_many', ids.length);
      setStatus({ text, undo: () => undo(ids) });
    });
  const exportAs = (format: ExportFormat) =>
    attempt(async () => {
      const chosen = selected.size > 0 ? sorted.filter(({ id }) => selected.has(id)) : sorted;
      const { name, count } = await exportGlossary(format, chosen, selected.size === 0);
      setStatus({ text: t('glossary_exported', count, name) });
    });
  const bringing = useImport(setStatus, fail);
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => setStatus({ text: t('glossary_copied') }),
      () => setStatus({ text: t('glossary_copy_failed'), bad: true }),
    );
  const sortBy = (key: SortKey) =>
    setOrder({ key, descending: order.key === key ? !order.descending : key === 'saved' });

  // The last removal is undone wherever the reader stands, unless a text is being written there.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const writing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !writing && status?.undo) {
        event.preventDefault();
        status.undo();
      } else if (event.key === '/' && !writing) {
        event.preventDefault();
        search.current?.focus();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [status]);

  const count = terms?.length ?? 0;
  return (
    <>
      <GlossaryHead
        count={complete ? countOf(found.length, count) : ''}
        exportable={count > 0}
        onExport={exportAs}
        onImport={bringing.open}
      />
      <main>
        {error !== null && (
          <Notice state="error" title={t('glossary_error_title')}>
            <p>{error}</p>
            <button type="button" className="button" data-kind="primary" onClick={() => void reload()}>
              {t('glossary_try_again')}
            </button>
          </Notice>
        )}
        {error === null && (terms === null || settings === null) && <Loading />}
        {error === null && terms?.length === 0 && <FirstUse saveKey="Alt+Shift+S" />}
        {error === null && count > 0 && settings && (
          <>
            <GlossaryBar
              search={search}
              query={query}
              filter={filter}
              choices={choices}
              onQuery={setQuery}
              onFilter={setFilter}
            />
            {found.length > 0 ? (
              <GlossaryTable
                terms={found}
                choice={{ style: settings.reading, toneColours: settings.toneColours }}
                order={order}
                selected={selected}
                onOrder={sortBy}
                onSelected={setSelected}
                onEdit={async (id, edit) => void (await sendMessage('editTerm', { id, ...edit }))}
                onRemove={remove}
                onCopy={copy}
              />
            ) : (
              <Notice state="none" title={t('glossary_none_title')}>
                <p>{query ? t('glossary_none_text', query) : t('glossary_none_filter')}</p>
              </Notice>
            )}
          </>
        )}
      </main>
      {bringing.preview && <ImportPreview {...bringing.preview} />}
      <Status line={status} onDismiss={() => setStatus(null)} />
    </>
  );
}

function countOf(found: number, count: number): string {
  if (found !== count) return t('glossary_found_one', found, count);
  return count === 1 ? t('glossary_count_one', count) : t('glossary_count_many', count);
}
