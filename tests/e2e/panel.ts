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
  const targets = await until(
    'the panel',
    () => tifa.targets(),
    (all) => all.some(({ url }) => url === tifa.url('/sidepanel.html')),
  );
  await popup.detach().catch(() => undefined);
  const found = targets.find(({ url }) => url === tifa.url('/sidepanel.html'));
  return Target.attach(tifa.browser, found?.targetId ?? '');
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
