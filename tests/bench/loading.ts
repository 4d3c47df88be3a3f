import { rmSync } from 'node:fs';
import { Tifa } from '../e2e/chromium';
import { emptyExtension } from './empty-extension';
import { processMemory } from './memory';
import { newsPage } from './pages';
import { median, type Row } from './row';
import { traced, type Work } from './trace';

const ROUNDS = 6;
const SIZES = [3000, 100_000];

async function load(tifa: Tifa, path: string): Promise<Work> {
  const page = await tifa.context.newPage();
  const cdp = await page.context().newCDPSession(page);
  const work = await traced(page, cdp, async () => {
    await page.goto(tifa.site.url(path), { waitUntil: 'load' });
    await page.waitForTimeout(1500);
  });
  await page.close();
  return work;
}

/** The main thread of a page while it loads, up to 1.5 s after; with Tifa and without, in turns. */
export async function loadingRows(): Promise<Row[]> {
  const [tifa, plain] = [await Tifa.launch(), await Tifa.launch({ extension: null })];
  const folder = emptyExtension();
  const empty = await Tifa.launch({ extension: folder });
  const rows: Row[] = [];
  try {
    for (const size of SIZES) {
      const path = `/news-${size}/`;
      for (const browser of [tifa, plain, empty]) browser.site.serve(path, newsPage(size));
      // The first load of a browser is another thing.
      for (const browser of [tifa, plain, empty]) await load(browser, path);
      const [ours, theirs, floor]: [Work[], Work[], Work[]] = [[], [], []];
      for (let round = 0; round < ROUNDS; round++) {
        ours.push(await load(tifa, path));
        theirs.push(await load(plain, path));
        floor.push(await load(empty, path));
      }
      const cpu = (all: Work[]) => median(all.map((each) => each.cpu));
      const longest = (all: Work[]) => median(all.map((each) => each.longest));
      const name = size.toLocaleString('en');
      rows.push(
        {
          name: `load of ${name} characters, main thread`,
          unit: 'ms',
          value: cpu(ours),
          beside: { name: 'without', value: cpu(theirs) },
          ...(size === 3000 && { budget: { most: 10, of: 'added' as const } }),
        },
        {
          name: `load of ${name} characters with an empty extension`,
          unit: 'ms',
          value: cpu(floor),
          beside: { name: 'without', value: cpu(theirs) },
        },
        {
          name: `load of ${name} characters, longest task`,
          unit: 'ms',
          value: longest(ours),
          beside: { name: 'without', value: longest(theirs) },
        },
      );
    }
    const [withTifa, without, withEmpty] = [
      await memoryOf(tifa, true),
      await memoryOf(plain),
      await memoryOf(empty),
    ];
    rows.push({
      name: 'the same with an empty extension',
      unit: 'MiB',
      value: withEmpty,
      beside: { name: 'without', value: without },
    });
    rows.splice(-1, 0, {
      name: 'memory of the browser with a page of 100,000 characters',
      unit: 'MiB',
      value: withTifa,
      beside: { name: 'without', value: without },
      budget: { most: 60, of: 'added' },
    });
  } finally {
    await tifa.close();
    await plain.close();
    await empty.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

/** Proportional set size of the whole browser with the large page open and pointed at. */
async function memoryOf(tifa: Tifa, hasReader = false): Promise<number> {
  const page = await tifa.open('/news-100000/');
  if (hasReader) {
    await page.waitForReader();
    await page.hover('营商环境');
  }
  await page.page.waitForTimeout(3000);
  return processMemory(tifa.profileFolder) / 2 ** 20;
}
