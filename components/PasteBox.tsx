import { useState } from 'react';
import { t } from './text';

/** A box for text that was copied elsewhere. */
export function PasteBox({ rows, onRead }: { rows: number; onRead(text: string): void }) {
  const [text, setText] = useState('');
  return (
    <form
      className="paste-box"
      onSubmit={(event) => {
        event.preventDefault();
        onRead(text);
      }}
    >
      <textarea
        className="field"
        data-part="paste"
        aria-label={t('document_paste')}
        placeholder={t('document_paste')}
        lang="zh"
        rows={rows}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button
        type="submit"
        className="button"
        data-kind="primary"
        data-part="read"
        disabled={text.trim() === ''}
      >
        {t('document_read')}
      </button>
    </form>
  );
}
