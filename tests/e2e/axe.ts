import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

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

/** By how many pixels a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
