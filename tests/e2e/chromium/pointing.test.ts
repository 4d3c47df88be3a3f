import { afterEach, describe, expect, test } from 'vitest';
import { savedTerms } from '../glossary-page';
import type { ReaderPage } from '../reader-page';
import { pageOf } from '../site';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();
const TEXT = '东岭区推行链长制之后，几位链长也成了夜话的常客，两代表一委员轮流值班。';
const soon = (time = 600) => new Promise((resolve) => setTimeout(resolve, time));

afterEach(() => browser.tifa.reset());

describe('text that is written into', () => {
  const BOXES = `<style>.box { font: 20px/30px sans-serif; padding: 0; border: 0; margin: 8px 0; width: 400px; display: block }</style>
    <input class="box" id="line" value="${TEXT}">
    <textarea class="box" id="area" rows="3">${TEXT}</textarea>
    <div class="box" id="editor" contenteditable>${TEXT}</div>`;

  test.each(['line', 'area', 'editor'])(
    'in %s is read, and caret, selection, focus and value stay',
    async (id) => {
      browser.tifa.site.serve('/boxes/', pageOf([TEXT.repeat(3)], { extra: BOXES }));
      const page = await browser.tifa.read('/boxes/');
      const state = () =>
        page.page.evaluate((of) => {
          const element = document.getElementById(of) as HTMLTextAreaElement;
          const selection = getSelection();
          return JSON.stringify([
            document.activeElement?.id,
            element.value ?? element.textContent,
            element.selectionStart ?? selection?.anchorOffset,
            element.selectionEnd ?? selection?.focusOffset,
            element.scrollTop,
            element.scrollLeft,
            scrollY,
          ]);
        }, id);
      const box = await page.page.locator(`#${id}`).boundingBox();
      if (!box) throw new Error('The box is not drawn.');
      await page.page.mouse.click(box.x + 20 * 14.2, box.y + 15);
      // Only what the mouse selects is looked up.
      await soon(100);
      await page.page.keyboard.press('Shift+ArrowLeft');
      await page.rest();
      const before = await state();
      // The sixth character: 链.
      await page.page.mouse.move(box.x + 20 * 5.5, box.y + 15);
      const card = await page.waitForCard('链长制', ({ entries }) => entries[0]?.headword === '链长制');
      expect(card.entries[0]?.reading).toBe('lian4 zhang3 zhi4');
      expect(await state()).toBe(before);
      const mark = await page.inRoot((root) => {
        const box = root.querySelector('.mark')?.getBoundingClientRect();
        return box ? [box.left, box.width] : [];
      }, undefined);
      expect(mark?.[0]).toBeCloseTo(box.x + 100, -1);
      expect(mark?.[1]).toBeCloseTo(60, -1);
      await page.page.mouse.move(box.x + 700, box.y + 15);
      await page.waitForClosed();
      expect(await state()).toBe(before);
      // Nothing of a text box is ever converted.
      await browser.tifa.command('toggle-script');
      await page.waitForText('鏈長制');
      expect(await state()).toBe(before);
    },
  );
});

