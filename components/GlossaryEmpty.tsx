import type { ReactNode } from 'react';
import { t } from './text';

/** One of the states in which there is no list, said calmly in the middle of the page. */
export function Notice({ state, title, children }: { state: string; title: string; children?: ReactNode }) {
  return (
    <section className="notice" data-part="notice" data-state={state}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Before anything was saved; without the key where there is none, or while it is not known. */
export function FirstUse({ saveKey }: { saveKey: string | null }) {
  return (
    <Notice state="first" title={t('glossary_first_title')}>
      <p className="specimen" lang="zh-Hans" aria-hidden="true">
        提法
      </p>
      <p>
        {saveKey ? t('glossary_first_text', saveKey) : t('glossary_first_text_no_key')}{' '}
        {t('glossary_first_comes')}
      </p>
      <p className="soft">{t('glossary_first_import')}</p>
    </Notice>
  );
}

/** While the glossary is read: rows without content, so that nothing jumps when they come. */
export function Loading() {
  return (
    <div
      className="loading"
      role="status"
      aria-label={t('glossary_loading')}
      data-part="notice"
      data-state="loading"
    >
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <div key={row} className="ghost" />
      ))}
    </div>
  );
}
