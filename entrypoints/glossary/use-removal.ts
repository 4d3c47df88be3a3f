import { useCallback, useRef } from 'react';
import type { StatusLine } from '@/components/Status';
import { plural, t } from '@/components/text';
import { sendMessage } from '@/utils/ext/messages';
import type { Occurrence, SavedTerm } from '@/utils/glossary/record';

/** What takes something away, each with its undo but the last. */
export function useRemoval(
  terms: readonly SavedTerm[],
  attempt: (work: () => Promise<void>) => void,
  onStatus: (line: StatusLine | null) => void,
  onRemoved: (ids: string[]) => void,
) {
  const latest = useRef(terms);
  latest.current = terms;
  const tell = useCallback(
    (text: string, restore: () => Promise<void>) =>
      onStatus({
        text,
        undo: () =>
          attempt(async () => {
            await restore();
            onStatus(null);
          }),
      }),
    [attempt, onStatus],
  );

  const remove = useCallback(
    (ids: string[]) =>
      attempt(async () => {
        const name = latest.current.find(({ id }) => id === ids[0])?.headword ?? '';
        await sendMessage('removeTerms', ids);
        onRemoved(ids);
        tell(
          ids.length === 1 ? t('glossary_removed_named', name) : plural('glossary_removed', ids.length),
          () => sendMessage('restoreTerms', ids),
        );
      }),
    [attempt, onRemoved, tell],
  );
  const removeOccurrence = useCallback(
    (id: string, occurrence: Occurrence) =>
      attempt(async () => {
        const { sentence, url } = occurrence;
        await sendMessage('removeOccurrence', { id, sentence, url });
        tell(t('glossary_occurrence_removed', id), () =>
          sendMessage('restoreOccurrence', { id, occurrence }),
        );
      }),
    [attempt, tell],
  );
  const erase = useCallback(
    (then: () => Promise<void>) =>
      attempt(async () => {
        const count = await sendMessage('eraseRemoved');
        await then();
        onStatus({ text: plural('glossary_erased', count) });
      }),
    [attempt, onStatus],
  );
  return { remove, removeOccurrence, erase };
}