describe('touch', () => {
  const touched = async (path: string) => {
    const page = await browser.tifa.read(path);
    const cdp = await page.page.context().newCDPSession(page.page);
    await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    const tap = async (x: number, y: number) => {
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    return { page, tap };
  };

  test('a tap shows the card, a tap elsewhere takes it away', async () => {
    browser.tifa.site.serve('/tap/', pageOf([TEXT.repeat(4)]));
    const { page, tap } = await touched('/tap/');
    const { first } = await page.place('两代表一委员');
    await tap(first.x, first.y);
    await page.waitForCard('the phrase', ({ entries }) => entries[0]?.headword === '两代表一委员');
    await soon();
    expect((await page.card())?.state).toBe('open');
    await tap(1200, 880);
    await page.waitForClosed();
    expect(await page.selection()).toBe('');
  });

  test('the buttons of the card can be tapped', async () => {
    browser.tifa.site.serve('/tap/', pageOf([TEXT.repeat(4)]));
    const { page, tap } = await touched('/tap/');
    const { first } = await page.place('两代表一委员');
    await tap(first.x, first.y);
    await page.waitForCard('the phrase', ({ entries }) => entries[0]?.headword === '两代表一委员');
    const save = await page.inRoot((root) => {
      const box = root.querySelector('[data-part="save"]')?.getBoundingClientRect();
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    }, undefined);
    await tap(save?.x ?? 0, save?.y ?? 0);
    await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
  });

  test('links still work', async () => {
    browser.tifa.site.serve(
      '/links/',
      pageOf([TEXT.repeat(4)], { extra: '<p><a href="/tap/">链长制的来历</a></p>' }),
    );
    browser.tifa.site.serve('/tap/', pageOf([TEXT.repeat(4)]));
    const { page, tap } = await touched('/links/');
    const { first } = await page.place('链长制的来历');
    await tap(first.x, first.y);
    await page.page.waitForURL('**/tap/');
  });
});

describe('what moves under a resting pointer', () => {
  test('the page is scrolled: the card goes, and what comes under the pointer is shown', async () => {
    const lines = Array.from({ length: 40 }, (_, line) => `<p>第${line}行，石桥夜话开到第三年。</p>`).join(
      '',
    );
    browser.tifa.site.serve(
      '/scroll/',
      pageOf([TEXT], { extra: `<div>${lines}</div><p id="low">${TEXT}</p>${lines}` }),
    );
    const page = await browser.tifa.read('/scroll/');
    const { first } = await page.point('链长制', 0, 'article');
    await page.waitForCard('链长制', ({ entries }) => entries[0]?.headword === '链长制');
    await page.page.evaluate(
      ([y]) => {
        const low = document.getElementById('low') as HTMLElement;
        scrollBy({ top: low.getBoundingClientRect().top - (y - 14), behavior: 'instant' });
      },
      [first.y] as const,
    );
    const card = await page.waitForCard('the lower one', ({ entries }) => entries[0]?.headword === '链长制');
    const word = await page.page.evaluate(
      () => document.getElementById('low')?.getBoundingClientRect().top ?? 0,
    );
    expect(card.box.bottom <= word + 4 || card.box.top >= word).toBe(true);
    await page.page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await page.page.mouse.move(1270, 400);
    await page.waitForClosed();
  });

  test('a pinned card goes with its word', async () => {
    browser.tifa.site.serve('/scroll/', pageOf([TEXT, ...Array<string>(60).fill('石桥夜话开到第三年。')]));
    const page = await browser.tifa.read('/scroll/');
    const before = (await page.hover('链长制')).box.top;
    await page.page.keyboard.press('p');
    await page.page.evaluate(() => scrollBy({ top: 40, behavior: 'instant' }));
    await until(
      'the card to follow',
      () => page.card(),
      (card) => Math.abs((card?.box.top ?? 0) - (before - 40)) < 3,
    );
  });

  test('Shift is pressed over it, where Shift is asked for', async () => {
    await browser.tifa.setSettings({ hover: 'key' });
    browser.tifa.site.serve('/shift/', pageOf([TEXT.repeat(4)]));
    const page = await browser.tifa.read('/shift/');
    await page.point('链长制');
    await soon();
    expect((await page.card())?.state).toBe('closed');
    await page.page.keyboard.down('Shift');
    await page.waitForCard('链长制', ({ entries }) => entries[0]?.headword === '链长制');
    // Keys act while it is held.
    await page.page.keyboard.press('s');
    await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
    await page.page.keyboard.up('Shift');
  });
});

describe('what lies above the page', () => {
  const MODAL = `<dialog id="outer" style="width:500px"><p>照后减证替她省下三趟路。</p><button>好</button></dialog>
    <dialog id="inner"><p>双向奔赴成了口头禅。</p></dialog>
    <script>for (const each of document.querySelectorAll('dialog'))
      each.onclick = ({ target }) => { if (target === each) each.close(); };</script>`;
  const change = (page: ReaderPage, id: string, call: 'showModal' | 'close' | 'remove') =>
    page.page.evaluate(([of, name]) => (document.getElementById(of) as HTMLDialogElement)[name](), [
      id,
      call,
    ] as const);
  const holder = (page: ReaderPage) =>
    page.page.evaluate(() => {
      const parent = document.querySelector('tifa-card')?.parentElement;
      return parent?.id || parent?.localName;
    });

  test('a modal dialog: the card is seen, keys act, and a click on it is the card’s', async () => {
    browser.tifa.site.serve('/modal/', pageOf([TEXT.repeat(4)], { extra: MODAL }));
    const page = await browser.tifa.read('/modal/');
    await change(page, 'outer', 'showModal');
    await page.hover('照后减证');
    expect((await page.topLayer()).at(-1)).toBe('tifa-card');
    await page.page.keyboard.press('s');
    await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
    await page.clickPart('pin');
    await page.rest();
    await page.clickPart('close');
    await page.waitForClosed();
    expect(await page.page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
  });

  test('one modal dialog over another; our element goes where the pointer reaches, and back to the page', async () => {
    browser.tifa.site.serve('/modal/', pageOf([TEXT.repeat(4)], { extra: MODAL }));
    const page = await browser.tifa.read('/modal/');
    const held = (by: string) =>
      until(
        `our element in ${by}`,
        () => holder(page),
        (seen) => seen === by,
      );
    await change(page, 'outer', 'showModal');
    await held('outer');
    await change(page, 'inner', 'showModal');
    await held('inner');
    await page.hover('双向奔赴');
    await page.clickPart('save');
    await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
    await change(page, 'inner', 'close');
    await held('outer');
    // No event tells of a dialog that is taken out of the page.
    await change(page, 'outer', 'remove');
    await page.hover('链长制');
    await held('html');
    await page.clickPart('pin');
    expect(page.errors).toEqual([]);
  });

  test.each([
    ['user-select: none', '<p style="user-select:none">链长制讲了一晚上。</p>'],
    [
      'a transparent overlay',
      '<div style="position:relative"><p>链长制讲了一晚上。</p><a href="#" style="position:absolute;inset:0"></a></div>',
    ],
  ])('%s', async (_, html) => {
    browser.tifa.site.serve('/over/', pageOf(['石桥夜话开到第三年。'.repeat(8)], { extra: html }));
    const page = await browser.tifa.read('/over/');
    await page.hover('链长制');
  });
});

test('keys are the page’s while something is typed into a closed shadow root', async () => {
  browser.tifa.site.serve(
    '/closed/',
    pageOf([TEXT.repeat(4)], {
      extra: `<div id="host"></div><script>
        const root = document.getElementById('host').attachShadow({ mode: 'closed' });
        root.innerHTML = '<input>'; window.field = root.firstChild;
      </script>`,
    }),
  );
  const page = await browser.tifa.read('/closed/');
  const typed = () =>
    page.page.evaluate(() => (globalThis as unknown as { field: HTMLInputElement }).field.value);
  await page.page.evaluate(() => (globalThis as unknown as { field: HTMLInputElement }).field.focus());
  await page.hover('轮流');
  await page.page.keyboard.type('spl');
  expect(await typed()).toBe('spl');
  expect((await page.card())?.entries[0]?.saved).toBe(false);
});

describe('a page that goes on without a load', () => {
  const post = (title: string, text: string) =>
    `<div class="post"><h1>${title}</h1><p class="info">2024-11-20 09:30 来源：东陵日报</p><div class="text"><p>${text.repeat(5)}</p></div></div>`;

  test('title, article and citation change with the article; marks too', async () => {
    browser.tifa.site.serve(
      '/app/',
      `<!doctype html><meta charset="utf-8"><title>石桥夜话</title><main>${post('石桥夜话', TEXT)}</main>`,
    );
    const page = await browser.tifa.read('/app/');
    await page.hover('链长制');
    await page.page.evaluate(
      (html) => {
        history.pushState(null, '', '/app/2');
        document.title = '一网通办进了村';
        const main = document.querySelector('main') as HTMLElement;
        (main.firstElementChild as HTMLElement).style.display = 'none';
        setTimeout(() => main.insertAdjacentHTML('beforeend', html), 400);
      },
      post('一网通办进了村', '照后减证替她省下三趟路，群众少跑腿，干部多走动。').replace(
        '东陵日报',
        '青石日报',
      ),
    );
    await page.waitForText('照后减证');
    await soon(1200);
    await page.hover('照后减证');
    await page.page.keyboard.press('s');
    await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
    await page.page.keyboard.press('Escape');
    const marks = await page.page.evaluate(() =>
      [...CSS.highlights.values()].flatMap((highlight) =>
        [...highlight].map((range) =>
          (range.startContainer as Text).data.slice(range.startOffset, range.endOffset),
        ),
      ),
    );
    expect(marks).toContain('照后减证');
    expect(marks).not.toContain('链长制');
    const term = (await savedTerms(browser.tifa)).find(({ hans }) => hans === '照后减证');
    expect(term?.occurrences.at(-1)).toMatchObject({
      headline: '一网通办进了村',
      paper: '青石日报',
      date: '2024-11-20',
      url: 'http://paper.people.com.cn/app/2',
    });
  });

  test('an article that follows under the first is cited by its own headline and source', async () => {
    browser.tifa.site.serve(
      '/endless/',
      `<!doctype html><meta charset="utf-8"><title>石桥夜话</title><main>${post('石桥夜话', TEXT)}</main>`,
    );
    const page = await browser.tifa.read('/endless/');
    await page.hover('链长制');
    const next = (title: string) =>
      post(title, `“双向奔赴”成了村里的口头禅，${title}开到第三年。`).replace('东陵日报', '青石日报');
    await page.page.evaluate((posts) => {
      for (const html of posts) document.querySelector('main')?.insertAdjacentHTML('beforeend', html);
      history.replaceState(null, '', '/endless/2');
    }, ['一网通办进了村', '村里来了年轻人', '河长上岗记', '一把伞', '夜校开课'].map(next));
    await soon();
    await page.hover('双向奔赴', 5);
    await page.page.keyboard.press('s');
    await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
    const term = (await savedTerms(browser.tifa)).find(({ hans }) => hans === '双向奔赴');
    expect(term?.occurrences.at(-1)).toMatchObject({ headline: '村里来了年轻人', paper: '青石日报' });
  });

  test('an article over several addresses is cited by the part that was read', async () => {
    browser.tifa.site.serve(
      '/parts_2.html',
      pageOf([TEXT.repeat(5)], {
        extra: '<div><a href="/parts.html">上一页</a> 2 <a href="/parts_3.html">下一页</a></div>',
      }),
    );
    const page = await browser.tifa.read('/parts_2.html');
    await page.hover('两代表一委员');
    await page.page.keyboard.press('s');
    await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
    const term = (await savedTerms(browser.tifa)).find(({ hans }) => hans === '两代表一委员');
    expect(term?.occurrences.at(-1)?.page).toBe('第2页');
  });

  test('document.open and write after load: the new text is read', async () => {
    const page = await browser.tifa.read('/article/');
    await page.hover('链长制');
    await page.page.evaluate((text) => {
      document.open();
      document.write(
        `<!doctype html><html lang="zh-CN"><title>新页</title><article><h1>新的一页</h1><p>营商环境好不好，企业说了算。${text}</p></article></html>`,
      );
      document.close();
    }, TEXT.repeat(3));
    await page.waitForReader();
    await page.hover('营商环境');
    await browser.tifa.command('toggle-script');
    await page.waitForText('鏈長制');
    expect(page.errors).toEqual([]);
  });
});
