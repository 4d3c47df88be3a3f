import { useCallback, useMemo, useState } from 'react';
import { DigestView } from '@/components/DigestView';
import { useGlossary } from '@/components/hooks';
import { Status, type StatusLine } from '@/components/Status';
import { t } from '@/components/text';
import { ViewSwitch } from '@/components/ViewSwitch';
import type { DigestPhrase } from '@/utils/lang/digest';
import { type DigestFormat, digestText } from '@/utils/lang/digest-text';
import { Comparing } from './Comparing';
import { useDigest } from './use-digest';
import { useKeeping } from './use-keeping';
import { type SavingResult, usePage } from './use-page';

/** The article at a glance: its set phrases, and what another article says instead. */
export function SidePanel() {
  const [status, setStatus] = useState<StatusLine | null>(null);
  const [view, setView] = useState<'phrases' | 'compare'>('phrases');
  const onSaved = useCallback(({ count, failed }: SavingResult) => {
    if (failed) setStatus({ text: t('panel_save_failed', count, failed), bad: true });
    else setStatus({ text: t('panel_were_saved', count) });
  }, []);
  const { tab, news, at, wish } = usePage(onSaved);
  const article = news.kind === 'read' ? news.article : null;
  const { phrases, error } = useDigest(article);
  const { terms } = useGlossary();
  const saved = useMemo(() => new Set((terms ?? []).map(({ hans }) => hans)), [terms]);

  const copy = (format: DigestFormat) => {
    navigator.clipboard.writeText(digestText(phrases ?? [], article?.citation ?? '', format)).then(
      () => setStatus({ text: t('panel_copied') }),
      () => setStatus({ text: t('panel_copy_failed'), bad: true }),
    );
  };
  const keep = useKeeping(setStatus);
  const goTo = (phrase: DigestPhrase) => {
    // The next place after what is in view, and from the last one back to the first.
    const place = phrase.places.find(({ block }) => block > at) ?? phrase.places[0];
    if (place) wish({ kind: 'goTo', place });
  };

  return (
    <>
      <header className="head">
        {article ? (
          <>
            <h1 lang="zh-Hans">{article.headline}</h1>
            <p className="soft">
              {[article.paper, article.date || t('panel_no_date')].filter(Boolean).join(' · ')}
            </p>
          </>
        ) : (
          <h1>
            Tifa <span lang="zh-Hans">提法</span>
          </h1>
        )}
        {article && (
          <ViewSwitch
            legend={t('panel_view')}
            views={{ phrases: t('panel_view_phrases'), compare: t('panel_view_compare') }}
            view={view}
            onView={setView}
          />
        )}
      </header>
      <main>
        {!article && <State kind={news.kind === 'read' ? 'no-article' : news.kind} />}
        {article && error !== null && (
          <div className="state" data-part="state" data-kind="error">
            <p>{t('panel_error', error)}</p>
          </div>
        )}
        {article && error === null && phrases === null && <State kind="waiting" />}
        {article && phrases?.length === 0 && view === 'phrases' && <State kind="no-phrases" />}
        {article && phrases && phrases.length > 0 && view === 'phrases' && (
          <DigestView
            phrases={phrases}
            at={at}
            isSaved={({ term }) => saved.has(term.headword.hans)}
            onGoTo={goTo}
            onSave={(wanted) =>
              wish({ kind: 'save', places: wanted.flatMap(({ places }) => places.slice(0, 1)) })
            }
            onCopy={copy}
            onKeep={() => void keep(article, phrases)}
          />
        )}
        {article && phrases && view === 'compare' && (
          <Comparing tab={tab} article={article} phrases={phrases} onStatus={setStatus} />
        )}
      </main>
      <Status line={status} onDismiss={() => setStatus(null)} />
    </>
  );
}

type StateKind = 'waiting' | 'unread' | 'no-article' | 'no-phrases';

const SENTENCES = {
  waiting: 'panel_waiting',
  unread: 'panel_unread',
  'no-article': 'panel_no_article',
  'no-phrases': 'panel_no_phrases',
} as const satisfies Record<StateKind, string>;

/** Why there is nothing to list. */
function State({ kind }: { kind: StateKind }) {
  return (
    <div className="state" data-part="state" data-kind={kind} aria-busy={kind === 'waiting'}>
      <p>{t(SENTENCES[kind])}</p>
    </div>
  );
}
