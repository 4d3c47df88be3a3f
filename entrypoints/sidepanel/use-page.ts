import { useCallback, useEffect, useRef, useState } from 'react';
import { type Browser, browser } from '#imports';
import { callReader, type Line, type PanelArticle, type PanelWish } from '@/utils/ext/panel-feed';

/** What the panel knows of the page in the window's active tab. */
export type PageNews =
  | { kind: 'waiting' }
  /** No reader runs there: the browser's own page, a page without Chinese, one where Tifa is off. */
  | { kind: 'unread' }
  | { kind: 'read'; article: PanelArticle | null };

/** What came of saving from the panel. */
export interface SavingResult {
  count: number;
  failed: string | null;
}

/** Between two pages there is no reader for a moment, which is nothing to tell. Milliseconds before each of the first tries. */
const SOON = [100, 200, 400, 800, 1500];
/** A reader that was not there may come: by the detector, or by a click on the icon. Milliseconds between tries. */
const TRY_AGAIN = 1500;

/** The active tab of the panel's window and what its reader tells, also when another tab or page takes its place. */
export function usePage(onSaved: (result: SavingResult) => void) {
  const [tab, setTab] = useState<number | null>(null);
  const [news, setNews] = useState<PageNews>({ kind: 'waiting' });
  /** The first block of the article in view. */
  const [at, setAt] = useState(0);
  const line = useRef<Line<PanelWish> | null>(null);
  const saved = useRef(onSaved);
  saved.current = onSaved;

  useEffect(() => followActiveTab(setTab), []);

  useEffect(() => {
    if (tab === null) return;
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let tries = 0;
    const call = () => {
      line.current = callReader(
        tab,
        (told) => {
          if (over) return;
          tries = 0;
          if (told.kind === 'article') setNews({ kind: 'read', article: told.article });
          else if (told.kind === 'at') setAt(told.block);
          else saved.current(told);
        },
        () => {
          if (over) return;
          line.current = null;
          const soon = SOON[tries++];
          setNews({ kind: soon === undefined ? 'unread' : 'waiting' });
          timer = setTimeout(call, soon ?? TRY_AGAIN);
        },
      );
    };
    setNews({ kind: 'waiting' });
    setAt(0);
    call();
    return () => {
      over = true;
      clearTimeout(timer);
      line.current?.close();
      line.current = null;
    };
  }, [tab]);

  const wish = useCallback((wanted: PanelWish) => line.current?.send(wanted), []);
  return { tab, news, at, wish };
}

/** Tells the active tab of this window, now and whenever another takes its place; returns how to stop. */
function followActiveTab(tell: (tabId: number | null) => void): () => void {
  let window: number | undefined;
  const onActivated = ({ tabId, windowId }: Browser.tabs.OnActivatedInfo) => {
    if (windowId === window) tell(tabId);
  };
  browser.tabs.onActivated.addListener(onActivated);
  void browser.tabs.query({ active: true, currentWindow: true }).then(([active]) => {
    window = active?.windowId;
    tell(active?.id ?? null);
  });
  return () => browser.tabs.onActivated.removeListener(onActivated);
}
