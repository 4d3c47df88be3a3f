import { Tifa } from '../e2e/chromium';
import { median, type Row } from './row';

const ROUNDS = 12;

/** When a page of ours first shows something, milliseconds after it began to load; its controls are there by then. */
async function shown(tifa: Tifa, path: string): Promise<number> {
  const page = await tifa.openOwn(path);
  const first = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  const time = (await first.jsonValue()) ?? Number.NaN;
  await page.close();
  return time;
}

/** From the beginning of the popup's page to its first picture, which waits for settings and controls. */
export async function popupRows(): Promise<Row[]> {
  const tifa = await Tifa.launch();
  try {
    const [popup, text]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      popup.push(await shown(tifa, '/popup.html'));
      text.push(await shown(tifa, '/LICENSES.txt'));
    }
    return [
      {
        name: 'popup: from the beginning of its page to usable, median',
        unit: 'ms',
        value: median(popup),
        beside: { name: 'a plain text', value: median(text) },
        budget: { most: 100, of: 'value' },
      },
    ];
  } finally {
    await tifa.close();
  }
}
