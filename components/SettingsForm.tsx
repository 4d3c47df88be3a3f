import type { Settings } from '@/utils/ext/settings';
import { SettingsSample } from './SettingsSample';
import { Switch } from './Switch';
import { type MessageKey, t } from './text';

interface SettingsFormProps {
  /** Every setting with its choices; a switch has none. */
  table: Record<string, { default: string | boolean; choices?: readonly string[] }>;
  settings: Settings;
  onChange<K extends keyof Settings>(key: K, value: Settings[K]): void;
}

/** The groups in which the settings stand; one that is named in none stands in the last. */
export const GROUPS: readonly (readonly [group: 'readings' | 'marks' | 'pages', keys: readonly string[]])[] =
  [
    ['readings', ['reading', 'ruby', 'toneColours', 'sandhi', 'taiwan']],
    ['marks', ['highlightTerms', 'markSlogan', 'markInstitution', 'markNumeric', 'markMetaphor']],
    ['pages', ['script', 'hover']],
  ];

/** What says nothing while another setting is off. */
const UNDER: Record<string, keyof Settings> = {
  markSlogan: 'highlightTerms',
  markInstitution: 'highlightTerms',
  markNumeric: 'highlightTerms',
  markMetaphor: 'highlightTerms',
};

/**
 * Draws the table of settings under a line that shows their effect. Each group is headed by the message
 * `settings_<group>`; each label is the message `setting_<key>`, each choice `setting_<key>_<choice>`.
 */
export function SettingsForm({ table, settings, onChange }: SettingsFormProps) {
  const grouped = new Set(GROUPS.flatMap(([, keys]) => keys));
  const loose = Object.keys(table).filter((key) => !grouped.has(key));
  return (
    <div className="settings">
      <SettingsSample settings={settings} />
      {GROUPS.map(([group, keys], at) => (
        <fieldset key={group} className="setting-group" data-group={group}>
          <legend className="visually-hidden">{t(`settings_${group}`)}</legend>
          {[...keys.filter((key) => key in table), ...(at === GROUPS.length - 1 ? loose : [])].map((name) => (
            <SettingRow
              key={name}
              name={name}
              choices={table[name]?.choices}
              settings={settings}
              onChange={onChange}
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

interface SettingRowProps extends Pick<SettingsFormProps, 'settings' | 'onChange'> {
  name: string;
  choices: readonly string[] | undefined;
}

function SettingRow({ name, choices, settings, onChange }: SettingRowProps) {
  const key = name as keyof Settings;
  const label = t(`setting_${name}` as MessageKey);
  if (!choices)
    return (
      <Switch
        label={label}
        on={settings[key] === true}
        disabled={name in UNDER && settings[UNDER[name] as keyof Settings] !== true}
        setting={name}
        onChange={(on) => onChange(key, on as Settings[typeof key])}
      />
    );
  return (
    <label className="setting">
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
  );
}
