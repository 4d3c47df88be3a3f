import { browser } from '#imports';

/** What the toolbar icon says of a tab. */
export type ToolbarState = 'reading' | 'off' | 'permission' | 'no-chinese';

const BADGES: Record<ToolbarState, string> = { reading: '', off: '–', permission: '', 'no-chinese': '' };

/** Shows a tab's state by icon, badge and title. */
export async function showToolbarState(tabId: number, state: ToolbarState): Promise<void> {
  const icon = state === 'reading' ? 'icon' : 'icon-grey';
  const sizes = [16, 32, 48].map((size) => [size, `/icon/${icon}-${size}.png`]);
  try {
    await Promise.all([
      browser.action.setIcon({ tabId, path: Object.fromEntries(sizes) }),
      browser.action.setBadgeText({ tabId, text: BADGES[state] }),
      browser.action.setTitle({ tabId, title: browser.i18n.getMessage(TITLES[state]) }),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}

const TITLES = {
  reading: 'toolbar_reading',
  off: 'toolbar_off',
  permission: 'toolbar_permission',
  'no-chinese': 'toolbar_no_chinese',
} as const;
