import { Tifa } from '../e2e/chromium';
import type { ReaderPage } from '../e2e/reader-page';
import { until } from '../e2e/wait';
import { newsPage } from './pages';
import { median, quantile, type Row } from './row';

const HOVERS = 110;
const STOPS = 12;

interface Clock {
  moved: number;
  times: number[];
}
type Timed = typeof globalThis & { clock: Clock };

/**
 * From the mouse move's own time stamp to the first task after the frame in which the card shows another text.
 * Watches the closed root from outside the reader, by the debugger.
 */
function startClock(root: ShadowRoot): void {
  const clock: Clock = { moved: 0, times: [] };
  (globalThis as Timed).clock = clock;
  addEventListener('mousemove', ({ timeStamp }) => (clock.moved = timeStamp), true);
  const card = root.querySelector<HTMLElement>('[data-part="card"]');
  let last = '';
  const channel = new MessageChannel();
  let from = 0;
  channel.port1.onmessage = () => clock.times.push(performance.now() - from);
  new MutationObserver(() => {
    const text = card?.dataset.state === 'open' ? (card.textContent ?? '') : '';
    if (text === last || clock.moved === 0) return;
    last = text;
    if (text === '') return;
    from = clock.moved;
    clock.moved = 0;
    requestAnimationFrame(() => channel.port2.postMessage(0));
  }).observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** The same without a card: to the first task after the next frame. */
function startFloorClock(): void {
  const clock: Clock = { moved: 0, times: [] };
  (globalThis as Timed).clock = clock;
  const channel = new MessageChannel();
  let from = 0;
  channel.port1.onmessage = () => clock.times.push(performance.now() - from);
  addEventListener(
    'mousemove',
    ({ timeStamp, clientY }) => {
      if (clientY < 10) return;
      from = timeStamp;
      requestAnimationFrame(() => channel.port2.postMessage(0));
    },
    true,
  );
}

/** Points in the page's text, each in another word. */
function pointsIn(count: number): { x: number; y: number }[] {
  const points: { x: number; y: number }[] = [];
  const range = document.createRange();
  for (const paragraph of document.querySelectorAll('p')) {
    const text = paragraph.firstChild as Text;
    for (let offset = 3; offset < text.length - 1 && points.length < count; offset += 6) {
      if (!/\p{Script=Han}/u.test(text.data.charAt(offset))) continue;
      range.setStart(text, offset);
      range.setEnd(text, offset + 1);
      const { x, y, width, height } = range.getBoundingClientRect();
      if (y > 20 && y < innerHeight - 20) points.push({ x: x + width / 2, y: y + height / 2 });
    }
  }
  return points;
}

const times = (page: ReaderPage) => page.page.evaluate(() => (globalThis as Timed).clock.times);

/** Moves from a place without text straight onto a point and waits for its time. */
async function measure(page: ReaderPage, { x, y }: { x: number; y: number }): Promise<number> {
  const before = (await times(page)).length;
  await page.page.mouse.move(x, y);
  const after = await until(
    'a card',
    () => times(page),
    (all) => all.length > before,
    5000,
  );
  return after.at(-1) ?? Number.NaN;
}

async function rest(page: ReaderPage): Promise<void> {
  await page.page.mouse.move(2, 2);
  await page.page.keyboard.press('Escape');
  await page.waitForClosed();
}

/** Pointing with Tifa and without, in turns; then after the worker was stopped; then the worker's first answer. */
export async function pointingRows(): Promise<Row[]> {
  const [tifa, plain] = [await Tifa.launch(), await Tifa.launch({ extension: null })];
  try {
    for (const browser of [tifa, plain]) browser.site.serve('/news/', newsPage(3000));
    const page = await tifa.read('/news/');
    const other = await plain.open('/news/');
    const points = await page.page.evaluate(pointsIn, 400);
    const [first] = points;
    if (!first) throw new Error('The page has no words to point at.');
    await page.inRoot(startClock, undefined);
    await other.page.evaluate(startFloorClock);

    const veryFirst = await measure(page, first);
    await rest(page);
    const withTifa: number[] = [];
    const without: number[] = [];
    // Only a card with another text is seen, so no word twice in a row.
    for (const point of points.slice(1, HOVERS + 1)) {
      withTifa.push(await measure(page, point));
      await rest(page);
      without.push(await measure(other, point));
      await other.page.mouse.move(2, 2);
    }

    const stopped: number[] = [];
    for (const point of points.slice(HOVERS + 1, HOVERS + 1 + STOPS)) {
      await tifa.stopWorker();
      stopped.push(await measure(page, point));
      await rest(page);
    }
    const floor = (share: number) => ({ name: 'without, next frame', value: quantile(without, share) });
    return [
      {
        name: `pointing → card painted, median of ${withTifa.length}`,
        unit: 'ms',
        value: median(withTifa),
        beside: floor(0.5),
        budget: { most: 35, of: 'value' },
      },
      {
        name: 'pointing → card painted, p95',
        unit: 'ms',
        value: quantile(withTifa, 0.95),
        beside: floor(0.95),
        budget: { most: 50, of: 'value' },
      },
      { name: 'the very first card of a page', unit: 'ms', value: veryFirst, beside: floor(0.5) },
      {
        name: `worker stopped → card painted, median of ${stopped.length}`,
        unit: 'ms',
        value: median(stopped),
        beside: floor(0.5),
        budget: { most: 35, of: 'value' },
      },
      {
        name: 'worker stopped → card painted, longest',
        unit: 'ms',
        value: Math.max(...stopped),
        beside: floor(0.95),
        budget: { most: 50, of: 'value' },
      },
      ...(await analysisRows(tifa)),
    ];
  } finally {
    await tifa.close();
    await plain.close();
  }
}

const ROUNDS = 8;
/** The reader's first request holds about so many UTF-16 units. */
const FIRST = 1000;

declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

/** One article to the worker, stopped before or warm, asked as the reader asks it: looked at, then pointed at. */
async function analysisRows(tifa: Tifa): Promise<Row[]> {
  const page = await tifa.openOwn('/document.html');
  const blocks = [...newsPage(3000).matchAll(/<p>(.*?)<\/p>/g)].map(([, text]) => text ?? '');
  const ask = (type: 'mark' | 'analyze', texts: string[]) =>
    page.evaluate(
      async (message) => {
        const start = performance.now();
        await chrome.runtime.sendMessage({ id: 1, ...message, timestamp: Date.now() });
        return performance.now() - start;
      },
      { type, data: texts },
    );
  const first: string[] = [];
  for (const block of blocks) if (first.join('').length + block.length <= FIRST) first.push(block);
  const soon: number[] = [];
  const pointed: number[] = [];
  const cold: number[] = [];
  const warm: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await tifa.stopWorker();
    soon.push(await ask('mark', first));
    pointed.push(await ask('analyze', first));
    await tifa.stopWorker();
    cold.push(await ask('analyze', blocks));
    warm.push(await ask('analyze', blocks));
  }
  await page.close();
  return [
    {
      name: `worker cold → first request of a page answered, median of ${ROUNDS}`,
      unit: 'ms',
      value: median(soon),
      beside: { name: 'then all that pointing needs', value: median(pointed) },
      budget: { most: 130, of: 'value' },
    },
    {
      name: `worker cold → 3,000 characters analysed, median of ${ROUNDS}`,
      unit: 'ms',
      value: median(cold),
      beside: { name: 'warm', value: median(warm) },
      budget: { most: 130, of: 'value' },
    },
    {
      name: '3,000 characters analysed, warm',
      unit: 'ms',
      value: median(warm),
      beside: { name: 'cold', value: median(cold) },
      budget: { most: 60, of: 'value' },
    },
  ];
}
