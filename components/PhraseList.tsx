import type { DigestPhrase } from '@/utils/lang/digest';
import { markOf } from '@/utils/lang/digest';
import { PhraseLink } from './PhraseLink';
import { t } from './text';

interface PhraseListProps {
  phrases: readonly DigestPhrase[];
  /** The phrase that stands first in view. */
  current: string;
  isSaved(phrase: DigestPhrase): boolean;
  marked: ReadonlySet<string>;
  onMark(id: string, on: boolean): void;
  onGoTo(phrase: DigestPhrase): void;
}

/** The phrases of an article: how often each stands in it, how it is rendered, what the reports say of its life. */
export function PhraseList({ phrases, current, isSaved, marked, onMark, onGoTo }: PhraseListProps) {
  return (
    <ol className="phrases">
      {phrases.map((phrase) => {
        const { term, met, places } = phrase;
        const saved = isSaved(phrase);
        const mark = markOf(term.usage);
        return (
          <li
            key={term.id}
            className="phrase"
            data-part="phrase"
            data-id={term.id}
            aria-current={term.id === current || undefined}
          >
            <label className="phrase-mark">
              <input
                type="checkbox"
                checked={marked.has(term.id)}
                disabled={saved}
                aria-label={saved ? t('panel_saved', met) : t('panel_mark', met)}
                title={saved ? t('panel_saved', met) : t('panel_mark', met)}
                onChange={(event) => onMark(term.id, event.target.checked)}
              />
            </label>
            <button type="button" className="phrase-name" data-part="go-to" onClick={() => onGoTo(phrase)}>
              <span className="phrase-form" lang="zh-Hans">
                {met}
              </span>
              <span className="phrase-count">×{places.length}</span>
              <span className="phrase-rendering">{term.renderings[0]?.en}</span>
            </button>
            <span className="phrase-tags">
              {saved && <span className="tag">{t('panel_is_saved')}</span>}
              {mark && <span className="tag">{t(`panel_mark_${mark.kind}`, String(mark.year))}</span>}
              <PhraseLink term={term} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}
