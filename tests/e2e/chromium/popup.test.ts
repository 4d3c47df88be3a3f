import { afterEach, describe, expect, test } from 'vitest';
import type { ReaderPage } from '../reader-page';
import { LISTED, pageOf, UNLISTED } from '../site';
import type { Target } from '../target';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();
let popup: Target | undefined;

afterEach(async () => {
  await popup?.run(() => window.close()).catch(() => undefined);
  await popup?.detach();
  popup = undefined;
  await browser.tifa.reset();
});

/** Clicks the icon over a page and waits until the popup says what it found. */
async function open(page: ReaderPage, kind: string): Promise<Target> {
  popup = await browser.tifa.clickIcon(page);
  const opened = popup;
  await until(
    `the popup to say ${kind}`,
    () => opened.run(() => document.querySelector<HTMLElement>('[data-part="found"]')?.dataset.kind),
    (found) => found === kind,
  );
  return opened;
}

const text = (of: Target) => of.run(() => document.body.textContent ?? '');
const click = (of: Target, selector: string) =>
  of.run((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);

describe('the popup says what was found', () => {
  test('an article: its headline, paper and date, and how many set phrases', async () => {
    const page = await browser.tifa.read('/article/');
    await page.hover('链长制');
    const opened = await open(page, 'article');
    const said = await text(opened);
    expect(said).toContain('一盏灯照亮一条街');
    expect(said).toContain('澄川日报');
    expect(said).toContain('Mar 20, 2026');
    expect(said).toMatch(/Set phrases met so far: [1-9]/);
  });

  test('Chinese without an article', async () => {
    await open(await browser.tifa.read('/plain/list.html'), 'no-article');
  });

  test.each(['/plain/english.html', '/plain/empty.html'])('no Chinese on %s', async (path) => {
    await open(await browser.tifa.open(path), 'no-chinese');
  });

  test('a page of the browser’s own that nothing can read', async () => {
    await open(await browser.tifa.openAddress('chrome://version/'), 'unreadable');
  });

  test('a site of no list, which the click itself reads', async () => {
    const page = await browser.tifa.open('/article/', UNLISTED);
    await open(page, 'article');
    await page.hover('链长制');
  });
});

describe('the popup changes', () => {
  test('the script of the page, and back', async () => {
    const page = await browser.tifa.read('/article/');
    const opened = await open(page, 'article');
    const texts = await page.texts();
    await click(opened, '[data-script="hk"]');
    await page.waitForText('雙向');
    await click(opened, '[data-script="source"]');
    await until(
      'the original',
      () => page.texts(),
      (now) => now.join('\n') === texts.join('\n'),
    );
  });

  test('the reader on and off on this site, in the toolbar too', async () => {
    const page = await browser.tifa.read('/article/');
    let opened = await open(page, 'article');
    await click(opened, '[data-part="here"]');
    await until(
      'the reader to go',
      () => page.page.locator('tifa-card').count(),
      (count) => count === 0,
    );
    expect(await page.page.evaluate(() => CSS.highlights.size)).toBe(0);
    await until(
      'the toolbar to say so',
      () => browser.tifa.toolbar(page),
      ({ title }) => /off on this site/.test(title),
    );
    await opened.run(() => window.close()).catch(() => undefined);
    await opened.detach();

    // It stays off: a page of the site that is opened now is not read.
    await page.close();
    const later = await browser.tifa.open('/article/');
    await until(
      'the toolbar to say so',
      () => browser.tifa.toolbar(later),
      ({ title }) => /off on this site/.test(title),
    );
    expect(await later.page.locator('tifa-card').count()).toBe(0);
    await later.page.bringToFront();
    opened = await open(later, 'off');
    await click(opened, '[data-part="here"]');
    await later.waitForReader();
    await later.hover('链长制');
  });

  test.each([
    ['numbers', 'lian4 zhang3 zhi4'],
    ['zhuyin', 'ㄌㄧㄢˋ ㄓㄤˇ ㄓˋ'],
    ['marks', 'liàn zhǎng zhì'],
  ])('readings to %s, in an open page at once', async (style, expected) => {
    const page = await browser.tifa.read('/article/');
    const opened = await open(page, 'article');
    await opened.run((value) => {
      const select = document.querySelector<HTMLSelectElement>('[data-setting="reading"]');
      if (!select) return;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, style);
    const squeezed = (seen: string) => seen.replace(/\s+/g, '');
    await page.hover('链长制');
    await page.waitForCard(
      `the reading ${expected}`,
      ({ entries }) => squeezed(entries[0]?.parts.reading ?? '') === squeezed(expected),
    );
  });

  test('tone colours', async () => {
    const page = await browser.tifa.read('/article/');
    const colours = async () => {
      await page.hover('链长制');
      return page.inRoot((root) => {
        const syllables = root.querySelectorAll('[data-part="reading"] *');
        return new Set([...syllables].map((each) => getComputedStyle(each).color)).size;
      }, undefined);
    };
    expect(await colours()).toBeGreaterThan(1);
    await browser.tifa.setSettings({ toneColours: false });
    await until('one colour', colours, (count) => count !== null && count <= 1);
  });

  test('what opens the card: pointing, or pointing with Shift', async () => {
    const page = await browser.tifa.read('/article/');
    await browser.tifa.setSettings({ hover: 'key' });
    await page.point('链长制');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await page.card())?.state).toBe('closed');
    await page.page.keyboard.down('Shift');
    await page.hover('两代表一委员');
    await page.page.keyboard.up('Shift');
  });

  test('the marks of set phrases', async () => {
    const page = await browser.tifa.read('/article/');
    const marks = () =>
      page.page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
    await until('marks', marks, (count) => count > 0);
    await browser.tifa.setSettings({ highlightTerms: false });
    await until('no marks', marks, (count) => count === 0);
    await browser.tifa.setSettings({});
    await until('marks again', marks, (count) => count > 0);
  });
});

describe('the toolbar', () => {
  test('says reading, no Chinese, and that a click is needed', async () => {
    const article = await browser.tifa.read('/article/');
    await until(
      'reading',
      () => browser.tifa.toolbar(article),
      ({ title }) => /reads this page/.test(title),
    );
    await article.close();
    browser.tifa.site.serve(
      '/foreign/',
      pageOf(['A lamp is lit beside the old bridge.'], { title: 'A lamp' }),
    );
    const foreign = await browser.tifa.open('/foreign/', LISTED);
    await until(
      'no Chinese',
      () => browser.tifa.toolbar(foreign),
      ({ title }) => /no Chinese/.test(title),
      15_000,
    );
    await foreign.close();
    const unlisted = await browser.tifa.open('/article/', UNLISTED);
    await until(
      'a click',
      () => browser.tifa.toolbar(unlisted),
      ({ title }) => /click to read/.test(title),
    );
  });
});

test('the popup leads to the glossary and to the document page', async () => {
  const opened = await open(await browser.tifa.read('/article/'), 'article');
  const links = await opened.run(() =>
    [...document.querySelectorAll('a')].map((link) => new URL(link.href).pathname),
  );
  expect(links).toEqual(expect.arrayContaining(['/glossary.html', '/document.html']));
});
