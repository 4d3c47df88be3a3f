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
 * Puts the reader into a tab, its frames too, wherever it is not there yet. Rejects where the browser refuses: its
 * own pages, stores, and sites that were neither listed, granted nor clicked. Frames that it refuses are left out.
 */
export async function startReader(tabId: number): Promise<void> {
  const frames = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: isRead });
  const unread = frames.filter(({ result }) => result === false).map(({ frameId }) => frameId);
  if (unread.length > 0) {
    const target = { tabId, frameIds: unread };
    // What is marked in a frame that the reader of the page reads needs the style as well.
    await browser.scripting.insertCSS({ target: { tabId, allFrames: true }, files: [READER_CSS] });
    await browser.scripting.executeScript({ target, files: [READER] });
  }
  await showToolbarState(tabId, 'reading');
}

/** Puts the reader into one frame, if the page around is read; the frame shows what the page shows. */
export async function startInFrame(tabId: number, frameId: number): Promise<void> {
  const page = await sendMessage('getPageState', undefined, { tabId, frameId: 0 }).catch(() => null);
  if (!page) return;
  const target = { tabId, frameIds: [frameId] };
  const [frame] = await browser.scripting.executeScript({ target, func: isRead });
  if (frame?.result === false) {
    await browser.scripting.insertCSS({ target, files: [READER_CSS] });
    await browser.scripting.executeScript({ target, files: [READER] });
  }
  if (page.shown !== 'source') await sendMessage('showInFrames', page.shown, { tabId, frameId });
}

/** Whether a frame has a reader, of its own or of the page around, or is none to read in. Runs in the frame. */
function isRead(): boolean {
  const { tifaReads } = globalThis as { tifaReads?: () => boolean };
  if (tifaReads?.()) return true;
  if (window === window.top) return false;
  try {
    if (window.parent.document) return true;
  } catch {
    // Of another origin.
  }
  return window.innerWidth < 100 || window.innerHeight < 30;
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
    { id: ALWAYS_HERE, matches, js: [DETECTOR], runAt: 'document_idle', allFrames: true },
  ]);
}
