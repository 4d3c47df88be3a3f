import { beforeAll, describe, expect, test } from 'vitest';
import { Tifa } from '../chromium';
import { exported, GlossaryPage } from '../glossary-page';
import { readFixture } from '../site';
import { withTifa } from '../with-tifa';

// The glossary beside the reading: what one leaves for the other. The page by itself is in `glossary-page.test.ts`.

const browser = withTifa();

/** Saved in this order. */
const TERMS = ['照后减证', '链长制', '高质量发展'];

beforeAll(async () => {
  const field = '<textarea id="field"></textarea></body>';
  browser.tifa.site.serve('/notes/', readFixture('article/index.html').replace('</body>', field));
  const page = await browser.tifa.read('/notes/');
  for (const term of TERMS) {
    await page.hover(term, 0, 'article');
    await page.page.keyboard.press('s');
    await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
    await page.page.keyboard.press('Escape');
  }
  await page.close();
});

/** Points at a term, presses `r` and pastes what that copied. */
async function copiedRendering(term: string): Promise<string> {
  const page = await browser.tifa.read('/notes/');
  await page.hover(term, 0, 'article');
  await page.page.keyboard.press('r');
  await page.page.keyboard.press('Escape');
  await page.waitForClosed();
  await page.page.locator('#field').focus();
  await page.page.keyboard.press('Control+V');
  const copied = await page.page.locator('#field').inputValue();
  await page.close();
  return copied;
}

test('what was saved is listed, the last first, with both scripts, reading, paper and date', async () => {
  const glossary = await GlossaryPage.open(browser.tifa);
  expect(await glossary.headwords()).toEqual(TERMS.toReversed());
  const row = ((await glossary.row('链长制').textContent()) ?? '').replace(/\s/g, '');
  for (const part of ['liànzhǎngzhì', '鏈長制', '澄川日报', '2026-03-20']) expect(row).toContain(part);
  await glossary.close();
});

describe('the rendering that the reader chose', () => {
  test('comes first in the card, marked where it differs from the official one, and one key copies it', async () => {
    const before = await browser.tifa.read('/notes/');
    const plain = await before.hover('高质量发展', 0, 'article');
    expect(plain.entries[0]?.parts.differs).toBeUndefined();
    const official = (plain.entries[0]?.parts.rendering ?? '').replace(/ official.*$/, '');
    await before.close();
    expect(await copiedRendering('高质量发展')).toBe(official);

    const glossary = await GlossaryPage.open(browser.tifa);
    await glossary.edit('高质量发展', 'rendering', 'better growth');
    await glossary.row('高质量发展').locator('[data-part="differs"]').waitFor();
    await glossary.close();
    const page = await browser.tifa.read('/notes/');
    const card = await page.hover('高质量发展', 0, 'article');
    expect(card.entries[0]?.parts.rendering).toMatch(/^better growth yours /);
    expect(card.entries[0]?.parts.rendering).toContain(official);
    expect(card.entries[0]?.parts.differs).toBe('yours differs');
    await page.close();
    expect(await copiedRendering('高质量发展')).toBe('better growth');
  });

  test('has no mark where it is the official one but for case', async () => {
    const official = (await exported(browser.tifa)).records.find(({ hans }) => hans === '高质量发展');
    const glossary = await GlossaryPage.open(browser.tifa);
    await glossary.edit('高质量发展', 'rendering', official?.officialRendering.toUpperCase() ?? '');
    await glossary.row('高质量发展').locator('[data-part="differs"]').waitFor({ state: 'detached' });
    await glossary.close();
    const page = await browser.tifa.read('/notes/');
    const card = await page.hover('高质量发展', 0, 'article');
    expect(card.entries[0]?.parts.differs).toBeUndefined();
    await page.close();
  });
});

test('a fresh browser takes the lossless file over whole, and its card knows the terms', async () => {
  const before = await exported(browser.tifa);
  const fresh = await Tifa.launch();
  try {
    const glossary = await GlossaryPage.open(fresh);
    await glossary.import('glossary.json', JSON.stringify(before));
    await glossary.row('链长制').waitFor();
    expect(await exported(fresh)).toEqual(before);
    const page = await fresh.read('/article/');
    const card = await page.hover('照后减证');
    expect(card.entries[0]?.saved).toBe(true);
  } finally {
    await fresh.close();
  }
});

describe('a file that is none of ours', () => {
  test.each([
    ['nothing.json', '', 'Line 1 is where the file stops being JSON'],
    ['list.json', '[1,2,3]', 'This is not a glossary of Tifa'],
    ['half.json', '{"format":"tifa-glossary","version":1,"records":[{"headword":"夜班"}]}', 'In record 1'],
    ['nothing.csv', '', 'The file holds no'],
    ['picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'Line 1 is not UTF-8'],
    ['gbk.csv', Buffer.from([0xb8, 0xdf, 0xd6, 0xca, 0xc1, 0xbf, 0x2c, 0x31, 0x0a]), 'Line 1 is not UTF-8'],
  ])('%s is refused in one sentence and changes nothing', async (name, content, sentence) => {
    const before = await exported(browser.tifa);
    const glossary = await GlossaryPage.open(browser.tifa);
    const errors: string[] = [];
    glossary.page.on('pageerror', (error) => errors.push(error.message));
    expect(await glossary.import(name, content)).toContain(sentence);
    expect(await glossary.part('status').getAttribute('role')).toBe('alert');
    expect(await exported(browser.tifa)).toEqual(before);
    expect(errors).toEqual([]);
    await glossary.close();
  });
});
