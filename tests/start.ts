// npm start [-- [--headless] [URL-or-FILE]]: opens the sample front page, or another page, with the extension. Without
// a display it reads the page itself, and reports.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CardView } from './e2e/card-view';
import { Tifa } from './e2e/chromium';
import type { ReaderPage } from './e2e/reader-page';
import { LISTED } from './e2e/site';
import { until } from './e2e/wait';
import { buildDictionaryIfStale } from './setup/dictionary';

const SAMPLE = '/front-page/';
/** The last one's card is on the pictures, and it is the one saved. */
const SAMPLE_TERMS = ['链长制', '照后减证', '双向奔赴'];
const SHOTS = '.output/start';

class Failure extends Error {}

function build(): void {
  buildDictionaryIfStale();
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/wxt', ['build'], { encoding: 'utf8' });
  if (status === 0) return;
  console.error(stdout, stderr);
  throw new Failure('The extension could not be built.');
}

/** Puts what was asked for where the browser finds it; answers its address. */
function addressOf(target: string | undefined, tifa: Tifa): string {
  if (!target) return tifa.site.url(SAMPLE);
  if (/^https?:/.test(target)) return target;
  const file = resolve(process.env.INIT_CWD ?? '.', target);
  if (!existsSync(file))
    throw new Failure(`There is no file ${target}, and it is no address that starts with http.`);
  // A saved page says itself in which encoding it is.
  tifa.site.serve('/page.html', readFileSync(file), { 'content-type': 'text/html' });
  return tifa.site.url('/page.html');
}

/** Waits for the reader; on a site that stands on no list a click on the icon reads the page. */
async function waitForReader(tifa: Tifa, page: ReaderPage): Promise<void> {
  const isThere = () => page.page.evaluate(() => document.querySelector('tifa-card') !== null);
  try {
    await until('the reader', isThere, Boolean, 4000);
  } catch {
    const popup = await tifa.clickIcon(page);
    await until('the reader', isThere, Boolean, 6000).catch(() => {
      throw new Failure(`Tifa found nothing to read at ${page.page.url()}.`);
    });
    await popup.run(() => window.close()).catch(() => undefined);
  }
}

/** Set phrases that are marked on the page, then beginnings of its Chinese text; some may be out of sight. */
async function someTerms(page: ReaderPage): Promise<string[]> {
  const marked = () =>
    page.page.evaluate(() =>
      [...CSS.highlights.values()].flatMap((highlight) =>
        [...highlight].map((range) => {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          return live.toString().replace(/\s+/g, '');
        }),
      ),
    );
  const terms = await until('marked terms', marked, (found) => found.length > 0, 3000).catch(() => []);
  const text = (await page.texts()).join('\n');
  return [...new Set([...terms.slice(0, 6), ...(text.match(/[\u4e00-\u9fff]{6,}/g) ?? [])])].slice(0, 20);
}

function print(card: CardView): void {
  const entry = card.entries[0];
  if (!entry) return;
  const { reading, rendering, meaning, gloss, source } = entry.parts;
  console.log(`\n  ${entry.headword}  ${reading ?? ''}`);
  for (const [name, text] of Object.entries({ rendering, meaning, gloss, source }))
    if (text) console.log(`    ${name.padEnd(10)} ${text}`);
}

/** Points at the three terms of the sample page; the last card is handed back. */
async function pointAtSample(page: ReaderPage): Promise<CardView> {
  let card: CardView | null = null;
  for (const term of SAMPLE_TERMS) {
    await page.point(term);
    card = await page.waitForCard(`a card for ${term}`, ({ entries }) => entries[0]?.headword === term);
    print(card);
  }
  return card as CardView;
}

