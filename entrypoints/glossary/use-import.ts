import { type ComponentProps, useState } from 'react';
import type { ImportPreview } from '@/components/ImportPreview';
import type { StatusLine } from '@/components/Status';
import { plural, t } from '@/components/text';
import { sendMessage } from '@/utils/ext/messages';
import type { Column } from '@/utils/glossary/formats/columns';
import type { Table } from '@/utils/glossary/formats/table';
import type { PlanSummary } from '@/utils/glossary/import-plan';
import { bothScripts, ImportWorker } from './imports';

interface Opened {
  name: string;
  worker: ImportWorker;
  table: Table | null;
  columns: readonly (Column | null)[];
  plan: PlanSummary | null;
  progress: number | null;
}

/** Putting records aside takes about a third of an import; merging them, which nothing reports on, the rest. */
const STAGED_SHARE = 0.35;

/** The way of a file into the glossary: opened, previewed, agreed to, taken back. */
export function useImport(onStatus: (line: StatusLine | null) => void, onFail: (reason: unknown) => void) {
  const [opened, setOpened] = useState<Opened | null>(null);

  const close = (worker?: ImportWorker) => {
    worker?.end();
    setOpened(null);
  };
  const attempt = async (work: () => Promise<void>, worker?: ImportWorker) => {
    try {
      await work();
    } catch (reason) {
      close(worker);
      onFail(reason);
    }
  };
  const plan = async (worker: ImportWorker, columns: readonly (Column | null)[]) => {
    const forms = await bothScripts(await worker.ask('headwords', columns));
    return worker.ask('plan', { columns, forms });
  };

  const open = (file: File) => {
    const worker = new ImportWorker();
    void attempt(async () => {
      onStatus({ text: t('glossary_reading', file.name), busy: true });
      const { table } = await worker.ask('open', file);
      const columns = table?.columns ?? [];
      const planned = await plan(worker, columns);
      onStatus(null);
      setOpened({ name: file.name, worker, table, columns, plan: planned, progress: null });
    }, worker);
  };

  const choose = ({ worker }: Opened, columns: readonly (Column | null)[]) =>
    void attempt(async () => {
      setOpened((now) => now && { ...now, columns });
      const planned = await plan(worker, columns);
      setOpened((now) => now && { ...now, plan: planned });
    }, worker);

  const agree = ({ worker }: Opened) =>
    void attempt(async () => {
      const importId = crypto.randomUUID();
      const show = (progress: number) => setOpened((now) => now && { ...now, progress });
      show(0);
      await worker.ask('stage', importId, (share) => show(share * STAGED_SHARE));
      const { added, merged, unchanged } = await sendMessage('commitImport', importId);
      close(worker);
      onStatus({
        text: t('glossary_imported', added, merged, unchanged),
        undo: () => void attempt(() => takeBack(importId)),
      });
    }, worker);

  const takeBack = async (importId: string) => {
    const { undone, kept } = await sendMessage('undoImport', importId);
    const text =
      kept > 0 ? t('glossary_import_undone_kept', undone, kept) : plural('glossary_import_undone', undone);
    onStatus({ text });
  };

  const preview: ComponentProps<typeof ImportPreview> | null = opened && {
    name: opened.name,
    table: opened.table,
    columns: opened.columns,
    plan: opened.plan,
    progress: opened.progress,
    onColumns: (columns) => choose(opened, columns),
    onAgree: () => agree(opened),
    onCancel: () => close(opened.worker),
  };
  return { open, preview };
}
