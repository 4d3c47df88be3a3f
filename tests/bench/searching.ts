import type { Page } from 'playwright-core';

/** Milliseconds from a letter typed until the frame after the list has changed. */
export function searching(page: Page, query: string): Promise<number> {
  return page.evaluate(
    (text) =>
      new Promise<number>((done) => {
        const input = document.querySelector<HTMLInputElement>('[data-part="search"]');
        const count = document.querySelector('[data-part="count"]');
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
        if (!input || !count || !set) throw new Error('The page has no search.');
        const start = performance.now();
        new MutationObserver(() =>
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))),
        ).observe(count, { characterData: true, childList: true, subtree: true });
        set.call(input, text);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        setTimeout(() => done(Number.NaN), 2000);
      }),
    query,
  );
}
