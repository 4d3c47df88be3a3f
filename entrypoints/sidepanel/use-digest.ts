import { useEffect, useState } from 'react';
import { sendMessage } from '@/utils/ext/messages';
import type { PanelArticle } from '@/utils/ext/panel-feed';
import type { DigestPhrase } from '@/utils/lang/digest';
import { TermFinder } from './term-finder';

/** What is known of an article's phrases. */
export interface DigestState {
  /** `null` until the whole article has been looked through. */
  phrases: DigestPhrase[] | null;
  error: string | null;
}

const UNKNOWN: DigestState = { phrases: null, error: null };

/** A finder of set phrases that asks the background. */
export function newTermFinder(): TermFinder {
  return new TermFinder((texts) => sendMessage('findTerms', texts));
}

/** The digest of an article; while it changes, the last one that was whole. Another article has none yet. */
export function useDigest(article: PanelArticle | null): DigestState {
  const [digest, setDigest] = useState<DigestState & { of: PanelArticle | null }>({ ...UNKNOWN, of: null });
  const [finder] = useState(newTermFinder);
  useEffect(() => {
    if (!article) return;
    let over = false;
    finder.phrasesOf(article.blocks).then(
      (phrases) => over || setDigest({ of: article, phrases, error: null }),
      (reason: unknown) => {
        const error = reason instanceof Error ? reason.message : String(reason);
        if (!over) setDigest({ of: article, phrases: null, error });
      },
    );
    return () => {
      over = true;
    };
  }, [finder, article]);
  return isSame(digest.of, article) ? digest : UNKNOWN;
}

function isSame(one: PanelArticle | null, other: PanelArticle | null): boolean {
  return one?.url === other?.url && one?.headline === other?.headline;
}
