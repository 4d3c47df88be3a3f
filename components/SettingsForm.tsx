import type { Settings } from '@/utils/ext/settings';
import { Switch } from './Switch';
import { type MessageKey, t } from './text';

interface SettingsFormProps {
  /** Every setting with its choices; a switch has none. */
  table: Record<string, { default: string | boolean; choices?: readonly string[] }>;
  settings: Settings;
  onChange<K extends keyof Settings>(key: K, value: Settings[K]): void;
}

/** Draws the table of settings; each label is the message `setting_<key>`, each choice `setting_<key>_<choice>`. */
export function SettingsForm({ table, settings, onChange }: SettingsFormProps) {
  return (
    <div className="settings">
      {Object.entries(table).map(([name, { choices }]) => {
        const key = name as keyof Settings;
        const label = t(`setting_${name}` as MessageKey);
        return choices ? (
          <label key={name} className="setting">
            <span>{label}</span>
            <select
              className="field"
              data-setting={name}
              value={String(settings[key])}
              onChange={(event) => onChange(key, event.target.value as Settings[typeof key])}
            >
              {choices.map((choice) => (
                <option key={choice} value={choice}>
                  {t(`setting_${name}_${choice}` as MessageKey)}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <Switch
            key={name}
            label={label}
            on={settings[key] === true}
            setting={name}
            onChange={(on) => onChange(key, on as Settings[typeof key])}
          />
        );
      })}
    </div>
  );
}
