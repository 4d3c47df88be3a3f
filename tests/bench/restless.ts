import { Tifa } from '../e2e/chromium';
import { newsPage } from './pages';
import type { Row } from './row';
import { traced } from './trace';

const PATH = '/restless/';
const RESTING = '/resting/';
/** How often the page writes, and for how long it is watched, milliseconds. */
const EVERY = 20;
const WATCHED = 5000;

/** An article of which a paragraph is written anew all the time. */
const PAGE = `${newsPage(3000)}<script>
  let round = 0;
  const paragraph = document.querySelectorAll('p')[1];
  setInterval(() => { paragraph.firstChild.data = '营商环境持续优化，' + ++round + '家企业落户。'; }, ${EVERY});
</script>`;

async function watch(tifa: Tifa, converted: boolean): Promise<number> {
  const page = await (tifa.id ? tifa.read(PATH) : tifa.open(PATH));
  await page.page.waitForTimeout(1500);
  if (converted) await tifa.command('toggle-script');
  await page.page.waitForTimeout(1500);
  const cdp = await page.page.context().newCDPSession(page.page);
  const { cpu } = await traced(page.page, cdp, () => page.page.waitForTimeout(WATCHED));
  await page.close();
  return cpu;
}

/** Milliseconds of scripts, the page's and ours, in an article that is looked at and nothing else. */
async function watchAtRest(tifa: Tifa): Promise<number> {
  const page = await (tifa.id ? tifa.read(RESTING) : tifa.open(RESTING));
  if (tifa.id) await page.hover('营商环境');
  await page.page.mouse.move(2, 2);
  await page.page.waitForTimeout(4000);
  const cdp = await page.page.context().newCDPSession(page.page);
  await cdp.send('Performance.enable');
  const spent = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN);
  };
  const before = await spent();
  await page.page.waitForTimeout(WATCHED);
  const took = (await spent()) - before;
  await page.close();
  return took;
}

/** Scripts in a page at rest, then the main thread of a page that never rests, read and converted, beside the same page without Tifa. */
export async function restlessRows(): Promise<Row[]> {
  const [tifa, plain] = [await Tifa.launch(), await Tifa.launch({ extension: null })];
  try {
    for (const browser of [tifa, plain]) {
      browser.site.serve(PATH, PAGE);
      browser.site.serve(RESTING, newsPage(3000));
    }
    const atRest: Row = {
      name: `page at rest, ${WATCHED / 1000} s, scripts`,
      unit: 'ms',
      value: await watchAtRest(tifa),
      beside: { name: 'without', value: await watchAtRest(plain) },
      budget: { most: 0, of: 'added' },
    };
    const without = await watch(plain, false);
    const row = (name: string, value: number): Row => ({
      name: `page that never rests, ${WATCHED / 1000} s, ${name}`,
      unit: 'ms',
      value,
      beside: { name: 'without', value: without },
    });
    return [atRest, row('read', await watch(tifa, false)), row('converted', await watch(tifa, true))];
  } finally {
    await tifa.close();
    await plain.close();
  }
}
