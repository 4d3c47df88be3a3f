import { useRef } from 'react';
import { t } from './text';

interface GlossaryHeadProps {
  count: string;
  /** Whether there is anything to export. */
  exportable: boolean;
  onExport: (format: 'json' | 'csv') => void;
  onImport: (file: File) => void;
}

/** The page's name, how much there is, and the ways in and out. */
export function GlossaryHead({ count, exportable, onExport, onImport }: GlossaryHeadProps) {
  const input = useRef<HTMLInputElement>(null);
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
        <fieldset className="exports" disabled={!exportable}>
          <legend className="visually-hidden">{t('glossary_export')}</legend>
          <button
            type="button"
            className="button"
            data-part="export-json"
            title={t('glossary_export_json_hint')}
            onClick={() => onExport('json')}
          >
            {t('glossary_export_json')}
          </button>
          <button
            type="button"
            className="button"
            data-part="export-csv"
            title={t('glossary_export_csv_hint')}
            onClick={() => onExport('csv')}
          >
            {t('glossary_export_csv')}
          </button>
        </fieldset>
      </div>
      <p className="soft deletes">{t('glossary_deletes')}</p>
    </header>
  );
}
