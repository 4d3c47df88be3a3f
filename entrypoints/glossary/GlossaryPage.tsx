import { memo, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { browser } from '#imports';
import { BulkBar } from '@/components/BulkBar';
import { Concordance } from '@/components/Concordance';
import { EraseRemoved } from '@/components/EraseRemoved';
import { GlossaryBar } from '@/components/GlossaryBar';
import { FirstUse, Loading, Notice } from '@/components/GlossaryEmpty';
import { type BackupAge, type ExportFormat, GlossaryHead } from '@/components/GlossaryHead';
import { GlossaryTable } from '@/components/GlossaryTable';
import { useGlossary, useLastBackup, useRemovedCount, useWordReadings } from '@/components/hooks';
import { ImportPreview } from '@/components/ImportPreview';
import { SavedPicture } from '@/components/SavedPicture';
import { Status, type StatusLine } from '@/components/Status';
import { plural, t } from '@/components/text';
import { useSettings } from '@/components/use-settings';
import { ViewSwitch } from '@/components/ViewSwitch';
import { ANKI_ORIGIN, sendToAnki } from '@/utils/ext/anki-connect';
import { sendMessage } from '@/utils/ext/messages';
import { readShortcuts } from '@/utils/ext/shortcuts';
import { CHANGES_BEFORE_OFFER, changedSince, daysSince } from '@/utils/glossary/backup';
import { byMonth, byPaper, daysMet } from '@/utils/glossary/picture';
import type { TermEdit } from '@/utils/glossary/record';
import { spell } from '@/utils/lang/spelling';
import { backUp, exportGlossary } from './exports';
import { fileSentence } from './imports';
import { useImport } from './use-import';
import { useConcordance, useList } from './use-list';
import { useRemoval } from './use-removal';

/*
 * What tests hold on to, by `data-part`. In the head: `count`, `import` (the file input), `export-FORMAT` (those but
 * json and csv in the menu that `export-more` opens), `outgoing`, `backup`, `backup-now`, `removed-terms`, `erase`,
 * `erase-confirm|cancel`, `send-anki`, `picture`. Above the list: `search`,
 * `filter-tag|paper|category|date|reset`, `view-terms|concordance`, `bulk` with `bulk-tags|tag|remove|clear`,
 * `select-all`, `sort-KEY`. In the list: `row` (with `data-headword`, `data-id`), and in it `select`, `expand`,
 * `rendering`, `note`, `tags`, `differs`, `remove`; below it `details`, `occurrence`, `cite-chicago|gbt7714`,
 * `remove-occurrence`. Else
 * `concordance` with `line` and `concordance-after|before|date`; `import-preview` with `import-numbers`,
 * `import-refused|merged|added`, `import-column-N`, `import-confirm|cancel`; `status`, `undo`; `notice` with
 * `data-state="first|none|error|loading"`.
 */

/** Drawn anew only when what it lists changes, not with every letter that is typed. */
const Table = memo(GlossaryTable);

async function keepEdit(id: string, edit: TermEdit): Promise<void> {
  await sendMessage('editTerm', { id, ...edit });
}

/** The personal glossary: everything that was saved, to search, write on, take away and carry elsewhere. */
export function GlossaryPage() {
  const { terms, complete, error, reload } = useGlossary();
  const [settings] = useSettings();
  const list = useList(terms);
  const { sorted, found, query } = list;
  const [view, setView] = useState<'terms' | 'concordance'>('terms');
  const inContext = useConcordance(view === 'concordance', sorted, found, list.deferredQuery);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [status, setStatus] = useState<StatusLine | null>(null);
  const search = useRef<HTMLInputElement>(null);
  // What is done to marked terms is done to those that the reader sees listed.
  const marked = useMemo(() => found.filter(({ id }) => selected.has(id)), [found, selected]);
  const hidden = useMemo(
    () => sorted.reduce((count, { id }) => count + Number(selected.has(id)), 0) - marked.length,
    [sorted, selected, marked],
  );
  // Where terms are marked, nothing else leaves the glossary, be they hidden or not.
  const someMarked = marked.length + hidden > 0;
  const outgoing = someMarked ? marked : sorted;
  // What only tells of the whole follows after the list itself.
  const whole = useDeferredValue(complete ? sorted : null);
  const backup = useBackupAge(whole);

  const fail = useCallback((reason: unknown) => setStatus({ text: fileSentence(reason), bad: true }), []);
  const attempt = useCallback((work: () => Promise<void>) => void work().catch(fail), [fail]);
  const unmark = useCallback(
    (ids: string[]) => setSelected((now) => new Set([...now].filter((id) => !ids.includes(id)))),
    [],
  );
  const bringing = useImport(setStatus, fail);

  const removal = useRemoval(sorted, attempt, setStatus, unmark);
  const [removedCount, recount] = useRemovedCount(terms);
  const tag = (tags: string[]) =>
    attempt(async () => {
      await sendMessage('tagTerms', { ids: marked.map(({ id }) => id), tags });
      setStatus({ text: plural('glossary_tagged', marked.length) });
    });
  const exportAs = (format: ExportFormat) =>
    attempt(async () => {
      const { name, count } = await exportGlossary(format, outgoing, !someMarked);
      setStatus({ text: plural('glossary_exported', count, name) });
    });
  const keepBackup = () =>
    attempt(async () => {
      const kept = await backUp();
      if (kept) setStatus({ text: plural('glossary_exported', kept.count, kept.name) });
    });
  const toAnki = () =>
    attempt(async () => {
      // The browser asks the reader only within the click, so nothing may be awaited before it.
      if (!(await browser.permissions.request({ origins: [ANKI_ORIGIN] }))) return;
      setStatus({ text: t('glossary_anki_sending'), busy: true });
      const { added, updated, unchanged } = await sendToAnki(outgoing, spell);
      setStatus({ text: t('glossary_anki_sent', added, updated, unchanged) });
    });
  const copy = useCallback(
    (text: string) =>
      void navigator.clipboard.writeText(text).then(
        () => setStatus({ text: t('glossary_copied') }),
        () => setStatus({ text: t('glossary_copy_failed'), bad: true }),
      ),
    [],
  );
  const words = useWordReadings();
  const choice = useMemo(
    () =>
      settings && {
        style: settings.reading,
        toneColours: settings.toneColours,
        sandhi: settings.sandhi,
        words,
      },
    [settings, words],
  );
  usePageKeys(search, status);
  const saveKey = useSaveKey();

  const ready = error === null && sorted.length > 0 && choice !== null;
  return (
    <>
      <GlossaryHead
        count={complete ? countOf(found.length, sorted.length) : ''}
        exportable={complete && outgoing.length > 0}
        outgoing={complete && sorted.length > 0 ? outgoingOf(outgoing.length, someMarked) : ''}
        backup={backup}
        removed={<EraseRemoved count={removedCount} onErase={() => removal.erase(recount)} />}
        onExport={exportAs}
        onBackUp={keepBackup}
        onAnki={toAnki}
        onImport={bringing.open}
      >
        {whole && whole.length > 0 && <Picture terms={whole} />}
      </GlossaryHead>
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
        {error === null && terms?.length === 0 && <FirstUse saveKey={saveKey} />}
        {ready && (
          <>
            <GlossaryBar
              search={search}
              query={query}
              filter={list.filter}
              choices={list.choices}
              onQuery={list.setQuery}
              onFilter={list.setFilter}
            >
              {someMarked ? (
                <BulkBar
                  count={marked.length}
                  hidden={hidden}
                  onTag={tag}
                  onRemove={() => removal.remove(marked.map(({ id }) => id))}
                  onClear={() => setSelected(new Set())}
                />
              ) : (
                <ViewSwitch
                  legend={t('glossary_view')}
                  views={{ terms: t('glossary_view_terms'), concordance: t('glossary_view_concordance') }}
                  view={view}
                  onView={setView}
                />
              )}
            </GlossaryBar>
            {view === 'concordance' && inContext.lines.length > 0 && (
              <Concordance lines={inContext.lines} order={inContext.order} onOrder={inContext.setOrder} />
            )}
            {view === 'concordance' && inContext.lines.length === 0 && (
              <Notice state="none" title={t('glossary_concordance_none')} />
            )}
            {view === 'terms' && found.length > 0 && (
              <Table
                terms={found}
                choice={choice}
                order={list.order}
                selected={selected}
                onOrder={list.sortBy}
                onSelected={setSelected}
                onEdit={keepEdit}
                onRemove={removal.remove}
                onRemoveOccurrence={removal.removeOccurrence}
                onCopy={copy}
              />
            )}
            {view === 'terms' && found.length === 0 && (
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

/** How many months and papers the picture shows. */
const MONTHS = 24;
const PAPERS = 5;

/** Before things were met on so many days, there is nothing that a picture could tell. */
const DAYS = 5;

function Picture({ terms }: { terms: Parameters<typeof byPaper>[0] }) {
  const months = useMemo(() => byMonth(terms, new Date(), MONTHS), [terms]);
  const papers = useMemo(() => byPaper(terms, PAPERS), [terms]);
  const days = useMemo(() => daysMet(terms), [terms]);
  if (days < DAYS) return null;
  return <SavedPicture months={months} papers={papers} />;
}

/** `null` until the glossary and the time of the last backup are read, and while there is nothing to back up. */
function useBackupAge(terms: Parameters<typeof changedSince>[0] | null): BackupAge | null {
  const last = useLastBackup();
  return useMemo(() => {
    if (last === undefined || terms === null || terms.length === 0) return null;
    const changes = changedSince(terms, last?.at ?? null);
    return { days: last && daysSince(last.at, Date.now()), changes, due: changes >= CHANGES_BEFORE_OFFER };
  }, [last, terms]);
}

/** `/` leads to the search, and the last removal or import is undone wherever the reader stands; not while writing. */
function usePageKeys(search: { current: HTMLInputElement | null }, status: StatusLine | null): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      const writing =
        target instanceof HTMLTextAreaElement ||
        (target instanceof HTMLInputElement && target.type !== 'checkbox');
      if (writing || document.querySelector('dialog[open]')) return;
      if (event.key === 'z' && (event.ctrlKey || event.metaKey) && status?.undo) status.undo();
      else if (event.key === '/') search.current?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [search, status]);
}

/** The key that saves, as the browser has it now; empty where the reader took it away, `null` until it is known. */
function useSaveKey(): string | null {
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => {
    void readShortcuts().then((all) => setKey(all.find(({ name }) => name === 'save-term')?.keys ?? ''));
  }, []);
  return key;
}

/** What an export would hold. */
function outgoingOf(count: number, someMarked: boolean): string {
  if (!someMarked) return plural('glossary_outgoing_all', count);
  return count === 0 ? t('glossary_outgoing_none') : t('glossary_outgoing_marked', count);
}

function countOf(found: number, count: number): string {
  return found === count ? plural('glossary_count', count) : t('glossary_found', found, count);
}
