import { beforeEach, describe, expect, test } from 'vitest';
import type { ReaderPage } from '../reader-page';
import { pageOf } from '../site';
import { withTifa } from '../with-tifa';

const browser = withTifa();
let page: ReaderPage;

const first = async () => (await page.card())?.entries[0]?.headword;

async function press(key: string, expected: string): Promise<void> {
  await page.page.keyboard.press(key);
  await page.waitForCard(`${expected} after ${key}`, ({ entries }) => entries[0]?.headword === expected);
}

beforeEach(async () => {
  browser.tifa.site.serve(
    '/keys/',
    pageOf(
      [
        '东岭区推行链长制之后，两代表一委员轮流值班。白石镇老街的石桥旁亮起一盏灯，居民和干部面对面坐着。'.repeat(
          2,
        ),
      ],
      {
        extra: `<textarea id="field"></textarea>
<script>window.pressed = []; addEventListener('keydown', (event) => pressed.push(event.key));</script>`,
      },
    ),
  );
  page = await browser.tifa.read('/keys/');
  return () => page.close();
});

const pressedInPage = () =>
  page.page.evaluate(() => (globalThis as unknown as { pressed: string[] }).pressed);

describe('keys while a card is open', () => {
  test('n and b go to the next and the previous word, past punctuation', async () => {
    await page.hover('链长制');
    await press('n', '之后');
    await press('n', '两代表一委员');
    await press('b', '之后');
  });

  test('k and l go to the shorter and the longer match', async () => {
    await page.hover('两代表一委员');
    expect(await first()).toBe('两代表一委员');
    const headwords = (await page.card())?.entries.map(({ headword }) => headword) ?? [];
    const next = headwords.find((headword) => headword !== '两代表一委员') ?? '';
    await press('k', next);
    await press('l', '两代表一委员');
  });

  test('s saves', async () => {
    await page.hover('干部');
    await page.page.keyboard.press('s');
    await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
  });

  test('p pins: the card stays when the pointer leaves, and lists the keys', async () => {
    await page.hover('链长制');
    await page.page.keyboard.press('p');
    await page.rest();
    await new Promise((resolve) => setTimeout(resolve, 600));
    const card = await page.card();
    expect(card?.state).toBe('open');
    const keys = await page.inRoot(
      (root) => [...root.querySelectorAll('kbd')].map((kbd) => kbd.textContent),
      undefined,
    );
    expect(keys).toEqual(expect.arrayContaining(['n', 'b', 'l', 'k', 'p', 's', 'c', 'r', 'Esc']));
  });

  test('c copies the headword', async () => {
    await page.hover('两代表一委员');
    await page.page.keyboard.press('c');
    await page.page.keyboard.press('Escape');
    await page.waitForClosed();
    await page.page.locator('#field').focus();
    await page.page.keyboard.press('Control+V');
    expect(await page.page.locator('#field').inputValue()).toBe('两代表一委员');
  });

  test('Escape closes', async () => {
    await page.hover('链长制');
    await page.page.keyboard.press('Escape');
    await page.waitForClosed();
  });

  test('the page hears none of them', async () => {
    await page.hover('链长制');
    for (const key of ['n', 'b', 'k', 'l', 'p', 'Escape']) await page.page.keyboard.press(key);
    await page.waitForClosed();
    expect(await pressedInPage()).toEqual([]);
  });
});

describe('keys that are not ours', () => {
  test('go to the page while no card is open', async () => {
    await page.hover('链长制');
    await page.rest();
    await page.waitForClosed();
    const ours = ['n', 'b', 'k', 'l', 'p', 's', 'c', 'r', 'Escape'];
    for (const key of ours) await page.page.keyboard.press(key);
    expect(await pressedInPage()).toEqual(ours);
    expect((await page.card())?.state).toBe('closed');
  });

  test('are typed into a field even while a card is open', async () => {
    await page.page.locator('#field').focus();
    await page.hover('链长制');
    await page.page.keyboard.type('snp');
    expect(await page.page.locator('#field').inputValue()).toBe('snp');
    expect((await page.card())?.entries[0]?.saved).toBe(false);
  });

  test('with a modifier stay the browser’s and the page’s', async () => {
    await page.hover('链长制');
    await page.page.keyboard.press('Alt+n');
    await page.page.keyboard.press('x');
    expect(await pressedInPage()).toEqual(['Alt', 'n', 'x']);
    expect(await first()).toBe('链长制');
  });
});
