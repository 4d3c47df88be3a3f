import { useRef } from 'react';
import { browser } from '#imports';
import type { StatusLine } from '@/components/Status';
import { t } from '@/components/text';
import { keepArticle } from '@/utils/ext/kept-articles';
import type { PanelArticle } from '@/utils/ext/panel-feed';
import { mayKeepFromPrivate } from '@/utils/ext/private-saving';
import type { DigestPhrase } from '@/utils/lang/digest';
import { countsOf } from '@/utils/lang/digest-comparison';

/** Keeps an article for comparison; from a private window only when the reader has pressed a second time. */
export function useKeeping(onStatus: (line: StatusLine) => void) {
  const asked = useRef(false);
  return async (article: PanelArticle, phrases: readonly DigestPhrase[]): Promise<void> => {
    try {
      const { incognito } = await browser.windows.getCurrent();
      if (incognito && !(await mayKeepFromPrivate.getValue())) {
        if (!asked.current) {
          asked.current = true;
          return onStatus({ text: t('notice_private'), bad: true });
        }
        await mayKeepFromPrivate.setValue(true);
      }
      const { headline, paper, date, url, citation } = article;
      const kept = new Date().toISOString();
      const id = url || `${headline} ${date}`;
      await keepArticle({ id, headline, paper, date, citation, kept, counts: countsOf(phrases) });
      onStatus({ text: t('panel_was_kept') });
    } catch (reason) {
      onStatus({ text: t('panel_keep_failed', String(reason)), bad: true });
    }
  };
}
