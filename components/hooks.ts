import { type Dispatch, type SetStateAction, useCallback, useEffect, useState } from 'react';
import { type Backup, readLastBackup, watchLastBackup } from '@/utils/ext/backup';
import { readNewest, readTerms, readTermsOf } from '@/utils/ext/glossary-store';
import { type GlossaryChange, onMessage } from '@/utils/ext/messages';
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

/** Changes that come within so many milliseconds after one was shown wait for each other. */
const TOGETHER = 100;

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
    // Many changes in a row are shown together: each one costs the sorting of the whole list.
    let waiting: GlossaryChange[] = [];
    let timer: ReturnType<typeof setTimeout> | null = null;
    const show = async () => {
      const changes = waiting;
      waiting = [];
      timer = changes.length > 0 ? setTimeout(() => void show(), TOGETHER) : null;
      if (changes.some(({ everything }) => everything)) return reload();
      if (changes.length > 0) await apply(changes, setTerms);
    };
    const stop = onMessage('glossaryChanged', ({ data }) => {
      waiting.push(data);
      if (timer === null) void show();
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [reload]);
  return { terms, complete, error, reload };
}

/** Takes over what was saved and removed meanwhile, the last state of each term. */
async function apply(
  changes: GlossaryChange[],
  setTerms: Dispatch<SetStateAction<readonly SavedTerm[] | null>>,
): Promise<void> {
  const ids = new Set(changes.flatMap(({ saved, removed }) => [...saved, ...removed].map(({ id }) => id)));
  // Those that are not kept any more are not read.
  const kept = new Map((await readTermsOf([...ids])).map((term) => [term.id, term]));
  setTerms((known) => {
    if (!known) return known;
    const left = known
      .filter(({ id }) => !ids.has(id) || kept.has(id))
      .map((term) => kept.get(term.id) ?? term);
    const there = new Set(left.map(({ id }) => id));
    return [...left, ...[...kept.values()].filter(({ id }) => !there.has(id))];
  });
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
