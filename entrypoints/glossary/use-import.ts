import { type ComponentProps, useState } from 'react';
import type { ImportPreview } from '@/components/ImportPreview';
import type { StatusLine } from '@/components/Status';
import { t } from '@/components/text';
import { readEverything } from '@/utils/ext/glossary-store';
import { sendMessage } from '@/utils/ext/messages';
import type { Column } from '@/utils/glossary/formats/columns';
import type { SavedTerm } from '@/utils/glossary/record';
import { type FilePlan, type OpenFile, openFile, planFile } from './files';
import { importTerms } from './imports';

interface Opened {
  file: OpenFile;
  columns: readonly (Column | null)[];
  known: SavedTerm[];
  plan: FilePlan | null;
  progress: number | null;
}

/** The way of a file into the glossary: opened, previewed, agreed to, taken back. */
export function useImport(onStatus: (line: StatusLine | null) => void, onFail: (reason: unknown) => void) {
  const [opened, setOpened] = useState<Opened | null>(null);

  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (reason) {
      setOpened(null);
      onFail(reason);
    }
  };

  const open = (chosen: File) =>
    void attempt(async () => {
      const file = await openFile(chosen);
      const known = await readEverything();
      const columns = file.table?.columns ?? [];
      onStatus(null);
      setOpened({ file, columns, known, plan: await planFile(file, columns, known), progress: null });
    });

  const choose = (columns: readonly (Column | null)[]) =>
    void attempt(async () => {
      if (!opened) return;
      setOpened({ ...opened, columns, plan: await planFile(opened.file, columns, opened.known) });
    });

  const agree = () =>
    void attempt(async () => {
      const terms = opened?.plan?.terms;
      if (!terms) return;
      const importId = crypto.randomUUID();
      const { added, merged, unchanged } = await importTerms(importId, terms, (progress) =>
        setOpened((now) => now && { ...now, progress }),
      );
      setOpened(null);
      onStatus({
        text: t('glossary_imported', added, merged, unchanged),
        undo: () => void attempt(() => takeBack(importId)),
      });
    });

  const takeBack = async (importId: string) => {
    const { undone, kept } = await sendMessage('undoImport', importId);
    const text =
      kept > 0 ? t('glossary_import_undone_kept', undone, kept) : t('glossary_import_undone', undone);
    onStatus({ text });
  };

  const preview: ComponentProps<typeof ImportPreview> | null = opened && {
    name: opened.file.name,
    table: opened.file.table,
    columns: opened.columns,
    plan: opened.plan,
    progress: opened.progress,
    onColumns: choose,
    onAgree: agree,
    onCancel: () => setOpened(null),
  };
  return { open, preview };
}
