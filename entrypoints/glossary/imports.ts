import { type MessageKey, t } from '@/components/text';
import { sendMessage } from '@/utils/ext/messages';
import { GlossaryFileError } from '@/utils/glossary/formats/file-error';
import type { Forms, ImportAnswer, ImportRequests } from './import-protocol';

/** The worker that reads files: asked here, and ended when a file is done with. */
export class ImportWorker {
  readonly #worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<
    number,
    { done: (answer: ImportAnswer) => void; onProgress: (share: number) => void }
  >();
  #asked = 0;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<ImportAnswer>) => {
      const waiting = this.#waiting.get(data.id);
      if ('progress' in data) waiting?.onProgress(data.progress);
      else waiting?.done(data);
    });
    this.#worker.addEventListener('error', ({ message }) => {
      for (const [id, { done }] of this.#waiting) done({ id, error: { message } });
    });
  }

  /** Throws a `GlossaryFileError` where the file is at fault. */
  async ask<K extends keyof ImportRequests>(
    ask: K,
    data: Parameters<ImportRequests[K]>[0],
    onProgress: (share: number) => void = () => undefined,
  ): Promise<ReturnType<ImportRequests[K]>> {
    this.#asked += 1;
    const id = this.#asked;
    const answer = await new Promise<ImportAnswer>((done) => {
      this.#waiting.set(id, { done, onProgress });
      this.#worker.postMessage({ id, ask, data });
    });
    this.#waiting.delete(id);
    if ('result' in answer) return answer.result as ReturnType<ImportRequests[K]>;
    const { message, problem, values } = 'error' in answer ? answer.error : { message: '' };
    throw problem ? new GlossaryFileError(problem, values ?? [], message) : new Error(message);
  }

  end(): void {
    this.#worker.terminate();
  }
}

/** Headwords that are converted by one message. */
const CONVERTED_AT_ONCE = 2000;

/** Both scripts of headwords, by the language engine in the background. */
export async function bothScripts(headwords: readonly string[]): Promise<Forms> {
  const forms: Forms = [];
  for (let from = 0; from < headwords.length; from += CONVERTED_AT_ONCE) {
    const texts = headwords.slice(from, from + CONVERTED_AT_ONCE);
    const [hans, hant] = await Promise.all([
      sendMessage('convert', { texts, target: 'cn' }),
      sendMessage('convert', { texts, target: 'tw' }),
    ]);
    texts.forEach((text, at) => {
      forms.push([text, { hans: hans[at] ?? text, hant: hant[at] ?? text }]);
    });
  }
  return forms;
}

/** What went wrong, as one sentence in the reader's language. */
export function fileSentence(reason: unknown): string {
  if (reason instanceof GlossaryFileError) {
    return t(`glossary_file_${reason.problem}` satisfies MessageKey, ...reason.values);
  }
  return reason instanceof Error ? reason.message : String(reason);
}
