import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import type { ReaderPage } from './reader-page';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong in a page as it stands, one sentence each with the first element concerned. */
export async function axeFaults(page: Page): Promise<string[]> {
  // The page's own policy allows no foreign script; the debugger puts it in.
  await page.evaluate(SOURCE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(context: Document): Promise<AxeResults> } }).axe.run(document),
  );
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.target}, ${nodes.length} in all)`,
  );
}

/** What axe-core finds wrong in the card of a page as it stands. */
export async function cardFaults(page: ReaderPage): Promise<string[]> {
  await page.page.evaluate(SOURCE);
  const violations = await page.inRoot(async (root) => {
    // For axe alone, the root is an open one.
    Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
    const { axe } = globalThis as unknown as { axe: { run(context: Element): Promise<AxeResults> } };
    const results = await axe.run(root.querySelector('[data-part="card"]') as Element);
    Reflect.deleteProperty(root.host, 'shadowRoot');
    return results.violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.target})`);
  }, undefined);
  return violations ?? ['There is no card.'];
}

/** By how many pixels a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
