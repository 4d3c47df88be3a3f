import { useCallback, useEffect, useState } from 'react';
import { readTermRecords } from '@/utils/ext/assets';
import { type Backup, readLastBackup, watchLastBackup } from '@/utils/ext/backup';
import { countRemoved, readNewest, readTerms, readTermsOf } from '@/utils/ext/glossary-store';
import { onMessage } from '@/utils/ext/messages';
import { changeSetting, readSettings, type Settings, watchSettings } from '@/utils/ext/settings';
import type { Term } from '@/utils/lang/term';
import { byReading } from '@/utils/lang/term-search';
import { type FeedState, TermFeed } from './term-feed';

/** The settings as they stand, and how to change one; `null` until they are read. */
export function useSettings(): [Settings | null, typeof changeSetting] {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    void readSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);
  return [settings, changeSetting];
}

/** The glossary as it stands, and how to read it anew. */
export interface Glossary extends FeedState {
  reload: () => Promise<void>;
}

/** The personal glossary as it stands, also when it is changed elsewhere. */
export function useGlossary(): Glossary {
  const [state, setState] = useState<FeedState>({ terms: null, complete: false, error: null });
  const [feed] = useState(
    () => new TermFeed({ newest: readNewest, all: readTerms, of: readTermsOf }, setState),
  );
  const reload = useCallback(() => feed.reload(), [feed]);
  useEffect(() => {
    const stop = onMessage('glossaryChanged', ({ data: { saved, removed, everything } }) => {
      if (everything) void feed.reload();
      else void feed.change([...saved, ...removed].map(({ id }) => id));
    });
    void feed.reload();
    return stop;
  }, [feed]);
  return { ...state, reload };
}

/** How many terms were removed and not erased yet, counted anew when the glossary changes; 0 until that is known. */
export function useRemovedCount(terms: readonly unknown[] | null): [number, () => Promise<void>] {
  const [count, setCount] = useState(0);
  const recount = useCallback(
    () =>
      countRemoved().then(setCount, () => {
        // A glossary that cannot be read says so by itself.
      }),
    [],
  );
  useEffect(() => {
    if (terms !== null) void recount();
  }, [terms, recount]);
  return [count, recount];
}

/** When the glossary was last written to a backup; `undefined` until that is read. */
export function useLastBackup(): Backup | null | undefined {
  const [backup, setBackup] = useState<Backup | null>();
  useEffect(() => {
    void readLastBackup().then(setBackup);
    return watchLastBackup(setBackup);
  }, []);
  return backup;
}

/** The built-in base in the order of its readings, and how to read it again; `terms` is `null` until it is there. */
export interface BuiltInBase {
  terms: readonly Term[] | null;
  /** Why it could not be read. */
  error: string | null;
  reload(): void;
}

/** The whole of the built-in base. */
export function useBuiltInBase(): BuiltInBase {
  const [state, setState] = useState<Omit<BuiltInBase, 'reload'>>({ terms: null, error: null });
  const reload = useCallback(() => {
    setState({ terms: null, error: null });
    readTermRecords().then(
      (terms) => setState({ terms: byReading(terms), error: null }),
      (reason: unknown) =>
        setState({ terms: null, error: reason instanceof Error ? reason.message : String(reason) }),
    );
  }, []);
  useEffect(reload, [reload]);
  return { ...state, reload };
}
