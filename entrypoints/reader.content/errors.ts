import { browser } from '#imports';

/** What an error says, for the reader. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether the extension was updated or removed while its content script stayed in the page. */
export function isGone(): boolean {
  return !browser.runtime?.id;
}

/** What the browsers say where the background was stopped before it answered. */
const STOPPED =
  /message channel closed|message port closed|Receiving end does not exist|conduit|context unloaded/i;

/** Asks once more where the background was stopped before it answered; what is asked must bear being done twice. */
export async function askAgain<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (isGone() || !STOPPED.test(sentenceOf(error))) throw error;
    return ask();
  }
}
