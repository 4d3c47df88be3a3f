import { useCallback, useEffect, useRef, useState } from 'react';
import { readTermRecords } from '@/utils/ext/assets';
import { type Backup, readLastBackup, watchLastBackup } from '@/utils/ext/backup';
import { countRemoved, readNewest, readTerms, readTermsOf } from '@/utils/ext/glossary-store';
import { onMessage, sendMessage } from '@/utils/ext/messages';
import type { Term } from '@/utils/lang/term';
import { byReading } from '@/utils/lang/term-search';
import type { ReadForm } from '@/utils/lang/word-readings';
import { type FeedState, TermFeed } from './term-feed';

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

/** Readings by words: those of a headword, or the reading as a whole until they are known. */
export type WordReadings = (form: string, reading: string) => readonly string[];

/** Gives readings by words; they are asked for, those of one drawing together, when they are first to be shown. */
export function useWordReadings(): WordReadings {
  const [known, setKnown] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const wanted = useRef(new Map<string, ReadForm>());
  const asked = useRef(new Set<string>());
  return useCallback(
    (form, reading) => {
      const key = `${form} ${reading}`;
      const words = known.get(key);
      if (words || !reading.includes(' ') || asked.current.has(key)) return words ?? [reading];
      asked.current.add(key);
      wanted.current.set(key, { form, reading });
      if (wanted.current.size === 1)
        queueMicrotask(() => {
          const keys = [...wanted.current.keys()];
          const forms = [...wanted.current.values()];
          wanted.current.clear();
          sendMessage('wordReadings', forms).then(
            (found) =>
              setKnown(
                (before) => new Map([...before, ...found.map((each, at) => [keys[at] ?? '', each] as const)]),
              ),
            () => {
              // They stay as they are spelt as a whole.
            },
          );
        });
      return [reading];
    },
    [known],
  );
}
