import { Tifa } from '../e2e/chromium';
import { newsPage } from './pages';
import type { Row } from './row';
import { traced } from './trace';

const PATH = '/restless/';
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

/** The main thread of a page that never rests, read and converted, beside the same page without Tifa. */
export async function restlessRows(): Promise<Row[]> {
  const [tifa, plain] = [await Tifa.launch(), await Tifa.launch({ extension: null })];
  try {
    for (const browser of [tifa, plain]) browser.site.serve(PATH, PAGE);
    const without = await watch(plain, false);
    const row = (name: string, value: number): Row => ({
      name: `page that never rests, ${WATCHED / 1000} s, ${name}`,
      unit: 'ms',
      value,
      beside: { name: 'without', value: without },
    });
    return [row('read', await watch(tifa, false)), row('converted', await watch(tifa, true))];
  } finally {
    await tifa.close();
    await plain.close();
  }
}
