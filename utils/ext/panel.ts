import { browser } from '#imports';

/** Firefox's own place for a panel, which Chromium's types lack. */
interface Sidebar {
  open(): Promise<void>;
}

/**
 * Opens the panel of a window. Both browsers want this within a click or key of the reader's in their own
 * interface, so nothing may be awaited before it.
 */
export function openPanel(windowId: number): Promise<void> {
  if (import.meta.env.FIREFOX) return (browser as unknown as { sidebarAction: Sidebar }).sidebarAction.open();
  return browser.sidePanel.open({ windowId });
}
