import type { PageState } from '@/utils/ext/messages';
import type { ShownScript } from '@/utils/ext/settings';
import { Switch } from './Switch';
import { day, t } from './text';

/** What the popup knows of the page in the tab. */
export type PageView =
  | { kind: 'waiting' }
  /** The browser's own pages, stores, files: nothing can read them. */
  | { kind: 'unreadable' }
  | { kind: 'off' }
  /** The browser shows a PDF; `local`: one on this machine. */
  | { kind: 'pdf'; address: string; local: boolean }
  | { kind: 'refused' }
  | { kind: 'reading'; state: PageState };

interface PagePanelProps {
  view: PageView;
  host: string | null;
  /** `null` where the site is listed, so that there is nothing to grant. */
  alwaysHere: boolean | null;
  onShow(script: ShownScript): void;
  onToggleHere(on: boolean): void;
  onAlwaysHere(on: boolean): void;
  onOpenPdf(address: string): void;
}

const SCRIPTS = ['source', 'cn', 'tw', 'hk'] as const satisfies ShownScript[];

/** Article found? script, on or off here, always here. */
export function PagePanel({
  view,
  host,
  alwaysHere,
  onShow,
  onToggleHere,
  onAlwaysHere,
  onOpenPdf,
}: PagePanelProps) {
  if (view.kind === 'pdf')
    return (
      <section className="page-panel" aria-label={t('popup_this_page')}>
        <p className="found" data-part="found" data-kind="pdf">
          {t(view.local ? 'popup_pdf_file' : 'popup_pdf')}
        </p>
        <button
          type="button"
          className="button"
          data-kind="primary"
          data-part="open-pdf"
          onClick={() => onOpenPdf(view.address)}
        >
          {t('popup_pdf_open')}
        </button>
      </section>
    );
  return (
    <section className="page-panel" aria-label={t('popup_this_page')}>
      <Found view={view} />
      {view.kind === 'reading' && view.state.chinese && (
        <fieldset className="scripts" data-part="scripts">
          <legend className="visually-hidden">{t('popup_script')}</legend>
          {SCRIPTS.map((script) => (
            <label key={script} className="script">
              <input
                type="radio"
                name="script"
                className="visually-hidden"
                value={script}
                data-script={script}
                checked={view.state.shown === script}
                onChange={() => onShow(script)}
              />
              <span>{t(`popup_script_${script}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {host && view.kind !== 'unreadable' && (
        <Switch
          label={t('popup_read_here', host)}
          on={view.kind !== 'off'}
          disabled={view.kind === 'waiting'}
          part="here"
          onChange={onToggleHere}
        />
      )}
      {alwaysHere !== null && host && view.kind !== 'off' && view.kind !== 'unreadable' && (
        <Switch label={t('popup_always_here')} on={alwaysHere} part="always-here" onChange={onAlwaysHere} />
      )}
    </section>
  );
}

function Found({ view }: { view: Exclude<PageView, { kind: 'pdf' }> }) {
  if (view.kind !== 'reading') {
    const messages = {
      waiting: 'popup_waiting',
      unreadable: 'popup_unreadable',
      off: 'popup_off',
      refused: 'popup_refused',
    } as const;
    return (
      <p className="found" data-part="found" data-kind={view.kind}>
        {t(messages[view.kind])}
      </p>
    );
  }
  const { article, terms, chinese, cardRemoved } = view.state;
  const kind = article ? 'article' : chinese ? 'no-article' : 'no-chinese';
  return (
    <div className="found" data-part="found" data-kind={kind}>
      {article ? (
        <>
          <p className="headline" lang="zh-Hans">
            {article.headline}
          </p>
          <p className="soft">{[article.paper, day(article.date)].filter(Boolean).join(' · ')}</p>
        </>
      ) : (
        <p>{t(chinese ? 'popup_no_article' : 'popup_no_chinese')}</p>
      )}
      {terms > 0 && <p className="soft">{t('popup_terms', terms)}</p>}
      {cardRemoved && <p className="bad">{t('popup_card_removed')}</p>}
    </div>
  );
}
