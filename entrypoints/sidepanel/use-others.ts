import { useCallback, useEffect, useRef, useState } from 'react';
import { type Browser, browser } from '#imports';
import { type KeptArticle, readKeptArticles, watchKeptArticles } from '@/utils/ext/kept-articles';
import { sendMessage } from '@/utils/ext/messages';
import { callReader, type PanelArticle } from '@/utils/ext/panel-feed';

/** An article open in another tab. */
export interface OpenArticle {
  tabId: number;
  headline: string;
  paper: string;
  date: string;
}

/**
 * Articles with which the one in a tab can be compared: those open in other tabs, and those kept by a press. `look`
 * has the other tabs looked at anew.
 */
export function useOthers(tab: number | null): { open: OpenArticle[]; kept: KeptArticle[]; look(): void } {
  const [open, setOpen] = useState<OpenArticle[]>([]);
  const [kept, setKept] = useState<KeptArticle[]>([]);
  const looks = useRef(0);
  const look = useCallback(() => {
    const count = ++looks.current;
    void openArticles(tab).then((found) => {
      // Of several looks under way only the last counts.
      if (count === looks.current) setOpen(found);
    });
  }, [tab]);
  useEffect(() => {
    look();
    return watchTabs(look);
  }, [look]);
  useEffect(() => {
    void readKeptArticles().then(setKept);
    return watchKeptArticles(setKept);
  }, []);
  return { open, kept, look };
}

/** Calls back when a tab is closed, put to sleep or has loaded another page; returns how to stop. */
function watchTabs(changed: () => void): () => void {
  const onUpdated = (_: number, { status, discarded }: Browser.tabs.OnUpdatedInfo) => {
    if (status === 'complete' || discarded) changed();
  };
  browser.tabs.onRemoved.addListener(changed);
  browser.tabs.onUpdated.addListener(onUpdated);
  return () => {
    browser.tabs.onRemoved.removeListener(changed);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}

async function openArticles(except: number | null): Promise<OpenArticle[]> {
  const tabs = await browser.tabs.query({});
  const found = await Promise.all(
    tabs.map(async ({ id: tabId, discarded }): Promise<OpenArticle[]> => {
      if (tabId === undefined || tabId === except || discarded) return [];
      // Where nobody answers there is no article to compare with.
      const state = await sendMessage('getPageState', undefined, { tabId, frameId: 0 }).catch(() => null);
      return state?.article ? [{ tabId, ...state.article }] : [];
    }),
  );
  return found.flat();
}

/** The article of another tab, once; rejects where its reader has gone or has no article any more. */
export function articleOf(tabId: number): Promise<PanelArticle> {
  return new Promise((resolve, reject) => {
    const line = callReader(
      tabId,
      (news) => {
        if (news.kind !== 'article') return;
        line.close();
        if (news.article) resolve(news.article);
        else reject(new Error('The page has no article any more.'));
      },
      () => reject(new Error('The page was closed.')),
    );
  });
}
