import { useCallback, useEffect, useState } from 'react';
import { browser } from '#imports';
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

/** Articles with which the one here can be compared: those open in other tabs, and those kept by a press. */
export function useOthers(tab: number | null, shown: boolean) {
  const [open, setOpen] = useState<OpenArticle[]>([]);
  const [kept, setKept] = useState<KeptArticle[]>([]);
  const look = useCallback(() => void openArticles(tab).then(setOpen), [tab]);
  useEffect(() => {
    if (!shown) return;
    look();
    void readKeptArticles().then(setKept);
    return watchKeptArticles(setKept);
  }, [shown, look]);
  return { open, kept, look };
}

async function openArticles(except: number | null): Promise<OpenArticle[]> {
  const tabs = await browser.tabs.query({});
  const found = await Promise.all(
    tabs.map(async ({ id, discarded }): Promise<OpenArticle[]> => {
      if (id === undefined || id === except || discarded) return [];
      // Where nobody answers there is no article to compare with.
      const state = await sendMessage('getPageState', undefined, id).catch(() => null);
      return state?.article ? [{ tabId: id, ...state.article }] : [];
    }),
  );
  return found.flat();
}

/** The article of another tab, once; rejects where its reader has gone. */
export function articleOf(tabId: number): Promise<PanelArticle | null> {
  return new Promise((resolve, reject) => {
    const line = callReader(
      tabId,
      (news) => {
        if (news.kind !== 'article') return;
        line.close();
        resolve(news.article);
      },
      () => reject(new Error('The page was closed.')),
    );
  });
}
