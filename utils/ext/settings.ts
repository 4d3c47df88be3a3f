import { storage } from '#imports';
import { inTurn } from './lock';

interface Setting {
  default: string | boolean;
  /** Left out for a switch. */
  choices?: readonly string[];
}

/** Every setting, once. Labels are the messages `setting_<key>` and `setting_<key>_<choice>`. */
export const SETTINGS = {
  /** How readings are written. */
  reading: { default: 'marks', choices: ['marks', 'numbers', 'zhuyin'] },
  toneColours: { default: true },
  /** Readings as they are spoken: the sandhi of 一, 不 and third tones. */
  sandhi: { default: false },
  /** Readings by Taiwan's standard, where the dictionary tells it. */
  taiwan: { default: false },
  /** What opens the card: pointing alone, or pointing while Shift is held. */
  hover: { default: 'plain', choices: ['plain', 'key'] },
  /** Whether set phrases are marked in the page, and which kinds of them. */
  highlightTerms: { default: true },
  markSlogan: { default: true },
  markInstitution: { default: true },
  markNumeric: { default: true },
  markMetaphor: { default: true },
  /** Above which words of an article their readings stand. */
  ruby: { default: 'off', choices: ['off', 'terms', 'all'] },
  /** The script in which pages are shown when they open. */
  script: { default: 'source', choices: ['source', 'cn', 't', 'tw', 'hk'] },
} as const satisfies Record<string, Setting>;

type Value<S extends Setting> = S extends { choices: readonly (infer C)[] } ? C : boolean;

/** The value of every setting. */
export type Settings = { -readonly [K in keyof typeof SETTINGS]: Value<(typeof SETTINGS)[K]> };
/** A script in which pages are shown; `source` is their own. */
export type ShownScript = Settings['script'];

/** Holds only what the reader chose, so that a new default reaches everybody who left it alone. */
const item = storage.defineItem<Record<string, unknown>>('local:settings', { fallback: {} });

function complete(stored: Record<string, unknown> | null): Settings {
  const settings: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries<Setting>(SETTINGS)) {
    const value = stored?.[key];
    const known = setting.choices ? setting.choices.includes(value as string) : typeof value === 'boolean';
    settings[key] = known ? value : setting.default;
  }
  return settings as Settings;
}

/** All settings: what the reader chose, and the default of every other. */
export async function readSettings(): Promise<Settings> {
  return complete(await item.getValue());
}

/** Keeps a choice of the reader's; changes of several pages at once are made one after the other. */
export async function changeSetting<K extends keyof Settings>(key: K, value: Settings[K]): Promise<void> {
  await inTurn('settings', async () => item.setValue({ ...(await item.getValue()), [key]: value }));
}

/** Calls back with all settings whenever one changes; returns how to stop. */
export function watchSettings(callback: (settings: Settings) => void): () => void {
  return item.watch((stored) => callback(complete(stored)));
}
