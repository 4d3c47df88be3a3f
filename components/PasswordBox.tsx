import { useState } from 'react';
import { t } from './text';

interface PasswordBoxProps {
  name: string;
  /** The last one was wrong. */
  again: boolean;
  /** `null`: the reader has none. */
  onAnswer(password: string | null): void;
}

/** Asks for the password of a PDF; it goes nowhere but to the PDF. */
export function PasswordBox({ name, again, onAnswer }: PasswordBoxProps) {
  const [password, setPassword] = useState('');
  return (
    <form
      className="ask"
      data-part="password"
      onSubmit={(event) => {
        event.preventDefault();
        setPassword('');
        onAnswer(password);
      }}
    >
      <p role={again ? 'alert' : undefined}>
        {again ? t('document_password_wrong') : t('document_password', name)}
      </p>
      <input
        className="field"
        type="password"
        autoComplete="off"
        aria-label={t('document_password_label')}
        value={password}
        // biome-ignore lint/a11y/noAutofocus: the reader has just asked for this file
        autoFocus
        onChange={(event) => setPassword(event.target.value)}
      />
      <div className="choices">
        <button type="submit" className="button" data-kind="primary" disabled={password === ''}>
          {t('document_password_open')}
        </button>
        <button type="button" className="button" data-kind="quiet" onClick={() => onAnswer(null)}>
          {t('document_cancel')}
        </button>
      </div>
    </form>
  );
}
