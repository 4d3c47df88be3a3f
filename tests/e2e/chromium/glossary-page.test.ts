import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toJson } from '@/utils/glossary/formats/json';
import { createTerm, editTerm, type SavedTerm } from '@/utils/glossary/record';
import { newTerm, occurrence } from '../../glossary/records';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();

const AT = '2026-03-05T01:00:00.000Z';
const HTML = '<img src=x onerror="document.title=1"><script>document.title=1</script>';

/** Records with HTML wherever a text can stand. */
const TERMS: SavedTerm[] = [
  {
    ...editTerm(
      createTerm(newTerm(), AT),
      { rendering: 'chain leader', note: HTML, tags: ['work', '<b>'] },
      AT,
    ),
    occurrences: [
      occurrence(),
      occurrence({
        sentence: `${HTML}链长制`,
        from: HTML.length,
        to: HTML.length + 3,
        headline: HTML,
        byline: HTML,
        url: 'javascript:document.title=1',
      }),
    ],
  },
  createTerm(
    newTerm({
      headword: '河暖行動',
      hans: '河暖行动',
      hant: '河暖行動',
      reading: 'he2 nuan3 xing2 dong4',
      senses: [],
      term: undefined,
      categories: [],
      officialRendering: '',
      occurrence: occurrence({
        paper: '渠南晚报',
        date: '2026-02-11',
        sentence: '河暖行動今起展開。',
        from: 0,
        to: 4,
      }),
    }),
    '2026-03-06T01:00:00.000Z',
  ),
];

let page: Page;
beforeEach(async () => {
  page = await browser.tifa.openOwn('/glossary.html');
  await page.locator('[data-part="row"], [data-part="notice"][data-state="first"]').first().waitFor();
});
afterEach(() => page.close());

async function choose(name: string, text: string): Promise<void> {
  await page.setInputFiles('[data-part="import"]', {
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  });
}

/** Chooses a file and agrees to what the preview says, which is handed back. */
async function bring(name: string, text: string): Promise<string> {
  await choose(name, text);
  const numbers = await shown(page.locator('[data-part="import-numbers"]'));
  await page.click('[data-part="import-confirm"]');
  await page.locator('[data-part="import-preview"]').waitFor({ state: 'detached' });
  return numbers;
}

