import { browser } from '#imports';

/** Where a message or a line comes from, as the browser tells it. */
interface Sender {
  url?: string;
  tab?: unknown;
}

/**
 * Whether a message or a line comes from the extension's own pages or its background. Scripts in pages may send too,
 * and a page's renderer may be broken into.
 */
export function isOwn({ url, tab }: Sender): boolean {
  // A background without an address has no tab either.
  return url ? url.startsWith(browser.runtime.getURL('/')) : tab === undefined;
}

/** Throws where a message comes from a script in a page. */
export function onlyOwnPages(sender: Sender): void {
  if (!isOwn(sender)) throw new Error('Only Tifa’s own pages may ask for this.');
}

/** Whether this script runs in one of the extension's own pages. */
export function isInOwnPage(): boolean {
  return location.href.startsWith(browser.runtime.getURL('/'));
}
