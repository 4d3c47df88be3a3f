import { type MessageKey, t } from '@/components/text';
import { type ImportSummary, readEverything } from '@/utils/ext/glossary-store';
import { sendMessage } from '@/utils/ext/messages';
import type { RefusedRow } from '@/utils/glossary/draft';
import { GlossaryFileError } from '@/utils/glossary/formats/file-error';
import { readGlossaryFile } from './files';

/** Takes a file over; answers what came of it, and a sentence for each row that was not taken. */
export async function importFile(file: File): Promise<{ summary: ImportSummary; refused: string[] }> {
  const { terms, refused } = await readGlossaryFile(file, await readEverything());
  const summary = await sendMessage('importTerms', terms);
  return { summary, refused: refused.map(rowSentence) };
}

function rowSentence({ line, reason, value }: RefusedRow): string {
  return t(`glossary_row_${reason}` satisfies MessageKey, line, value);
}

/** What went wrong, as one sentence in the reader's language. */
export function fileSentence(reason: unknown): string {
  if (reason instanceof GlossaryFileError) {
    return t(`glossary_file_${reason.problem}` satisfies MessageKey, ...reason.values);
  }
  return reason instanceof Error ? reason.message : String(reason);
}
