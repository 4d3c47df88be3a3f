import { type MessageKey, t } from '@/components/text';
import { type ImportSummary, stageImport } from '@/utils/ext/glossary-store';
import { sendMessage } from '@/utils/ext/messages';
import { GlossaryFileError } from '@/utils/glossary/formats/file-error';
import type { SavedTerm } from '@/utils/glossary/record';

/** Records that are put aside at once; the page stays fluent and shows its progress between two pieces. */
const PIECE = 500;

/**
 * Takes records over, all or nothing.
 *
 * @param onProgress how much of the work is done, from 0 to 1
 */
export async function importTerms(
  importId: string,
  terms: readonly SavedTerm[],
  onProgress: (done: number) => void,
): Promise<ImportSummary> {
  for (let from = 0; from < terms.length; from += PIECE) {
    await stageImport(importId, terms.slice(from, from + PIECE));
    // Putting aside takes about as long as merging does after it.
    onProgress(((from + PIECE) / terms.length) * 0.5);
  }
  return sendMessage('commitImport', importId);
}

/** What went wrong, as one sentence in the reader's language. */
export function fileSentence(reason: unknown): string {
  if (reason instanceof GlossaryFileError) {
    return t(`glossary_file_${reason.problem}` satisfies MessageKey, ...reason.values);
  }
  return reason instanceof Error ? reason.message : String(reason);
}
