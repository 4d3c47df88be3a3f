import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { toJson } from '@/utils/glossary/formats/json';
import { createTerm, editTerm } from '@/utils/glossary/record';
import { newTerm, occurrence } from '../../glossary/records';
import { axeFaults, overflow } from '../axe';
import { GlossaryPage } from '../glossary-page';
import { withTifa } from '../with-tifa';

const browser = withTifa();

const AT = '2026-03-05T01:00:00.000Z';
const TERMS = ['网格员', '链长制', '党代表工作室', '绿色通道', '河暖行动', '石桥夜话'].map((hans, n) => {
  const date = `2026-03-0${n + 1}`;
  const made = createTerm(
    newTerm({
      hans,
      headword: hans,
      hant: n % 2 ? hans : `${hans}們`,
      occurrence: occurrence({ date, readAt: `${date}T01:00:00.000Z`, url: `https://a.example/${n}` }),
    }),
    AT,
  );
  return n % 2
    ? editTerm(made, { rendering: 'chain leader', note: 'ask the desk', tags: ['work'] }, AT)
    : made;
});
const LIST = 'source,target,tgt_lng\n网格员,grid worker,en\nagent,x,fr\n甲级网格,first-class grid,en\n';

let glossary: GlossaryPage;
let page: Page;
beforeAll(async () => {
  glossary = await GlossaryPage.open(browser.tifa);
  page = glossary.page;
  // Colours on their way from one scheme to the other are nobody's to read.
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

const choose = (name: string, text: string) =>
  glossary.part('import').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

/** The states of the page in the order in which they are reached. */
const STATES: [string, () => Promise<unknown>][] = [
  ['empty', () => page.locator('[data-state="first"]').waitFor()],
  [
    'import preview of whole records',
    async () => {
      await choose('terms.json', toJson(TERMS));
      await glossary.part('import-numbers').waitFor();
    },
  ],
  [
    'list, with what was just done',
    async () => {
      await glossary.part('import-confirm').click();
      await glossary.part('undo').waitFor();
    },
  ],
  [
    'list, a term unfolded and marked',
    async () => {
      await glossary.row('链长制').locator('[data-part="expand"]').click();
      await glossary.row('链长制').locator('[data-part="select"]').check();
      await glossary.part('details').waitFor();
    },
  ],
  ['a field being written', () => glossary.row('网格员').locator('[data-part="note"]').click()],
  [
    'export menu',
    async () => {
      await page.keyboard.press('Escape');
      await glossary.part('export-more').click();
      await glossary.part('export-tbx').waitFor();
    },
  ],
  [
    'question before erasing',
    async () => {
      await page.keyboard.press('Escape');
      await glossary.row('石桥夜话').locator('[data-part="remove"]').click();
      await glossary.part('erase').click();
      await glossary.part('erase-confirm').waitFor();
    },
  ],
  [
    'concordance',
    async () => {
      await page.keyboard.press('Escape');
      await glossary.part('bulk-clear').click();
      await glossary.part('view-concordance').click();
      await glossary.part('line').first().waitFor();
    },
  ],
  [
    'nothing found',
    async () => {
      await glossary.part('view-terms').click();
      await glossary.part('search').fill('zzz');
      await page.locator('[data-state="none"]').waitFor();
    },
  ],
  [
    'import preview of a list, columns shown',
    async () => {
      await glossary.part('search').fill('');
      await choose('list.csv', LIST);
      await glossary.part('import-numbers').waitFor();
      await page.locator('.columns summary').click();
      await glossary.part('import-column-1').waitFor();
    },
  ],
];

describe('every state of the glossary page', () => {
  test.each(STATES)(
    '%s: axe finds nothing, light and dark; it fits a window of 320 pixels',
    async (_, reach) => {
      await reach();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeFaults(page)).toEqual([]);
      }
      const size = page.viewportSize();
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await overflow(page)).toBe(0);
      if (size) await page.setViewportSize(size);
    },
  );

  test('the head of the columns stands above the rows of the preview', async () => {
    const boxes = await Promise.all([
      glossary.part('import-column-1').boundingBox(),
      page.locator('.columns tbody td').first().boundingBox(),
    ]);
    const [head, cell] = boxes.map((box) => box?.y ?? Number.NaN) as [number, number];
    expect(head).toBeLessThan(cell);
    await glossary.part('import-cancel').click();
  });
});

describe('by keyboard alone', () => {
  test('the Tab key reaches every control once, and the list as one stop', async () => {
    await page.locator('h1').click();
    const reached: string[] = [];
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      const part = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.part);
      if (part === undefined && reached.length > 0 && reached.at(-1) === 'body') break;
      reached.push(part ?? (await page.evaluate(() => document.activeElement?.localName ?? '')));
    }
    for (const part of [
      'import-button',
      'export-json',
      'export-csv',
      'export-more',
      'backup-now',
      'erase',
      'search',
      'filter-tag',
      'view-terms',
      'view-concordance',
      'select-all',
      'sort-headword',
    ])
      expect(reached.filter((each) => each === part).length, part).toBeGreaterThan(0);
    const first = reached.slice(0, reached.indexOf('import-button', reached.indexOf('row')));
    expect(first.filter((part) => part === 'row')).toHaveLength(1);
  });

  test('a preview keeps the focus inside, Enter agrees, and the focus comes back to the page', async () => {
    await choose('list.csv', LIST);
    await glossary.part('import-confirm').waitFor();
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.part)).toBe(
      'import-confirm',
    );
    await page.keyboard.press('Enter');
    await glossary.part('import-preview').waitFor({ state: 'detached' });
    await glossary.row('甲级网格').waitFor();
    await page.keyboard.press('Control+z');
    await glossary.row('甲级网格').waitFor({ state: 'detached' });
  });

  test('colours that are forced leave every control to be seen', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    const edges = await page.evaluate(() =>
      ['.field.search', '[data-part="import-button"]', '[data-part="export-json"]'].map((selector) => {
        const style = getComputedStyle(document.querySelector(selector) as Element);
        return style.borderTopWidth !== '0px' && style.borderTopColor !== style.backgroundColor;
      }),
    );
    expect(edges).toEqual([true, true, true]);
  });
});
