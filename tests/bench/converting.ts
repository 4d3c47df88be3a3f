import { Tifa } from '../e2e/chromium';
import type { ReaderPage } from '../e2e/reader-page';
import { until } from '../e2e/wait';
import { newsPage } from './pages';
import { median, type Row } from './row';
import { traced, type Work } from './trace';

const SIZES: [characters: number, rounds: number][] = [
  [3000, 5],
  [100_000, 3],
  [1_000_000, 1],
];
/** No text changed for so long, milliseconds: the page is done. */
const QUIET = 1500;

type Watched = typeof globalThis & { lastChange: number };

/** Notes when a text of the page last changed, by the clock that all processes share. */
function watchTexts(): void {
  const world = globalThis as Watched;
  world.lastChange = 0;
  new MutationObserver(() => {
    world.lastChange = performance.timeOrigin + performance.now();
  }).observe(document.body, { characterData: true, subtree: true });
}

interface Turn extends Work {
  /** From the request to the last changed text, milliseconds. */
  time: number;
}

/** Switches the script by the command and waits until nothing changes any more. */
async function toggle(tifa: Tifa, page: ReaderPage): Promise<Turn> {
  const cdp = await page.page.context().newCDPSession(page.page);
  await page.page.bringToFront();
  await tifa.wake();
  const lastChange = () => page.page.evaluate(() => (globalThis as Watched).lastChange);
  const before = await lastChange();
  let asked = 0;
  const work = await traced(page.page, cdp, async () => {
    asked = await tifa.command('toggle-script');
    await until('the first change', lastChange, (time) => time > before, 60_000);
    await until('the last change', lastChange, (time) => Date.now() - time > QUIET, 120_000);
  });
  await cdp.detach();
  return { ...work, time: (await lastChange()) - asked };
}

/** What the page itself needs to write the same texts at once and to lay them out: without Tifa. */
async function write(page: ReaderPage, texts: string[]): Promise<Turn> {
  const cdp = await page.page.context().newCDPSession(page.page);
  let time = 0;
  const work = await traced(page.page, cdp, async () => {
    time = await page.page.evaluate((wanted) => {
      const start = performance.now();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let index = 0; walker.nextNode(); index++) {
        const text = walker.currentNode as Text;
        const data = wanted[index] ?? '';
        if (text.data !== data) text.data = data;
      }
      document.body.getBoundingClientRect();
      return performance.now() - start;
    }, texts);
  });
  await cdp.detach();
  return { ...work, time };
}

/** Conversion of whole pages and back, beside the same page that writes the same texts itself. */
export async function convertingRows(): Promise<Row[]> {
  const [tifa, plain] = [await Tifa.launch(), await Tifa.launch({ extension: null })];
  const rows: Row[] = [];
  try {
    for (const [size, rounds] of SIZES) {
      const path = `/news-${size}/`;
      for (const browser of [tifa, plain]) browser.site.serve(path, newsPage(size));
      const page = await tifa.read(path);
      const other = await plain.open(path);
      await page.page.waitForTimeout(2000);
      const original = await page.texts();
      await page.page.evaluate(watchTexts);
      const turns: Record<'there' | 'back' | 'plain', Turn[]> = { there: [], back: [], plain: [] };
      for (let round = 0; round < rounds; round++) {
        turns.there.push(await toggle(tifa, page));
        const converted = await page.texts();
        turns.back.push(await toggle(tifa, page));
        turns.plain.push(await write(other, converted));
        await write(other, original);
      }
      const now = await page.texts();
      const exact = now.length === original.length && now.every((text, index) => text === original[index]);
      if (!exact) throw new Error(`The original of ${size} characters did not come back exactly.`);
      await page.close();
      await other.close();

      const of = (all: Turn[], key: keyof Turn) => median(all.map((turn) => turn[key]));
      const name = size.toLocaleString('en');
      const beside = (key: keyof Turn) => ({ name: 'the page itself, at once', value: of(turns.plain, key) });
      const budget = { most: 50, of: 'value' as const };
      rows.push(
        {
          name: `${name} characters to traditional`,
          unit: 'ms',
          value: of(turns.there, 'time'),
          beside: beside('time'),
        },
        {
          name: `${name} characters to traditional, longest task`,
          unit: 'ms',
          value: of(turns.there, 'longest'),
          beside: beside('longest'),
          budget,
        },
        {
          name: `${name} characters to traditional, longest task, CPU`,
          unit: 'ms',
          value: of(turns.there, 'longestCpu'),
          beside: beside('longestCpu'),
          budget,
        },
        {
          name: `${name} characters back, exactly`,
          unit: 'ms',
          value: of(turns.back, 'time'),
          beside: beside('time'),
        },
        {
          name: `${name} characters back, longest task`,
          unit: 'ms',
          value: of(turns.back, 'longest'),
          beside: beside('longest'),
          budget,
        },
        {
          name: `${name} characters back, longest task, CPU`,
          unit: 'ms',
          value: of(turns.back, 'longestCpu'),
          beside: beside('longestCpu'),
          budget,
        },
      );
    }
  } finally {
    await tifa.close();
    await plain.close();
  }
  return rows;
}
