import { beforeEach, expect, test } from 'vitest';
import { removeTerm } from '../glossary-page';
import type { ReaderPage } from '../reader-page';
import { LISTED, readFixture } from '../site';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();
let page: ReaderPage;

/** Everything that a script of the page can read of us, written down by such a script. */
const SPY = `<script>
  window.heard = [];
  new MutationObserver((changes) => {
    for (const { target, type, attributeName, addedNodes } of changes)
      if (target.localName === 'tifa-card' || [...addedNodes].some((node) => node.localName === 'tifa-card'))
        heard.push([type, attributeName, target.localName].join(' '));
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const type of ['focusin', 'focusout', 'blur', 'copy', 'selectionchange', 'resize', 'scroll'])
    addEventListener(type, () => heard.push('event ' + type), true);
  window.spied = () => {
    const host = document.querySelector('tifa-card');
    const style = getComputedStyle(host);
    return JSON.stringify({
      attributes: [...host.attributes].map(({ name, value }) => name + '=' + value),
      children: host.childNodes.length,
      shadow: host.shadowRoot,
      size: [host.offsetWidth, host.offsetHeight, host.scrollWidth, host.scrollHeight],
      box: host.getBoundingClientRect(),
      style: [style.display, style.position, style.visibility, style.opacity, style.zIndex],
      popover: host.matches(':popover-open'),
      siblings: document.documentElement.children.length,
      body: document.body.outerHTML.length,
      focus: document.activeElement.localName,
      highlights: [...CSS.highlights].map(([name, ranges]) => [
        name,
        [...ranges].map(({ startContainer, startOffset, endOffset }) => [startContainer.data, startOffset, endOffset]),
      ]),
    });
  };
</script>`;

const spied = () => page.page.evaluate(() => (globalThis as unknown as { spied(): string }).spied());
const heard = () => page.page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));

beforeEach(async () => {
  browser.tifa.site.serve('/spy/', readFixture('article/index.html').replace('</head>', `${SPY}</head>`));
  page = await browser.tifa.read('/spy/');
  await until('the marks', spied, (seen) => seen.includes('双向'));
  // Analyses of what is further down may still be on their way.
  let last = '';
  await until(
    'the marks to settle',
    async () => {
      const now = await spied();
      const same = now === last;
      last = now;
      await new Promise((resolve) => setTimeout(resolve, 400));
      return same;
    },
    Boolean,
  );
  await heard();
  return () => page.close();
});

test('hovering, moving on, pinning and closing change nothing that the page can read', async () => {
  const before = await spied();
  await page.hover('链长制');
  expect(await spied()).toBe(before);
  await page.hover('两代表一委员');
  await page.page.keyboard.press('p');
  await page.page.keyboard.press('n');
  expect(await spied()).toBe(before);
  await page.page.keyboard.press('Escape');
  await page.waitForClosed();
  expect(await spied()).toBe(before);
  expect(await heard()).toEqual([]);
});

test('saving changes nothing that the page can read, nor does the reader’s own phrase afterwards', async () => {
  const before = await spied();
  await page.hover('照后减证');
  await page.clickPart('save');
  await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
  expect(await spied()).toBe(before);
  expect(await heard()).toEqual([]);
  await page.page.keyboard.press('Escape');

  await page.select('石桥夜话', 0, '#first');
  await page.waitForCard('the run', ({ entries }) => entries[0]?.headword === '石桥夜话');
  await page.clickPart('save');
  await page.waitForCard('the saved run', ({ entries }) => entries[0]?.saved === true);
  await page.page.keyboard.press('Escape');
  await page.page.evaluate(() => getSelection()?.empty());
  await page.hover('石桥夜话', 1);
  expect(await spied()).toBe(before);
});

test('the marks are the same for a reader who has saved nothing and one who has', async () => {
  const withSaved = JSON.parse(await spied()).highlights;
  await removeTerm(browser.tifa, '照后减证');
  await removeTerm(browser.tifa, '石桥夜话');
  const fresh = await browser.tifa.read('/spy/');
  await until(
    'the same marks',
    async () =>
      JSON.parse(await fresh.page.evaluate(() => (globalThis as unknown as { spied(): string }).spied()))
        .highlights,
    (highlights) => JSON.stringify(highlights) === JSON.stringify(withSaved),
  );
  await fresh.close();
});

