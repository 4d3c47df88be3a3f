import { type Browser, browser } from '#imports';
import type { Place } from '@/utils/lang/digest';
import { isOwn } from './sender';

/** The article of a page as its reader has it. */
export interface PanelArticle {
  headline: string;
  paper: string;
  date: string;
  url: string;
  /** All of that in one line, to stand under a quotation. */
  citation: string;
  /** Source texts of its Chinese blocks. */
  blocks: string[];
}

/** What a reader tells the panels that look at its page. */
export type ReaderNews =
  /** The article as it now stands; `null` where the page has none. */
  | { kind: 'article'; article: PanelArticle | null }
  /** The first block in view. */
  | { kind: 'at'; block: number }
  /** What came of a wish to save: how many terms were saved, and why the next one was not. */
  | { kind: 'saved'; count: number; failed: string | null };

/** What a panel wants of a reader. */
export type PanelWish = { kind: 'goTo'; place: Place } | { kind: 'save'; places: Place[] };

/** One end of the line between a panel and a reader. It carries the text of an article, so nobody else hears it. */
export interface Line<Out> {
  send(message: Out): void;
  close(): void;
}

const NAME = 'panel';

/**
 * Opens a line to the reader in a tab. `onEnd` is called when that reader is gone, or was never there.
 */
export function callReader(
  tabId: number,
  onNews: (news: ReaderNews) => void,
  onEnd: () => void,
): Line<PanelWish> {
  const port = browser.tabs.connect(tabId, { name: NAME, frameId: 0 });
  port.onMessage.addListener(onNews);
  port.onDisconnect.addListener(() => {
    // Read, so that the browser does not report it as unheeded: there was no reader.
    void browser.runtime.lastError;
    onEnd();
  });
  return lineOver(port);
}

/**
 * Answers the panels that call, in a reader. `answer` is given the line to the panel and hands back who hears its
 * wishes and its end. Returns how to stop.
 */
export function answerPanels(
  answer: (line: Line<ReaderNews>) => { onWish(wish: PanelWish): void; onEnd(): void },
): () => void {
  const onConnect = (port: Browser.runtime.Port) => {
    // In our own pages the reader hears scripts of other pages as well.
    if (port.name !== NAME || !port.sender || !isOwn(port.sender)) return;
    const { onWish, onEnd } = answer(lineOver(port));
    port.onMessage.addListener(onWish);
    port.onDisconnect.addListener(onEnd);
  };
  browser.runtime.onConnect.addListener(onConnect);
  return () => browser.runtime.onConnect.removeListener(onConnect);
}

function lineOver<Out>(port: Browser.runtime.Port): Line<Out> {
  return {
    send(message) {
      try {
        port.postMessage(message);
      } catch {
        // The other end has just gone; its `onDisconnect` says so.
      }
    },
    close: () => port.disconnect(),
  };
}