async function exported(part: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-part="${part}"]`)]);
  return readFile(await download.path(), 'utf8');
}

const row = (headword: string) => page.locator(`[data-part="row"][data-headword="${headword}"]`);
const headwords = () =>
  page.locator('[data-part="row"]').evaluateAll((rows) => rows.map((r) => r.getAttribute('data-headword')));
async function shown(found: Locator): Promise<string> {
  await found.first().waitFor();
  return (await found.allInnerTexts()).join('\n');
}
const status = async () => (await page.locator('[data-part="status"]').allInnerTexts()).join('\n');

describe('the glossary page', () => {
  test('says what to do first, and that removing the extension deletes what is saved', async () => {
    expect(await shown(page.locator('[data-state="first"]'))).toContain(
      'point at a term and press the bookmark',
    );
    await until(
      'the key',
      () => shown(page.locator('[data-state="first"]')),
      (text) => text.includes('Alt+Shift+S'),
    );
    expect(await shown(page.locator('body'))).toContain('Removing the extension deletes it');
    expect(await page.locator('[data-part="export-json"]').isDisabled()).toBe(true);
  });

  test('takes its own file over and gives it back without loss', async () => {
    expect(await bring('terms.json', toJson(TERMS))).toContain(
      '2 new, 0 added to, 0 known already, 0 not taken',
    );
    await row('链长制').waitFor();
    expect(await status()).toContain('2 new');
    const { records } = JSON.parse(await exported('export-json'));
    expect(records).toEqual([...TERMS].sort((a, b) => (a.hans < b.hans ? -1 : 1)));
    await choose('terms.json', toJson(TERMS));
    expect(await shown(page.locator('[data-part="import-numbers"]'))).toContain('2 known already');
    expect(await page.locator('[data-part="import-confirm"]').isDisabled()).toBe(true);
    await page.click('[data-part="import-cancel"]');
  });

  test('shows both scripts, reading with tone marks, rendering, note, tags, paper and date', async () => {
    expect(await headwords()).toEqual(['河暖行動', '链长制']);
    const text = (await shown(row('链长制'))).replace(/\s+/g, ' ');
    for (const part of [
      '链长制',
      '鏈長制',
      'liànzhǎngzhì',
      'chain leader',
      HTML,
      'work',
      '云岭日报',
      '2026-03-05',
    ])
      expect(text).toContain(part);
    const languages = await row('河暖行動')
      .locator('[lang]')
      .evaluateAll((all) => all.map((e) => [e.textContent, e.getAttribute('lang')]));
    expect(languages).toContainEqual(['河暖行動', 'zh-Hant']);
    expect(languages).toContainEqual(['河暖行动', 'zh-Hans']);
  });

  test('unfolds a term: each sentence with the term marked, and its source; HTML is text, odd addresses no links', async () => {
    await row('链长制').locator('[data-part="expand"]').click();
    const details = page.locator('[data-part="details"]');
    expect(await details.locator('mark').allInnerTexts()).toEqual(['链长制', '链长制']);
    expect(await shown(details)).toContain(HTML);
    const links = await details
      .locator('a')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    expect(links).toEqual([occurrence().url]);
    expect(await page.locator('img, script:not([src])').count()).toBe(0);
    expect(await page.title()).toBe('Tifa: glossary');
  });

  test.each([
    ['河暖行动', '河暖行動'],
    ['henuan', '河暖行動'],
    ['hé nuǎn', '河暖行動'],
    ['鏈長', '链长制'],
    ['leader', '链长制'],
    ['work', '链长制'],
    ['onerror', '链长制'],
  ])('finds by %s', async (query, headword) => {
    await page.fill('[data-part="search"]', query);
    await until('one term', headwords, (all) => all.length === 1 && all[0] === headword);
  });

  test('says so where nothing is found', async () => {
    await page.fill('[data-part="search"]', 'zzz');
    await page.locator('[data-state="none"]').waitFor();
    expect(await shown(page.locator('[data-state="none"]'))).toContain('zzz');
  });

  test('keeps a note and a rendering that are written in place; another window shows them', async () => {
    const other = await browser.tifa.openOwn('/glossary.html');
    await other.locator('[data-part="row"]').first().waitFor();
    await row('河暖行動').locator('[data-part="note"]').click();
    await page.keyboard.type('heating 取暖');
    await page.keyboard.press('Enter');
    await other.getByText('heating 取暖').waitFor();
    await row('河暖行動').locator('[data-part="rendering"]').click();
    await page.keyboard.type('Warm River');
    await page.locator('h1').click();
    await other.getByText('Warm River').waitFor();
    await other.close();
  });

  test('removes a single occurrence, with undo, and for good', async () => {
    await row('链长制').locator('[data-part="expand"]').click();
    const occurrences = page.locator('[data-part="occurrence"]');
    await until(
      'two occurrences',
      () => occurrences.count(),
      (count) => count === 2,
    );
    const remove = () => occurrences.first().locator('[data-part="remove-occurrence"]').click();
    await remove();
    await until(
      'one occurrence',
      () => occurrences.count(),
      (count) => count === 1,
    );
    await page.click('[data-part="undo"]');
    await until(
      'both occurrences',
      () => occurrences.count(),
      (count) => count === 2,
    );
    await remove();
    await until(
      'one occurrence',
      () => occurrences.count(),
      (count) => count === 1,
    );
    // The backup still holds it, but what was taken away stays away.
    await choose('terms.json', toJson(TERMS));
    expect(await shown(page.locator('[data-part="import-numbers"]'))).toContain('0 new, 0 added to');
    await page.click('[data-part="import-cancel"]');
  });

  test('removes with undo, in every window', async () => {
    const other = await browser.tifa.openOwn('/glossary.html');
    await other.locator('[data-part="row"]').first().waitFor();
    await row('河暖行動').hover();
    await row('河暖行動').locator('[data-part="remove"]').click();
    await row('河暖行動').waitFor({ state: 'detached' });
    await other.locator('[data-headword="河暖行動"]').waitFor({ state: 'detached' });
    await page.click('[data-part="undo"]');
    await row('河暖行動').waitFor();
    await other.locator('[data-headword="河暖行動"]').waitFor();
    await other.close();
  });

  test('does all of it by keyboard', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('warm');
    await until('one term', headwords, (all) => all.length === 1);
    await row('河暖行動').focus();
    await page.keyboard.press('n');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('by keyboard');
    await page.keyboard.press('Enter');
    await row('河暖行動').getByText('by keyboard').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[data-part="details"]').waitFor();
    await page.keyboard.press('Delete');
    await row('河暖行動').waitFor({ state: 'detached' });
    await page.locator('h1').click();
    await page.keyboard.press('Control+z');
    await row('河暖行動').waitFor();
  });

  test('gives rows for spreadsheets and reads them back as known', async () => {
    const csv = await exported('export-csv');
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    await choose('terms.csv', csv);
    expect(await shown(page.locator('[data-part="import-numbers"]'))).toContain(
      '0 new, 0 added to, 2 known already',
    );
  });

  test('previews a list of others line by line, writes nothing before it is agreed to, and takes it back whole', async () => {
    const list = 'source,target,tgt_lng\n網格員,grid worker,en\nagent,x,fr\n链长制,chain chief,en\n';
    const before = await exported('export-json');
    await choose('list.csv', list);
    expect(await shown(page.locator('[data-part="import-refused"]'))).toContain(
      'Line 3: “agent” is not Chinese',
    );
    expect(await shown(page.locator('[data-part="import-merged"]'))).toContain('rendering');
    expect(await shown(page.locator('[data-part="import-added"]'))).toContain('网格员');
    await page.keyboard.press('Escape');
    await page.locator('[data-part="import-preview"]').waitFor({ state: 'detached' });
    expect(await exported('export-json')).toBe(before);
    await bring('list.csv', list);
    await row('網格員').waitFor();
    expect(await shown(row('網格員'))).toContain('网格员');
    await page.click('[data-part="undo"]');
    await row('網格員').waitFor({ state: 'detached' });
    expect(await exported('export-json')).toBe(before);
  });

  test('asks what the columns are where the file does not say', async () => {
    await choose('list.txt', '甲级网格,first-class grid\n乙级网格,second-class grid\n');
    await page.locator('[data-part="import-preview"]').waitFor();
    expect(await page.locator('[data-part="import-confirm"]').isDisabled()).toBe(true);
    await page.selectOption('[data-part="import-column-1"]', 'headword');
    await page.selectOption('[data-part="import-column-2"]', 'rendering');
    await until(
      'the plan',
      () => shown(page.locator('[data-part="import-numbers"]')),
      (text) => text.includes('2 new'),
    );
    await page.click('[data-part="import-confirm"]');
    await row('甲级网格').waitFor();
    expect(await shown(row('甲级网格'))).toContain('first-class grid');
    await page.click('[data-part="undo"]');
    await row('甲级网格').waitFor({ state: 'detached' });
  });

  test('says how old the last backup is', async () => {
    await exported('export-json');
    await until(
      'the age',
      () => shown(page.locator('[data-part="backup"]')),
      (text) => text.includes('today'),
    );
  });

  test('backs up into a file that was chosen once, without asking again', async () => {
    // The browser's own dialogue cannot be driven; a file of the browser's private storage stands for the chosen one.
    const choosing = () => {
      const chosen = async () => {
        sessionStorage.setItem('asked', `${Number(sessionStorage.getItem('asked')) + 1}`);
        return (await navigator.storage.getDirectory()).getFileHandle('chosen.json', { create: true });
      };
      Object.assign(globalThis, { showSaveFilePicker: chosen });
    };
    await page.addInitScript(choosing);
    await page.reload();
    const backUp = async () => {
      await page.click('[data-part="backup-now"]');
      await until('the sentence', status, (text) => text.includes('chosen.json'));
      await page.reload();
    };
    await backUp();
    await backUp();
    const written = await page.evaluate(async () => {
      const file = await (await navigator.storage.getDirectory()).getFileHandle('chosen.json');
      return [sessionStorage.getItem('asked'), await (await file.getFile()).text()];
    });
    expect(written).toEqual(['1', await exported('export-json')]);
  });

  test('shows what was searched for in its contexts, linked to the source', async () => {
    await page.click('[data-part="view-concordance"]');
    await page.fill('[data-part="search"]', '行');
    const lines = page.locator('[data-part="line"]');
    await until(
      'the lines',
      () => lines.allInnerTexts(),
      (all) => all.length === 2,
    );
    expect(await lines.locator('mark').allInnerTexts()).toEqual(['行', '行']);
    expect(await lines.locator('a').first().getAttribute('href')).toBe(occurrence().url);
  });

  test('tags and removes many at once, and exports only what is marked', async () => {
    await page.check('[data-part="select-all"]');
    await page.fill('[data-part="bulk-tags"]', 'both，two');
    await page.click('[data-part="bulk-tag"]');
    await until(
      'the tags',
      () => shown(page.locator('table')),
      (text) => text.split('both, two').length === 3,
    );
    await row('链长制').locator('[data-part="select"]').uncheck();
    const outgoing = page.locator('[data-part="outgoing"]');
    expect(await outgoing.textContent()).toBe('1 marked:');
    // Where the search hides what is marked, nothing goes out rather than everything.
    await page.fill('[data-part="search"]', 'leader');
    await until(
      'the sentence',
      () => outgoing.textContent(),
      (text) => text === 'No marked term is listed',
    );
    expect(await page.locator('[data-part="export-json"]').isDisabled()).toBe(true);
    await page.fill('[data-part="search"]', '');
    await until('both', headwords, (all) => all.length === 2);
    const { records } = JSON.parse(await exported('export-json'));
    expect(records.map(({ hans }: SavedTerm) => hans)).toEqual(['河暖行动']);
    await page.click('[data-part="bulk-remove"]');
    await until('one term', headwords, (all) => all.length === 1);
    await page.click('[data-part="undo"]');
    await until('both', headwords, (all) => all.length === 2);
  });

  test('erases for good what was removed, after a question', async () => {
    await page.fill('[data-part="search"]', '河暖');
    await until('one term', headwords, (all) => all.length === 1);
    await row('河暖行動').locator('[data-part="remove"]').click();
    await page.fill('[data-part="search"]', '');
    await page.locator('[data-part="removed-terms"]').getByText('One removed term is still kept').waitFor();
    expect(await exported('export-json')).toContain('河暖行动');
    await page.click('[data-part="erase"]');
    await page.keyboard.press('Escape');
    await page.locator('[data-part="removed-terms"]').waitFor();
    await page.click('[data-part="erase"]');
    await page.click('[data-part="erase-confirm"]');
    await page.locator('[data-part="removed-terms"]').waitFor({ state: 'detached' });
    expect(await status()).toContain('Erased one term for good.');
    expect(await exported('export-json')).not.toContain('河暖行动');
  });

  test.each([
    ['tsv', 'headword\tsimplified'],
    ['anki', '#separator:tab'],
    ['pleco', '链长制[鏈長制]\tlian4zhang3zhi4'],
    ['tbx', '<tbx type="TBX-Basic" style="dca"'],
    ['ris', 'TI  - 云岭市部署秋季河湖治理'],
    ['csl', '"title": "云岭市部署秋季河湖治理"'],
  ])('exports as %s', async (format, part) => {
    await page.click('[data-part="export-more"]');
    expect(await exported(`export-${format}`)).toContain(part);
  });

  test.each([
    ['cut.json', toJson(TERMS).slice(0, -30), 'Line 3 is where the file stops being JSON'],
    ['other.json', '{"a":1}', 'This is not a glossary of Tifa'],
    [
      'newer.json',
      '{"format":"tifa-glossary","version":9,"records":[]}',
      'written by a newer Tifa (format 9',
    ],
    ['list.csv', 'a,b\nc,d', 'The file holds no Chinese terms.'],
  ])('refuses %s in one sentence and changes nothing', async (name, text, sentence) => {
    const before = await exported('export-json');
    await choose(name, text);
    await until('the sentence', status, (shown) => shown.includes(sentence));
    expect(await exported('export-json')).toBe(before);
  });
});