test('the page cannot reach into the root, nor find globals or messages of ours', async () => {
  const found = await page.page.evaluate(() => {
    const names = Object.getOwnPropertyNames(globalThis).filter((name) => /tifa|wxt/i.test(name));
    return { names, root: document.querySelector('tifa-card')?.shadowRoot ?? null };
  });
  expect(found).toEqual({ names: [], root: null });
});

test('a page of another site cannot load files of the extension', async () => {
  const loads = await page.page.evaluate(
    async (urls) => {
      const tries = urls.map((url) =>
        fetch(url).then(
          () => url,
          () => null,
        ),
      );
      return (await Promise.all(tries)).filter((url) => url !== null);
    },
    [
      '/manifest.json',
      '/popup.html',
      '/content-scripts/reader.js',
      '/content-scripts/reader.css',
      '/dict/dictionary.bin',
      '/dict/entries.bin',
    ].map((path) => browser.tifa.url(path)),
  );
  expect(loads).toEqual([]);
});

test('no request went anywhere but to the pages themselves', () => {
  // Names that Chromium itself asks for are none of ours.
  const isChromium = (request: string) => /^(\w+\.)*(google|googleapis|gvt1)\.com\//.test(request);
  const { requests } = browser.tifa.site;
  expect(requests.length).toBeGreaterThan(3);
  expect(requests.filter((request) => !request.startsWith(`${LISTED}/`) && !isChromium(request))).toEqual([]);
});

test('fonts and properties that the page declares tell nothing of the card', async () => {
  const faces = ['Noto Serif CJK SC', 'SimSun', 'Songti SC', 'Segoe UI', 'Noto Sans', 'PingFang SC', 'spy']
    .map((family) => `@font-face { font-family: "${family}"; src: url(/leak/font.woff2); }`)
    .join('');
  const style = `<style>${faces}
    tifa-card { --surface: url(/leak/surface.png); --sunken: url(/leak/tag.png); --font-han: spy; --font-ui: spy; }
  </style>`;
  browser.tifa.site.serve('/fonts/', readFixture('article/index.html').replace('</head>', `${style}</head>`));
  const spying = await browser.tifa.read('/fonts/');
  await spying.hover('链长制');
  await spying.page.keyboard.press('p');
  await spying.hover('链长制');
  expect(browser.tifa.site.requests.filter((request) => request.includes('/leak/'))).toEqual([]);
  await spying.close();
});

test('what a script of the page makes up opens no card, saves nothing and learns nothing', async () => {
  const { x, y } = (await page.place('照后减证')).first;
  const press = (key: string) =>
    page.page.evaluate(
      (pressed) =>
        dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true })),
      key,
    );
  await page.page.evaluate(
    ([clientX, clientY]) =>
      document.dispatchEvent(new MouseEvent('mousemove', { clientX, clientY, bubbles: true })),
    [x, y],
  );
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect((await page.card())?.state).toBe('closed');
  await page.hover('链长制');
  // `dispatchEvent` answers false where somebody prevented the default: that would tell that a card is open.
  for (const key of ['l', 'b', 's', 'c']) expect(await press(key)).toBe(true);
  expect((await page.card())?.entries[0]?.saved).toBe(false);
});

test('the marks are not made anew when the glossary changes', async () => {
  await page.page.evaluate(() => {
    (globalThis as unknown as { marks: unknown }).marks = CSS.highlights.get('tifa-term-institution');
  });
  await page.hover('照后减证');
  await page.clickPart('save');
  await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
  const same = () =>
    page.page.evaluate(
      () =>
        (globalThis as unknown as { marks: unknown }).marks === CSS.highlights.get('tifa-term-institution'),
    );
  expect(await same()).toBe(true);
  await page.page.keyboard.press('Escape');
  await removeTerm(browser.tifa, '照后减证');
  await page.page.bringToFront();
  expect(await same()).toBe(true);
});
