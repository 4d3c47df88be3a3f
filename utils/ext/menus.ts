import { browser } from '#imports';
import type { ReaderCommand } from './messages';

/** The commands that the context menu offers, in its order. */
export const MENU_COMMANDS = [
  'save-term',
  'look-up-selection',
  'copy-with-source',
  'toggle-script',
] as const satisfies ReaderCommand[];

/** The one line of the menu that the background answers itself. */
export const MENU_PANEL = 'open-panel';

const TITLES = {
  'save-term': 'menu_save_term',
  'look-up-selection': 'menu_look_up_selection',
  'copy-with-source': 'menu_copy_with_source',
  'toggle-script': 'menu_toggle_script',
} as const;

/** Makes the context menu; called once at installation and update, since browsers keep it. */
export function createMenus(): void {
  browser.contextMenus.removeAll(() => {
    for (const command of MENU_COMMANDS)
      browser.contextMenus.create({
        id: command,
        title: browser.i18n.getMessage(TITLES[command]),
        contexts: command === 'toggle-script' ? ['page', 'selection'] : ['selection'],
      });
    browser.contextMenus.create({
      id: MENU_PANEL,
      title: browser.i18n.getMessage('menu_open_panel'),
      contexts: ['page', 'selection'],
    });
  });
}
