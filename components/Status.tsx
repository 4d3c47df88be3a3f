import { plural, t } from './text';

/** What was just done or went wrong. */
export interface StatusLine {
  text: string;
  bad?: boolean;
  /** It is being done still. */
  busy?: boolean;
  /** One sentence each, such as the lines of a file that were not taken. */
  lines?: string[];
  undo?: () => void;
}

/** Stays until the next thing is done or it is closed: nobody has to read against the clock. */
export function Status({ line, onDismiss }: { line: StatusLine | null; onDismiss: () => void }) {
  return (
    <div className="status" role="status" aria-live="polite">
      {line && (
        <div
          className={line.bad ? 'toast bad' : 'toast'}
          data-part={line.busy ? 'busy' : 'status'}
          role={line.bad ? 'alert' : undefined}
        >
          <p>{line.text}</p>
          {line.lines && line.lines.length > 0 && (
            <details>
              <summary>{plural('glossary_refused_rows', line.lines.length)}</summary>
              <ul>
                {line.lines.slice(0, 200).map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </details>
          )}
          {line.undo && (
            <button type="button" className="button" data-part="undo" onClick={line.undo}>
              {t('glossary_undo')}
            </button>
          )}
          <button
            type="button"
            className="button"
            data-kind="quiet"
            aria-label={t('glossary_dismiss')}
            onClick={onDismiss}
          >
            ✕
          </button>
        </div>
      )}
    </div>
  );
}
