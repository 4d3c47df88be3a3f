import { beforeAll, describe, expect, test } from 'vitest';
import { cardFaults, overflow } from '../axe';
import type { CardView } from '../card-view';
import type { ReaderPage } from '../reader-page';
import { pageOf } from '../site';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();

const TEXT = [
  '东岭区推行产业链链长制之后，居民和干部双向奔赴。',
  '白石镇老街旁亮起一盏灯，树长得很高，镇里投资2.8亿元。',
  '村民一个劲儿地干活，四个意识写在墙上。',
];

let page: ReaderPage;
beforeAll(async () => {
  browser.tifa.site.serve(
    '/forms/',
    pageOf(
      TEXT.map((sentence) => sentence.repeat(2)),
      { extra: '<input id="field">' },
    ),
  );
  page = await browser.tifa.read('/forms/');
});

const first = (card: CardView) => card.entries[0]?.headword;
const press = (key: string) => page.page.keyboard.press(key);
const focusedPart = () =>
  page.inRoot((root) => (root.activeElement as HTMLElement | null)?.dataset.part ?? '', undefined);
const role = () =>
  page.inRoot((root) => root.querySelector('[data-part="card"]')?.getAttribute('role') ?? '', undefined);

async function hover(phrase: string): Promise<void> {
  await page.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await press('Escape');
  await page.rest();
  await page.waitForClosed();
  await page.hover(phrase);
}

async function pin(phrase: string): Promise<CardView> {
  await hover(phrase);
  await press('p');
  await until('the card to be a dialog', role, (seen) => seen === 'dialog');
  return (await page.card()) as CardView;
}

/** A pinned card with the first of its related phrases opened. */
async function follow(phrase: string): Promise<string> {
  await pin(phrase);
  const open = () =>
    page.inRoot((root) => {
      const link = root.querySelector<HTMLElement>('[data-part="relations"] button');
      link?.click();
      return link?.querySelector('[lang]')?.textContent ?? '';
    }, undefined);
  const name = await until('a related phrase', open, Boolean);
  await page.waitForCard('the related phrase', (card) => first(card) === name);
  return name as string;
}

const FORMS: [string, () => Promise<unknown>][] = [
  ['a plain word', () => hover('灯')],
  ['a homograph', () => hover('长得')],
  ['a quantity, pinned', () => pin('2.8亿元')],
  ['a reference', () => hover('一个劲儿')],
  ['a set phrase', () => hover('产业链链长制')],
  ['a set phrase, pinned', () => pin('产业链链长制')],
  ['one with an expansion, pinned', () => pin('四个意识')],
  ['a record opened by a link', () => follow('产业链链长制')],
  [
    'a set phrase saved, copied',
    async () => {
      await pin('双向奔赴');
      await press('s');
      await page.waitForCard('the saved phrase', ({ entries }) => entries[0]?.saved === true);
      await press('q');
    },
  ],
];

describe('every form of the card', () => {
  test.each(FORMS)(
    '%s: axe finds nothing, light and dark; controls have 24 pixels; it fits 320 pixels and text of twice the size',
    async (_, reach) => {
      await reach();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.page.emulateMedia({ colorScheme });
        expect(await cardFaults(page)).toEqual([]);
      }
      await page.page.emulateMedia({ colorScheme: 'light' });
      expect(await page.inRoot(smallControls, undefined)).toEqual([]);
      const size = page.page.viewportSize();
      await page.page.setViewportSize({ width: 320, height: 640 });
      await reach();
      for (const em of ['16px', '32px']) {
        expect(await page.inRoot(spilt, em), em).toEqual([]);
        const { box } = (await page.card()) as CardView;
        expect(box.left, em).toBeGreaterThanOrEqual(0);
        expect(box.right, em).toBeLessThanOrEqual(320);
      }
      expect(await overflow(page.page)).toBe(0);
      if (size) await page.page.setViewportSize(size);
    },
  );
});

/** The buttons that are too small to be touched. */
function smallControls(root: ShadowRoot): string[] {
  return [...root.querySelectorAll<HTMLElement>('button, summary')]
    .filter((each) => {
      const { width, height } = each.getBoundingClientRect();
      return width > 0 && (width < 24 || height < 24);
    })
    .map((each) => each.textContent || (each.dataset.part ?? ''));
}

/** What runs out of the card sideways, with text of a size; what is hidden for the eye is clipped. */
function spilt(root: ShadowRoot, em: string): string[] {
  const card = root.querySelector('[data-part="card"]') as HTMLElement;
  const before = card.style.getPropertyValue('--em');
  card.style.setProperty('--em', em);
  const scroll = card.querySelector('[data-part="scroll"]') as HTMLElement;
  const wide =
    scroll.scrollWidth > scroll.clientWidth ? [`${scroll.scrollWidth} of ${scroll.clientWidth}`] : [];
  const { right } = card.getBoundingClientRect();
  const out = [...card.querySelectorAll<HTMLElement>('button')].filter(
    (each) => each.getBoundingClientRect().right > right,
  );
  card.style.setProperty('--em', before);
  return [...wide, ...out.map((each) => each.textContent || (each.dataset.part ?? ''))];
}

