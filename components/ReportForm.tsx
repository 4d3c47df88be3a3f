import { useState } from 'react';
import { t } from './text';

interface ReportFormProps {
  /** The state of things in words, with the page's address or without. */
  textOf(withAddress: boolean): string;
  /** Whether there is an address to add. */
  hasAddress: boolean;
  onBack(): void;
}

/** A report of a problem to be completed and copied; nothing is sent. */
export function ReportForm({ textOf, hasAddress, onBack }: ReportFormProps) {
  const [words, setWords] = useState('');
  const [withAddress, setWithAddress] = useState(false);
  const [said, setSaid] = useState('');
  const facts = textOf(withAddress);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${words.trim()}\n\n${facts}\n`.trimStart());
      setSaid(t('report_copied'));
    } catch {
      setSaid(t('report_copy_failed'));
    }
  };
  return (
    <section className="report" data-part="report" aria-labelledby="report-title">
      <h1 id="report-title">{t('report_title')}</h1>
      <p className="soft">{t('report_hint')}</p>
      <label className="report-words">
        <span>{t('report_what')}</span>
        <textarea
          className="field"
          rows={3}
          data-part="report-words"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <textarea
        className="report-facts"
        rows={7}
        data-part="report-facts"
        lang="en"
        readOnly
        aria-label={t('report_facts')}
        value={facts}
      />
      {hasAddress && (
        <label className="report-address">
          <input
            type="checkbox"
            data-part="report-address"
            checked={withAddress}
            onChange={(event) => setWithAddress(event.target.checked)}
          />
          {t('report_address')}
        </label>
      )}
      <div className="report-ways">
        <button
          type="button"
          className="button"
          data-kind="primary"
          data-part="report-copy"
          onClick={() => void copy()}
        >
          {t('report_copy')}
        </button>
        <button type="button" className="button" data-kind="quiet" data-part="report-back" onClick={onBack}>
          {t('report_back')}
        </button>
        <span role="status">{said}</span>
      </div>
    </section>
  );
}
