import type { Tifa } from './chromium';
import type { ReaderPage } from './reader-page';
import { Target } from './target';
import { until } from './wait';

/** Opens the panel from the popup over a page, as a reader does: the browser wants a click of its own interface. */
export async function openPanel(tifa: Tifa, over: ReaderPage): Promise<Target> {
  const popup = await tifa.clickIcon(over);
  const there = () => popup.run(() => document.querySelector('[data-part="open-panel"]') !== null);
  await until('the way to the panel', there, Boolean);
  await popup.run(() => document.querySelector<HTMLElement>('[data-part="open-panel"]')?.click());
  await popup.detach().catch(() => undefined);
  const drawn = await until(
    'the panel',
    () => drawnPanel(tifa),
    (panel) => panel !== null,
  );
  return drawn as Target;
}

/** The panel once it is drawn; `null` before. The browser may begin with a page that it exchanges for another. */
async function drawnPanel(tifa: Tifa): Promise<Target | null> {
  const found = (await tifa.targets()).find(({ url }) => url === tifa.url('/sidepanel.html'));
  if (!found) return null;
  const panel = await Target.attach(tifa.browser, found.targetId);
  try {
    await until(
      'the panel’s head',
      () => panel.run(() => document.querySelector('h1') !== null),
      Boolean,
      2000,
    );
    return panel;
  } catch {
    await panel.detach();
    return null;
  }
}

/** Closes the panel, and waits until the browser has let it go: what is opened next is another one. */
export async function closePanel(tifa: Tifa, panel: Target): Promise<void> {
  await panel.run(() => window.close()).catch(() => undefined);
  await panel.detach().catch(() => undefined);
  await until(
    'the panel to close',
    () => tifa.targets(),
    (all) => all.every(({ url }) => url !== tifa.url('/sidepanel.html')),
  );
}