/** Points at what there is until three cards have been shown; the last is handed back. */
async function pointAtSome(page: ReaderPage): Promise<CardView> {
  const cards: CardView[] = [];
  for (const term of await someTerms(page)) {
    const isIt = ({ entries }: CardView) => entries[0]?.headword.includes(term.charAt(0)) ?? false;
    const show = async () => {
      await page.point(term);
      return page.waitForCard(`a card for ${term}`, isIt, 2000);
    };
    const card = await show().catch(() => null);
    if (!card) continue;
    print(card);
    cards.push(card);
    if (cards.length === 3) return card;
  }
  throw new Failure(`Tifa showed ${cards.length} cards on this page, and three were wanted.`);
}

/** The page's texts in the other script, when no more of them change. */
async function settledChange(page: ReaderPage, before: string[]): Promise<string[]> {
  let last: string[] = [];
  return until(
    'the page in another script',
    async () => {
      last = await page.texts();
      await new Promise((resolve) => setTimeout(resolve, 400));
      return page.texts();
    },
    (texts) => String(texts) === String(last) && String(texts) !== String(before),
  );
}

/** Reads the page as a reader would; throws a sentence where anything is not as it should be. */
async function readPage(tifa: Tifa, page: ReaderPage, isSample: boolean): Promise<void> {
  const shot = (name: string) => page.page.screenshot({ path: `${SHOTS}/${name}.png` });
  const card = isSample ? await pointAtSample(page) : await pointAtSome(page);
  const headword = card.entries[0]?.headword ?? '';
  await shot('card');

  await page.clickPart('save');
  await page.waitForCard(`${headword} to be saved`, ({ entries }) => entries[0]?.saved === true);
  await page.page.keyboard.press('Escape');
  await page.rest();

  const before = await page.texts();
  await tifa.command('toggle-script');
  const changed = await settledChange(page, before);
  const count = changed.filter((text, index) => text !== before[index]).length;
  await shot('traditional');
  await tifa.command('toggle-script');
  const back = await until(
    'the original to come back',
    () => page.texts(),
    (texts) => texts.every((text, index) => text === before[index]),
  ).catch(() => null);
  if (!back) throw new Failure('The original did not come back exactly.');
  console.log(`\nScript: ${count} pieces of text changed, and the original came back exactly.`);

  const popup = await tifa.clickIcon(page);
  await until(
    'the popup',
    () => popup.run(() => document.body.textContent ?? ''),
    (text) => text.length > 20,
  );
  const { data } = await popup.send<{ data: string }>('Page.captureScreenshot');
  writeFileSync(`${SHOTS}/popup.png`, Buffer.from(data, 'base64'));
  await popup.run(() => window.close()).catch(() => undefined);

  const glossary = await tifa.openOwn('/glossary.html');
  await glossary.getByText(headword, { exact: true }).first().waitFor();
  await glossary.screenshot({ path: `${SHOTS}/glossary.png` });
  console.log(`\nSaved, and read back from the glossary page: ${headword}`);
  console.log(`\nPictures: ${SHOTS}/card.png, traditional.png, popup.png, glossary.png`);
}

async function start(): Promise<void> {
  const options = process.argv.slice(2);
  const target = options.find((option) => !option.startsWith('--'));
  const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const headed = display && !options.includes('--headless');
  build();
  mkdirSync(SHOTS, { recursive: true });
  const isAddress = target !== undefined && /^https?:/.test(target);
  const tifa = await Tifa.launch({
    headed,
    // Only an address that was asked for reaches a network.
    mapped: isAddress ? LISTED : '*',
    ...(headed && { viewport: null }),
  });
  const address = addressOf(target, tifa);
  console.log(`Reading ${address}${isAddress ? '' : ', served on this machine'}.\n`);
  const page = await tifa.openAddress(address);
  if (headed) {
    await tifa.context.pages()[0]?.close();
    await new Promise((closed) => tifa.context.once('close', closed));
    await tifa.close();
    return;
  }
  try {
    await waitForReader(tifa, page);
    await readPage(tifa, page, target === undefined);
  } finally {
    await tifa.close();
  }
}

start().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(
      error instanceof Failure ? error.message : `It did not work: ${error.message.split('\n')[0]}`,
    );
    process.exit(1);
  },
);
