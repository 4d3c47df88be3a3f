import { type ReactNode, useRef } from 'react';
import { plural, t } from './text';

/** The forms in which terms leave the glossary. */
export const EXPORT_FORMATS = ['json', 'csv', 'tsv', 'anki', 'pleco', 'tbx', 'ris', 'csl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface GlossaryHeadProps {
  count: string;
  /** Whether there is anything to export. */
  exportable: boolean;
  /** What that is, such as "All 20 terms"; empty until it is known. */
  outgoing: string;
  backup: BackupAge | null;
  /** What was removed, and the way to erase it. */
  removed: ReactNode;
  /** A small picture of what was saved. */
  children?: ReactNode;
  onExport: (format: ExportFormat) => void;
  onBackUp: () => void;
  /** Brings the terms to the Anki that runs on this machine. */
  onAnki: () => void;
  onImport: (file: File) => void;
}

/** How old the last backup is; `days` is `null` where none was ever made. */
export interface BackupAge {
  days: number | null;
  /** Terms changed since. */
  changes: number;
  /** So many that a new one is offered. */
  due: boolean;
}

/** The page's name, how much there is, how safe it is, and the ways in and out. */
export function GlossaryHead({
  count,
  exportable,
  outgoing,
  backup,
  removed,
  children,
  onExport,
  onBackUp,
  onAnki,
  onImport,
}: GlossaryHeadProps) {
  const input = useRef<HTMLInputElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  return (
    <header className="head">
      <div className="title">
        <h1>
          {t('glossary_title')} <span lang="zh-Hans">提法</span>
        </h1>
        <span className="soft" data-part="count" aria-live="polite">
          {count}
        </span>
      </div>
      <div className="ways">
        <input
          ref={input}
          className="visually-hidden"
          type="file"
          data-part="import"
          tabIndex={-1}
          aria-label={t('glossary_import')}
          accept=".json,.csv,.tsv,.txt,application/json,text/csv,text/plain"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // The same file may be chosen again after it was mended.
            event.target.value = '';
            if (file) onImport(file);
          }}
        />
        <button
          type="button"
          className="button"
          data-part="import-button"
          title={t('glossary_import_hint')}
          onClick={() => input.current?.click()}
        >
          {t('glossary_import')}
        </button>
        <fieldset className="exports" disabled={!exportable} aria-describedby="outgoing">
          <legend className="visually-hidden">{t('glossary_export')}</legend>
          <span id="outgoing" className="outgoing soft" data-part="outgoing">
            {outgoing}
          </span>
          {(['json', 'csv'] as const).map((format) => (
            <button
              key={format}
              type="button"
              className="button"
              data-part={`export-${format}`}
              title={t(`glossary_export_${format}_hint`)}
              onClick={() => onExport(format)}
            >
              {t(`glossary_export_${format}`)}
            </button>
          ))}
          <button type="button" className="button" data-part="export-more" popoverTarget="exports">
            {t('glossary_export_more')}
          </button>
        </fieldset>
        <div ref={menu} id="exports" className="menu" popover="auto">
          {(['tsv', 'anki', 'pleco', 'tbx', 'ris', 'csl'] as const).map((format) => (
            <button
              key={format}
              type="button"
              className="button"
              data-kind="quiet"
              data-part={`export-${format}`}
              onClick={() => {
                menu.current?.hidePopover();
                onExport(format);
              }}
            >
              <b>{t(`glossary_export_${format}`)}</b>
              <span className="soft">{t(`glossary_export_${format}_hint`)}</span>
            </button>
          ))}
          <button
            type="button"
            className="button"
            data-kind="quiet"
            data-part="send-anki"
            onClick={() => {
              menu.current?.hidePopover();
              onAnki();
            }}
          >
            <b>{t('glossary_send_anki')}</b>
            <span className="soft">{t('glossary_send_anki_hint')}</span>
          </button>
        </div>
      </div>
      <p className="soft deletes">
        {t('glossary_deletes')} {backup && <Age {...backup} onBackUp={onBackUp} />} {removed}
      </p>
      {children}
    </header>
  );
}

function Age({ days, changes, due, onBackUp }: BackupAge & Pick<GlossaryHeadProps, 'onBackUp'>) {
  const age =
    days === null
      ? t('glossary_backup_never')
      : days === 0
        ? t('glossary_backup_today')
        : plural('glossary_backup_days', days);
  return (
    <span className={due ? 'backup due' : 'backup'} data-part="backup">
      {age}
      {changes > 0 && days !== null && ` ${plural('glossary_backup_changes', changes)}`}{' '}
      <button type="button" className="link" data-part="backup-now" onClick={onBackUp}>
        {t('glossary_backup_now')}
      </button>
    </span>
  );
}
