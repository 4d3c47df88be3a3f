import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useBuiltInBase, useWordReadings } from '@/components/hooks';
import { TermBar } from '@/components/TermBar';
import { TermList } from '@/components/TermList';
import { TermRecord } from '@/components/TermRecord';
import { plural, t } from '@/components/text';
import { UsageComparison } from '@/components/UsageComparison';
import { useSettings } from '@/components/use-settings';
import { EVERY_TERM, filterTerms, searchTerms } from '@/utils/lang/term-search';
import { comparisonAddress, useAddress } from './use-address';

/** So many phrases can be told apart on one axis. */
const MOST_COMPARED = 6;

/** The built-in base to read and to search, and the use of its phrases side by side. */
export function TermsPage() {
  const [settings] = useSettings();
  const { terms, error, reload } = useBuiltInBase();
  const words = useWordReadings();
  const [{ shown, compared: named }, goTo] = useAddress();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState(EVERY_TERM);
  const [tray, setTray] = useState<readonly string[]>(named);
  const search = useRef<HTMLInputElement>(null);
  const deferredQuery = useDeferredValue(query);

  const records = useMemo(() => new Map((terms ?? []).map((term) => [term.id, term])), [terms]);
  const found = useMemo(
    () => searchTerms(filterTerms(terms ?? [], filter), deferredQuery),
    [terms, filter, deferredQuery],
  );
  const comparing = named.length > 0;
  const term = records.get(shown);

  useEffect(() => {
    if (comparing) setTray(named.slice(0, MOST_COMPARED));
  }, [comparing, named]);
  useEffect(() => {
    document.title = term ? t('terms_title_of', term.headword.hans) : t('terms_title');
  }, [term]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.target === search.current) return;
      search.current?.focus();
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const change = (ids: readonly string[]) => {
    setTray(ids);
    if (comparing) goTo(ids.length > 0 ? comparisonAddress(ids) : '#');
  };

  if (error !== null)
    return (
      <main className="alone" data-part="error">
        <h1>{t('terms_error')}</h1>
        <p>{error}</p>
        <button type="button" className="button" data-kind="primary" onClick={reload}>
          {t('terms_try_again')}
        </button>
      </main>
    );
  if (terms === null || settings === null)
    return (
      <main className="alone" data-part="loading" aria-busy="true">
        <p>{t('terms_loading')}</p>
      </main>
    );

  const choice = {
    style: settings.reading,
    toneColours: settings.toneColours,
    sandhi: settings.sandhi,
    words,
  };
  const inTray = term !== undefined && tray.includes(term.id);
  return (
    <>
      <header className="head">
        <h1>
          {t('terms_heading')} <span lang="zh-Hans">提法</span>
        </h1>
        <p className="soft" role="status" data-part="count">
          {found.length === terms.length
            ? plural('terms_count', terms.length)
            : t('terms_found', found.length, terms.length)}
        </p>
        <TermBar
          search={search}
          query={query}
          filter={filter}
          terms={terms}
          onQuery={setQuery}
          onFilter={setFilter}
        />
        {tray.length > 0 && (
          <div className="tray" data-part="tray">
            <span className="soft">{t('terms_tray')}</span>
            {tray.map((id) => (
              <button
                key={id}
                type="button"
                className="button chip"
                title={t('terms_compare_remove', records.get(id)?.headword.hans ?? id)}
                onClick={() => change(tray.filter((other) => other !== id))}
              >
                <span lang="zh-Hans">{records.get(id)?.headword.hans ?? id}</span> ✕
              </button>
            ))}
            {!comparing && (
              <button
                type="button"
                className="button"
                data-kind="primary"
                data-part="compare"
                onClick={() => goTo(comparisonAddress(tray))}
              >
                {t('terms_compare')}
              </button>
            )}
          </div>
        )}
      </header>
      <main className="browser" data-showing={comparing ? 'comparison' : term ? 'record' : 'list'}>
        {found.length > 0 ? (
          <TermList terms={found} shown={shown} choice={choice} onShow={(id) => goTo(`#${id}`)} />
        ) : (
          <div className="nothing" data-part="none">
            <p>{t('terms_none')}</p>
            <p className="soft">{t('terms_none_hint')}</p>
          </div>
        )}
        <div className="shown">
          {(term || comparing) && (
            <button type="button" className="button back" data-kind="quiet" onClick={() => goTo('#')}>
              ← {t('terms_back')}
            </button>
          )}
          {comparing && (
            <UsageComparison
              terms={tray.flatMap((id) => records.get(id) ?? [])}
              onRemove={(id) => change(tray.filter((other) => other !== id))}
            />
          )}
          {!comparing && term && (
            <TermRecord
              term={term}
              choice={choice}
              recordOf={(id) => records.get(id)}
              addressOf={(id) => `#${id}`}
            >
              <button
                type="button"
                className="button"
                data-part="add-to-comparison"
                aria-pressed={inTray}
                disabled={!inTray && tray.length >= MOST_COMPARED}
                onClick={() =>
                  change(inTray ? tray.filter((other) => other !== term.id) : [...tray, term.id])
                }
              >
                {t(inTray ? 'terms_compare_out' : 'terms_compare_in')}
              </button>
            </TermRecord>
          )}
          {!comparing && !term && (
            <div className="nothing">
              <p>{shown ? t('terms_unknown', shown) : t('terms_choose')}</p>
              <p className="soft">{t('terms_about')}</p>
            </div>
          )}
        </div>
      </main>
    </>
  );
}
