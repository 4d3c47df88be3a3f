import { DocumentIcon, GlanceIcon, GlossaryIcon, PhrasesIcon } from '@/components/icons';
import { t } from '@/components/text';

interface PopupWaysProps {
  /** Left out where no page is read. */
  onOpenPanel: (() => void) | undefined;
}

/** The ways to our other pages. */
export function PopupWays({ onOpenPanel }: PopupWaysProps) {
  return (
    <nav aria-label={t('popup_ways')}>
      {onOpenPanel && (
        <button type="button" className="way" data-part="open-panel" onClick={onOpenPanel}>
          <GlanceIcon />
          {t('popup_open_panel')}
        </button>
      )}
      <a className="way" href="/glossary.html" target="_blank" rel="noreferrer" data-part="open-glossary">
        <GlossaryIcon />
        {t('popup_glossary')}
      </a>
      <a className="way" href="/terms.html" target="_blank" rel="noreferrer" data-part="open-terms">
        <PhrasesIcon />
        {t('popup_set_phrases')}
      </a>
      <a className="way" href="/document.html" target="_blank" rel="noreferrer" data-part="open-document">
        <DocumentIcon />
        {t('popup_document')}
      </a>
    </nav>
  );
}
