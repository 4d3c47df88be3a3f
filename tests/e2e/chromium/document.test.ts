import { expect, test } from 'vitest';
import { savedTerms } from '../glossary-page';
import { ReaderPage } from '../reader-page';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();

/** A page's text as a reader copies it out of a paper: paragraphs and column breaks look the same. */
const PASTED = `让企业放心投资

本报讯（记者 沈亦舟）3月17日，全市优化营商环境暨“双招双引”工作推进会在市民中心召开。会议指出，去

年以来，全市纵深推进“放管服”改革，照后减证惠及经营主体一万二千余户，要素保

障更加有力。会议强调，要坚

决守牢安全生产红线，压实责任。

两代表一委员轮流值班，链长制推行一年，恒锐公司的订单已经排到九月。`;

async function paste(text: string): Promise<ReaderPage> {
  const page = await ReaderPage.attach(await browser.tifa.openOwn('/document.html'));
  await page.page.locator('[data-part="paste"]').fill(text);
  await page.page.locator('[data-part="read"]').click();
  return page;
}

test.each(['双招双引', '放管服', '照后减证', '两代表一委员', '链长制', '营商环境'])(
  'pasted text shows a card for %s',
  async (phrase) => {
    const page = await paste(PASTED);
    await page.waitForReader();
    await page.hover(phrase, 0, '[data-part="text"]');
    await page.close();
  },
);

test.each(['去年', '要素保障', '坚决'])('%s, cut by a column break, is one word', async (phrase) => {
  const page = await paste(PASTED);
  await page.waitForReader();
  const text = await page.page.locator('[data-part="text"]').textContent();
  expect(text).toContain(phrase);
  await page.hover(phrase, 0, '[data-part="text"]');
  await page.close();
});

test('a break between paragraphs stays one, and a short first line is the headline', async () => {
  const page = await paste(PASTED);
  const paragraphs = await page.page.locator('[data-part="text"] p').allTextContents();
  expect(await page.page.locator('h1').textContent()).toBe('让企业放心投资');
  expect(paragraphs).toHaveLength(2);
  expect(paragraphs[1]).toMatch(/^两代表一委员/);
  await page.close();
});

test('a second text takes the place of the first, and is read too', async () => {
  const page = await paste(PASTED);
  await page.waitForReader();
  await page.hover('链长制', 0, '[data-part="text"]');
  await page.page
    .locator('[data-part="paste"]')
    .fill('白石镇的居民和干部面对面坐着，夜话开到第三年，高质量发展怎么走，大家一起商量。');
  await page.page.locator('[data-part="read"]').click();
  await until(
    'the second text',
    () => page.page.locator('[data-part="text"]').textContent(),
    (text) => text?.includes('第三年') ?? false,
  );
  // The reader that was there goes, another one comes; a mouse that moved before is not seen by it.
  await until(
    'the card',
    async () => {
      await page.rest();
      await page.point('高质量发展', 0, '[data-part="text"]');
      await new Promise((resolve) => setTimeout(resolve, 400));
      return page.card();
    },
    (card) => card?.entries[0]?.headword === '高质量发展',
  );
  await page.close();
});

test('a term saved there is in the glossary', async () => {
  const page = await paste(PASTED);
  await page.waitForReader();
  await page.hover('照后减证', 0, '[data-part="text"]');
  await page.clickPart('save');
  await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
  expect((await savedTerms(browser.tifa)).map(({ headword }) => headword)).toContain('照后减证');
  await page.close();
});

test('text without Chinese, and no text at all, do no harm', async () => {
  const page = await paste('Only English here.');
  expect(await page.page.locator('[data-part="text"]').textContent()).toContain('Only English here.');
  await page.page.locator('[data-part="paste"]').fill('   ');
  expect(await page.page.locator('[data-part="read"]').isEnabled()).toBe(false);
  expect(page.errors).toEqual([]);
  await page.close();
});
