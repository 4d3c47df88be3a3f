import { Tifa } from '../e2e/chromium';
import { openPanel } from '../e2e/panel';
import type { Target } from '../e2e/target';
import { newsPage } from './pages';
import { median, type Row } from './row';
import { searching } from './searching';
import { traced } from './trace';

const OPENINGS = 5;

/** What a reader types into the term browser. */
const QUERIES = [
  '链',
  '链长',
  '河長制',
  'l',
  'lian',
  'liàn zhǎng',
  'river',
  'river chief',
  '两个',
  'development',
];

/** Notes when the digest is there, milliseconds since the panel's page began to load. */
const WATCH = `new MutationObserver((_, observer) => {
  if (!document.querySelector('[data-part="digest"]')) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => { globalThis.tifaComplete = performance.now(); }));
}).observe(document, { childList: true, subtree: true });`;

declare const tifaComplete: number | undefined;

async function opening(panel: Target): Promise<number> {
  await panel.run(() => location.reload());
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const took = await panel
      .run(() => (typeof tifaComplete === 'number' ? tifaComplete : null))
      .catch(() => null);
    if (took !== null) return took;
  }
}

/** The panel over articles of two lengths, and the search of the term browser. */
export async function panelRows(): Promise<Row[]> {
  const tifa = await Tifa.launch();
  try {
    const rows: Row[] = [];
    for (const [characters, most] of [
      [3000, 150],
      [100_000, 1000],
    ] as const) {
      tifa.site.serve('/article.html', newsPage(characters));
      const page = await tifa.read('/article.html');
      const panel = await openPanel(tifa, page);
      await panel.send('Page.enable');
      await panel.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH });
      const openings: number[] = [];
      const cdp = await tifa.context.newCDPSession(page.page);
      const work = await traced(page.page, cdp, async () => {
        for (let n = 0; n < OPENINGS; n++) openings.push(await opening(panel));
      });
      const name = `panel over ${characters} characters`;
      const nothing = { name: 'nothing', value: 0 };
      rows.push(
        {
          name: `${name}: complete after opening`,
          unit: 'ms',
          value: median(openings),
          beside: nothing,
          budget: { most, of: 'value' },
        },
        {
          name: `${name}: longest task in the page, by CPU`,
          unit: 'ms',
          value: work.longestCpu,
          beside: nothing,
          budget: { most: 50, of: 'value' },
        },
      );
      await panel.run(() => window.close()).catch(() => undefined);
      await page.page.close();
    }
    const browser = await tifa.openOwn('/terms.html');
    await browser.locator('[data-part="term-row"]').first().waitFor();
    const searches: number[] = [];
    for (const query of QUERIES) searches.push(await searching(browser, query));
    rows.push({
      name: 'term browser: search answer painted, median',
      unit: 'ms',
      value: median(searches.filter((took) => !Number.isNaN(took))),
      beside: { name: 'nothing', value: 0 },
      budget: { most: 50, of: 'value' },
    });
    return rows;
  } finally {
    await tifa.close();
  }
}
