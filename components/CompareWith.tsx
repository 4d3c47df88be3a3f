import type { ReactNode } from 'react';
import { t } from './text';

/** An article that can be compared with: open in another tab, or kept by a press. */
export interface OtherArticle {
  key: string;
  headline: string;
  /** Paper and date. */
  source: string;
  /** Left out for one that is open. */
  onForget?: () => void;
}

interface CompareWithProps {
  others: readonly OtherArticle[];
  chosen: string;
  onChoose(key: string): void;
  children: ReactNode;
}

/** The articles to compare with, and beneath them the comparison with the chosen one. */
export function CompareWith({ others, chosen, onChoose, children }: CompareWithProps) {
  if (others.length === 0)
    return (
      <div className="state" data-part="no-others">
        <p>{t('panel_no_others')}</p>
        <p className="soft">{t('panel_no_others_hint')}</p>
      </div>
    );
  return (
    <>
      <fieldset className="others" data-part="others">
        <legend>{t('panel_compare_with')}</legend>
        {others.map(({ key, headline, source, onForget }) => (
          <div key={key} className="other">
            <label>
              <input
                type="radio"
                name="other"
                checked={key === chosen}
                onChange={() => onChoose(key)}
                data-part="other"
              />
              <span>
                <span lang="zh-Hans">{headline}</span>{' '}
                <span className="soft">
                  {source} {onForget && t('panel_kept')}
                </span>
              </span>
            </label>
            {onForget && (
              <button
                type="button"
                className="icon-button"
                aria-label={t('panel_forget', headline)}
                title={t('panel_forget', headline)}
                onClick={onForget}
              >
                ✕
              </button>
            )}
          </div>
        ))}
      </fieldset>
      {children}
    </>
  );
}
