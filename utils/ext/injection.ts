import { browser } from '#imports';
import { sendMessage } from './messages';
import { SITES } from './sites';
import { showToolbarState } from './toolbar';

const READER = '/content-scripts/reader.js';
const READER_CSS = '/content-scripts/reader.css';
const CARD = '/content-scripts/card.js';
const DETECTOR = '/content-scripts/detector.js';
const ALWAYS_HERE = 'always-here';

/**
 * Puts the reader into a tab, unless it is there. Rejects where the browser refuses: its own pages, stores, and
 * sites that were neither listed, granted nor clicked.
 */
export async function startReader(tabId: number): Promise<void> {
  const answer = await sendMessage('getPageState', undefined, tabId).catch(() => null);
  if (!answer) {
    await browser.scripting.insertCSS({ target: { tabId }, files: [READER_CSS] });
    await browser.scripting.executeScript({ target: { tabId }, files: [READER] });
  }
  await showToolbarState(tabId, 'reading');
}

/** Puts the script that draws the card where the reader runs. */
export async function loadCard(tabId: number | undefined, frameId = 0): Promise<void> {
  if (tabId === undefined) throw new Error('The card was asked for by a page without a tab.');
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [CARD] });
}

/**
 * Lets the detector run on the hosts that the reader granted. Browsers drop such registrations at an update, and
 * readers can take a grant back in the browser's settings, so it is called again whenever either may have happened.
 */
export async function registerAlwaysHere(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const matches = origins.filter((origin) => !SITES.includes(origin));
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [ALWAYS_HERE] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ALWAYS_HERE] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: ALWAYS_HERE, matches, js: [DETECTOR], runAt: 'document_idle' },
  ]);
}
