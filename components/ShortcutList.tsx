import type { Shortcut } from '@/utils/ext/shortcuts';
import { t } from './text';

/** The keys of the browser's commands, and the way to change them. */
export function ShortcutList({ shortcuts, onChange }: { shortcuts: readonly Shortcut[]; onChange(): void }) {
  return (
    <div className="shortcuts" data-part="shortcuts">
      <dl>
        {shortcuts.map(({ name, description, keys }) => (
          <div key={name}>
            <dt>{keys ? keys.split('+').map((key) => <kbd key={key}>{key}</kbd>) : t('shortcut_none')}</dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button" data-part="change-shortcuts" onClick={onChange}>
        {t('shortcut_change')}
      </button>
    </div>
  );
}
