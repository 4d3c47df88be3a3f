import { browser } from '#imports';

/** A command of the browser and the keys that run it; empty where the reader took them away. */
export interface Shortcut {
  name: string;
  description: string;
  keys: string;
}

/** The shortcuts as the reader has set them. */
export async function readShortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands
    .filter(({ name }) => name && !name.startsWith('_'))
    .map(({ name, description, shortcut }) => ({
      name: name ?? '',
      description: description ?? '',
      keys: shortcut ?? '',
    }));
}

/** Firefox's own way to its page of shortcuts, since version 137. */
interface ShortcutSettings {
  openShortcutSettings?(): Promise<void>;
}

/** Opens the browser's own page on which shortcuts are changed. */
export async function openShortcutSettings(): Promise<void> {
  const commands = browser.commands as unknown as ShortcutSettings;
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
