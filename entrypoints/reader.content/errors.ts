import { browser } from '#imports';

/** What an error says, for the reader. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether the extension was updated or removed while its content script stayed in the page. */
export function isGone(): boolean {
  return !browser.runtime?.id;
}
