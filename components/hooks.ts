import { useCallback, useEffect, useState } from 'react';
import { readTerms, readTermsOf } from '@/utils/ext/glossary-store';
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
  /** The terms that are kept, in no particular order; `null` until they are read. */
  terms: readonly SavedTerm[] | null;
  /** Why they could not be read: one sentence. */
  error: string | null;
  reload: () => void;
}

/** The personal glossary as it stands, also when it is changed elsewhere. */
export function useGlossary(): Glossary {
  const [terms, setTerms] = useState<readonly SavedTerm[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const reload = useCallback(() => {
    setError(null);
    readTerms().then(setTerms, (reason: unknown) => setError(sentence(reason)));
  }, []);
  useEffect(() => {
    reload();
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
  return { terms, error, reload };
}

function sentence(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}
