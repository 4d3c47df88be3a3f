import { t } from './text';

/** The keys of the list, as they are pressed, each with what it does. */
const KEYS = [
  { keys: '↑ ↓', does: 'glossary_key_move' },
  { keys: 'Enter', does: 'glossary_key_open' },
  { keys: 'R', does: 'glossary_key_rendering' },
  { keys: 'N', does: 'glossary_key_note' },
  { keys: 'T', does: 'glossary_key_tags' },
  { keys: 'C', does: 'glossary_key_copy' },
  { keys: 'X', does: 'glossary_key_select' },
  { keys: 'Delete', does: 'glossary_key_remove' },
  { keys: 'Ctrl+Z', does: 'glossary_key_undo' },
  { keys: '/', does: 'glossary_key_search' },
] as const;

/** What can be done by keyboard, unfolded on demand. */
export function GlossaryKeys() {
  return (
    <details className="keys" data-part="keys">
      <summary>{t('glossary_keys')}</summary>
      <dl>
        {KEYS.map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
