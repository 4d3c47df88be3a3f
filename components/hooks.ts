import { useCallback, useEffect, useState } from 'react';
import { type Backup, readLastBackup, watchLastBackup } from '@/utils/ext/backup';
import { readNewest, readTerms, readTermsOf } from '@/utils/ext/glossary-store';
import { onMessage } from '@/utils/ext/messages';
import { changeSetting, readSettings, type Settings, watchSettings } from '@/utils/ext/settings';
import type { SavedTerm } from '@/utils/glossary/record';

/** The settings as they stand, and how to change one; `null` until they are read. */
export function useSettings(): [Settings | null, typeof changeSetting] {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    void readSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);
  return [settings, changeSetting];
}

export interface Glossary {
  /** The terms that are kept, in no particular order; `null` until the first are read. */
  terms: readonly SavedTerm[] | null;
  /** Whether these are all; until then they are those saved last. */
  complete: boolean;
  /** Why they could not be read: one sentence. */
  error: string | null;
  reload: () => Promise<void>;
}

/** How many terms are read first; more than any screen shows. */
const FIRST_SCREEN = 60;

/** The personal glossary as it stands, also when it is changed elsewhere. */
export function useGlossary(): Glossary {
  const [terms, setTerms] = useState<readonly SavedTerm[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [complete, setComplete] = useState(false);
  const reload = useCallback(async () => {
    setError(null);
    try {
      const newest = await readNewest(FIRST_SCREEN);
      setTerms((known) => known ?? newest);
      setTerms(newest.length < FIRST_SCREEN ? newest : await readTerms());
      setComplete(true);
    } catch (reason) {
      setError(reason instanceof Error ? reason.message : String(reason));
    }
  }, []);
  useEffect(() => {
    void reload();
    return onMessage('glossaryChanged', async ({ data: change }) => {
      if (change.everything) return reload();
      const gone = new Set(change.removed.map(({ id }) => id));
      const changed = new Map(
        (await readTermsOf(change.saved.map(({ id }) => id))).map((term) => [term.id, term]),
      );
      setTerms((known) => {
        if (!known) return known;
        const kept = known.filter(({ id }) => !gone.has(id)).map((term) => changed.get(term.id) ?? term);
        const there = new Set(kept.map(({ id }) => id));
        return [...kept, ...[...changed.values()].filter(({ id }) => !there.has(id))];
      });
    });
  }, [reload]);
  return { terms, complete, error, reload };
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
