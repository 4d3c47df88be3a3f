import { beforeEach, expect, test } from 'vitest';
import type { ReaderPage } from '../reader-page';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();
let page: ReaderPage;

beforeEach(async () => {
  page = await browser.tifa.read('/article/');
  return () => page.close();
});

const waitForFirst = (headword: string) =>
  page.waitForCard(`${headword} looked up`, ({ entries }) => entries[0]?.headword === headword);

test.each([
  ['长制', 'part of a set phrase'],
  ['石桥夜话', 'a run that no base holds'],
  ['证替她省', 'a run across words'],
  ['两代表一委员', 'a set phrase as a whole'],
  ['灯', 'one character'],
])('a selected run is looked up exactly: %s, %s', async (run) => {
  await page.select(run, 0, 'article');
  await waitForFirst(run);
  expect(await page.selection()).toBe(run);
});

test('a run that no base holds has its reading', async () => {
  await page.select('石桥夜话', 0, '#first');
  const card = await waitForFirst('石桥夜话');
  expect(card.entries[0]?.reading).toBe('shi2 qiao2 ye4 hua4');
});

test('a run across an inline element is looked up as one', async () => {
  await page.select('双向奔赴', 0, '#first');
  await waitForFirst('双向奔赴');
});

test('the context menu looks the selection up', async () => {
  await page.page.evaluate(() => {
    const text = document.querySelector('#fifth')?.firstChild;
    if (text) getSelection()?.setBaseAndExtent(text, 5, text, 7);
  });
  const run = await page.selection();
  await browser.tifa.menu('look-up-selection', run);
  await waitForFirst(run);
});

test('a passage is too long to be looked up, and one sentence says so', async () => {
  await page.page.locator('#second').click({ clickCount: 3 });
  const card = await page.inRoot(
    (root) => new Promise<string>((resolve) => setTimeout(() => resolve(root.textContent ?? ''), 500)),
    undefined,
  );
  expect(card).toMatch(/at most \d+ characters/);
  expect((await page.card())?.state).not.toBe('open');
});

test('on a page that was never pointed at a key goes on from a looked-up selection to the next word', async () => {
  await page.page.evaluate((phrase) => {
    const paragraphs = [...document.querySelectorAll('p')];
    const text = paragraphs.find((each) => each.textContent?.includes(phrase))?.firstChild as Text;
    const at = text.data.indexOf(phrase);
    getSelection()?.setBaseAndExtent(text, at, text, at + phrase.length);
  }, '链长制');
  await browser.tifa.menu('look-up-selection', '链长制');
  await waitForFirst('链长制');
  await until(
    'the next word',
    async () => {
      const card = await page.card();
      if (card?.entries[0]?.headword === '链长制') await page.page.keyboard.press('n');
      return card;
    },
    (card) => card?.entries[0]?.headword === '之后',
  );
});
