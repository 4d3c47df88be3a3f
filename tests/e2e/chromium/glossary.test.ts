import { beforeAll, describe, expect, test } from 'vitest';
import { exported, GlossaryPage, savedTerms } from '../glossary-page';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();

/** Saved in this order. */
const TERMS = ['照后减证', '链长制', '两代表一委员', '高质量发展'];

beforeAll(async () => {
  const empty = await GlossaryPage.open(browser.tifa);
  expect(await empty.part('notice').getAttribute('data-state')).toBe('first');
  await empty.close();
  const page = await browser.tifa.read('/article/');
  for (const term of TERMS) {
    await page.hover(term, 0, 'article');
    await page.page.keyboard.press('s');
    await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
    await page.page.keyboard.press('Escape');
  }
  await page.close();
});

describe('the glossary page', () => {
  test('lists what was saved, the last first, with reading and paper', async () => {
    const glossary = await GlossaryPage.open(browser.tifa);
    expect(await glossary.headwords()).toEqual(TERMS.toReversed());
    const row = (await glossary.row('链长制').textContent()) ?? '';
    expect(row.replace(/\s/g, '')).toContain('liànzhǎngzhì');
    expect(row).toContain('鏈長制');
    expect(row).toContain('澄川日报');
    expect(row).toContain('2026-03-20');
    await glossary.close();
  });

  test.each([
    ['链长', ['链长制'], 'part of a headword'],
    ['鏈長', ['链长制'], 'the other script'],
    ['lianzhang', ['链长制'], 'a reading without tones'],
    ['lian4 zhang3', ['链长制'], 'a reading with tones'],
    ['zzz', [], 'what nothing holds'],
  ])('finds by %s', async (query, found) => {
    const glossary = await GlossaryPage.open(browser.tifa);
    await glossary.part('search').fill(query);
    await until(
      'the rows',
      () => glossary.headwords(),
      (rows) => rows.join() === found.join(),
    );
    await glossary.close();
  });

  test('keeps a note, a rendering and tags, and shows them in another window at once', async () => {
    const [one, two] = [await GlossaryPage.open(browser.tifa), await GlossaryPage.open(browser.tifa)];
    await one.page.bringToFront();
    await one.edit('链长制', 'note', 'Ask which chains the city has chosen.');
    await one.edit('链长制', 'rendering', 'chain leader system');
    await one.edit('链长制', 'tags', 'industry, 东岭');
    await until(
      'the note there',
      () => two.row('链长制').textContent(),
      (text) => text?.includes('Ask which chains') ?? false,
    );
    await one.page.reload();
    await one.row('链长制').waitFor();
    const text = await one.row('链长制').textContent();
    for (const kept of ['Ask which chains the city has chosen.', 'chain leader system', 'industry, 东岭'])
      expect(text).toContain(kept);
    await one.close();
    await two.close();
  });

  test('shows the reader’s rendering in the card', async () => {
    const page = await browser.tifa.read('/article/');
    const card = await page.hover('链长制');
    expect(card.entries[0]?.parts.rendering).toContain('chain leader system');
    await page.close();
  });

  test('removes a term, and undo brings it back with everything that was written on it', async () => {
    const glossary = await GlossaryPage.open(browser.tifa);
    await glossary.row('链长制').locator('[data-part="remove"]').click();
    await glossary.row('链长制').waitFor({ state: 'detached' });
    expect((await savedTerms(browser.tifa)).map(({ headword }) => headword)).not.toContain('链长制');
    await glossary.page.bringToFront();
    await glossary.part('undo').click();
    await glossary.row('链长制').waitFor();
    expect(await glossary.row('链长制').textContent()).toContain('Ask which chains');
    await glossary.close();
  });

  test('says that removing the extension deletes it', async () => {
    const glossary = await GlossaryPage.open(browser.tifa);
    expect(await glossary.page.locator('body').textContent()).toMatch(/remov\w+ the extension/i);
    await glossary.close();
  });
});