describe('the path', () => {
  test('names what lies here in its order, and a click shows it whole', async () => {
    await hover('产业链链长制');
    await press('p');
    const path = () =>
      page.inRoot(
        (root) =>
          [...root.querySelectorAll('[data-part="path"] button')].map(
            (step) => `${step.textContent}${step.hasAttribute('aria-current') ? '*' : ''}`,
          ),
        undefined,
      );
    const [longest, ...rest] = (await path()) ?? [];
    expect(longest).toBe('产业链链长制*');
    expect(rest.at(-1)).toBe('产');
    await page.inRoot(
      (root) => root.querySelectorAll<HTMLElement>('[data-part="path"] button')[1]?.click(),
      undefined,
    );
    const card = await page.waitForCard('the second step', (seen) => first(seen) === rest[0]);
    // What is not shown is there all the same.
    expect(card.entries.map(({ headword }) => headword)).toContain('产业链链长制');
    expect(await path()).toEqual(['产业链链长制', `${rest[0]}*`, ...rest.slice(1)]);
  });
});

describe('links', () => {
  test('open in the card, Backspace goes back, and so does the button', async () => {
    const name = await follow('产业链链长制');
    expect(await page.inRoot((root) => root.querySelector('[data-part="save"]') === null, undefined)).toBe(
      true,
    );
    await press('c');
    await page.waitForCard('what was copied', ({ text }) => text.includes(name));
    await press('Backspace');
    await page.waitForCard('the phrase of the text', (card) => first(card) === '产业链链长制');
    await follow('产业链链长制');
    await page.clickPart('back');
    await page.waitForCard('the phrase of the text', (card) => first(card) === '产业链链长制');
  });

  test('are asked for only when the card is pinned', async () => {
    await hover('双向奔赴');
    expect(
      await page.inRoot((root) => root.querySelector('[data-part="relations"]') === null, undefined),
    ).toBe(true);
  });

  test('lead to the whole record in a tab of its own', async () => {
    await pin('产业链链长制');
    const opened = browser.tifa.context.waitForEvent('page');
    await page.inRoot((root) => root.querySelector<HTMLElement>('[data-part="record"]')?.click(), undefined);
    const tab = await opened;
    await tab.locator('[data-part="record"]').waitFor();
    const id = await tab.locator('[data-part="record"]').getAttribute('data-id');
    expect(tab.url()).toBe(browser.tifa.url(`/terms.html#${id}`));
    expect(await tab.locator('[data-part="record"] h2').textContent()).toContain('链长制');
    await tab.close();
  });
});

describe('by keyboard', () => {
  test('Tab goes into a pinned card and through it; Escape closes it and gives the focus back', async () => {
    await pin('产业链链长制');
    await page.page.evaluate(() => {
      document.body.insertAdjacentHTML('afterbegin', '<button id="before">page</button>');
      document.getElementById('before')?.focus();
    });
    await press('Tab');
    expect(await focusedPart()).toBe('card');
    const parts: (string | null)[] = [];
    for (let n = 0; n < 5; n++) {
      await press('Tab');
      parts.push(await focusedPart());
    }
    expect(parts).toEqual(expect.arrayContaining(['save', 'pin', 'close', 'scroll']));
    await press('Escape');
    await page.waitForClosed();
    expect(await page.page.evaluate(() => document.activeElement?.id)).toBe('before');
  });

  test('a link that is followed by Enter keeps the focus in the card', async () => {
    await pin('产业链链长制');
    await press('Tab');
    await until(
      'a related phrase',
      () => page.inRoot((root) => root.querySelector('[data-part="relations"]') !== null, undefined),
      Boolean,
    );
    await page.inRoot(
      (root) => root.querySelector<HTMLElement>('[data-part="relations"] button')?.focus(),
      undefined,
    );
    await press('Enter');
    await page.waitForCard('the related phrase', (card) => first(card) !== '产业链链长制');
    expect(await focusedPart()).toBe('card');
  });

  test('a card that is only pointed at leaves Tab and the page keys to the page', async () => {
    await hover('产业链链长制');
    expect(await role()).toBe('');
    await page.page.locator('#before').focus();
    await press('Tab');
    expect(await page.page.evaluate(() => document.activeElement?.id)).toBe('field');
  });

  test('page keys scroll what is long', async () => {
    await pin('产业链链长制');
    const top = () =>
      page.inRoot((root) => root.querySelector('[data-part="scroll"]')?.scrollTop ?? 0, undefined);
    await press('PageDown');
    const down = (await top()) ?? 0;
    expect(down).toBeGreaterThan(0);
    expect(await page.page.evaluate(() => scrollY)).toBe(0);
    await press('PageUp');
    expect(await top()).toBeLessThan(down);
  });

  test('q copies term, sentence and source', async () => {
    await pin('双向奔赴');
    await press('q');
    await page.waitForCard('what was copied', ({ text }) => text.includes('Copied'));
    await press('Escape');
    await page.waitForClosed();
    await page.page.locator('#field').focus();
    await press('Control+V');
    const pasted = await page.page.locator('#field').inputValue();
    expect(pasted).toContain('双向奔赴');
    expect(pasted).toContain('东岭区推行产业链链长制之后，居民和干部双向奔赴。');
    expect(pasted).toContain('/forms/');
  });
});

test('forced colours leave the chosen step and the word to be told', async () => {
  await page.page.emulateMedia({ forcedColors: 'active' });
  await pin('产业链链长制');
  const seen = await page.inRoot((root) => {
    const style = (selector: string) => getComputedStyle(root.querySelector(selector) as Element);
    return {
      mark: style('.mark').outlineStyle,
      chosen: style('[data-part="path"] [aria-current]').borderTopColor,
      other: style('[data-part="path"] button:not([aria-current])').borderTopColor,
    };
  }, undefined);
  expect(seen?.mark).toBe('solid');
  expect(seen?.chosen).not.toBe(seen?.other);
  await page.page.emulateMedia({ forcedColors: 'none' });
});