describe('out and in again', () => {
  test('JSON loses nothing: removed and imported, every record is as it was', async () => {
    const before = await exported(browser.tifa);
    expect(before.format).toBe('tifa-glossary');
    const glossary = await GlossaryPage.open(browser.tifa);
    const file = await glossary.exportAs('json');
    const other = withOtherIds(file);
    // The same file twice changes nothing.
    await glossary.import('glossary.json', file);
    expect((await exported(browser.tifa)).records).toEqual(before.records);
    // New records come in beside the old ones.
    await glossary.import('other.json', other);
    const after = await exported(browser.tifa);
    for (const record of before.records) expect(after.records).toContainEqual(record);
    expect(after.records.map(({ headword }) => headword)).toContain('石桥议事');
    await glossary.close();
  });

  test('a fresh browser takes the file over whole', async () => {
    const before = await exported(browser.tifa);
    const { Tifa } = await import('../chromium');
    const fresh = await Tifa.launch();
    try {
      const glossary = await GlossaryPage.open(fresh);
      await glossary.import('glossary.json', JSON.stringify(before));
      await glossary.row('链长制').waitFor();
      expect((await exported(fresh)).records.toSorted(byHeadword)).toEqual(
        before.records.toSorted(byHeadword),
      );
      const page = await fresh.read('/article/');
      const card = await page.hover('照后减证');
      expect(card.entries[0]?.saved).toBe(true);
    } finally {
      await fresh.close();
    }
  });

  test('CSV holds a row for each occurrence, and comes back', async () => {
    const glossary = await GlossaryPage.open(browser.tifa);
    const csv = await glossary.exportAs('csv');
    const lines = csv.trim().split(/\r?\n/);
    expect(lines[0]).toMatch(/headword/);
    expect(csv).toContain('照后减证');
    expect(csv).toContain('开面馆的老板娘');
    await glossary.import('list.csv', 'headword,rendering,note\n夜班公交,night bus,from a list\n');
    await glossary.row('夜班公交').waitFor();
    expect(await glossary.row('夜班公交').textContent()).toContain('night bus');
    const before = (await savedTerms(browser.tifa)).length;
    await glossary.import('again.csv', csv);
    expect(await savedTerms(browser.tifa)).toHaveLength(before);
    await glossary.close();
  });
});

describe('a malformed file', () => {
  test.each([
    ['empty.json', ''],
    ['broken.json', '{"format":"tifa-glossary","version":1,"records":[{'],
    ['other.json', '{"hello":"world"}'],
    ['newer.json', '{"format":"tifa-glossary","version":999,"records":[]}'],
    ['half.json', '{"format":"tifa-glossary","version":1,"records":[{"headword":"夜班"}]}'],
    ['list.json', '[1,2,3]'],
    ['nothing.csv', ''],
    ['no-headword.csv', 'colour,size\nred,3\n'],
    ['picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['gbk.csv', Buffer.from([0xb8, 0xdf, 0xd6, 0xca, 0xc1, 0xbf, 0x2c, 0x31, 0x0a])],
  ])('%s is refused in one sentence and changes nothing', async (name, content) => {
    const before = await exported(browser.tifa);
    const glossary = await GlossaryPage.open(browser.tifa);
    const errors: string[] = [];
    glossary.page.on('pageerror', (error) => errors.push(error.message));
    const said = await glossary.import(name, content);
    expect(said).toMatch(/\S{3}/);
    expect(await glossary.part('status').getAttribute('role')).toBe('alert');
    expect((await exported(browser.tifa)).records).toEqual(before.records);
    expect(errors).toEqual([]);
    await glossary.close();
  });
});

const byHeadword = (a: { headword: string }, b: { headword: string }) => (a.headword < b.headword ? -1 : 1);

/** The same file with its first record turned into one of another term. */
function withOtherIds(file: string): string {
  const { records, ...rest } = JSON.parse(file);
  const made = {
    ...records[0],
    id: '石桥议事',
    headword: '石桥议事',
    hans: '石桥议事',
    hant: '石橋議事',
    reading: 'shi2 qiao2 yi4 shi4',
  };
  return JSON.stringify({ ...rest, records: [made] });
}
