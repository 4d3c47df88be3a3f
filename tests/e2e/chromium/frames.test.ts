import type { Frame } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CardView } from '../card-view';
import { savedTerms } from '../glossary-page';
import { ReaderPage } from '../reader-page';
import { pageOf, UNLISTED } from '../site';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();
const OTHER = 'www.gmw.cn';
const TEXT = '东岭区推行链长制之后，几位链长也成了夜话的常客，两代表一委员轮流值班。';

const shows = (phrase: string) => (card: CardView | null) =>
  card?.state === 'open' && card.entries.some(({ headword }) => headword === phrase);

function outer(frames: string, text = '白石镇老街的石桥旁都会亮起一盏灯，居民坐在长凳上。'): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>外页</title></head>
<body><p>${text.repeat(4)}</p>${frames}</body></html>`;
}

async function frameOf(page: ReaderPage, part: string): Promise<Frame> {
  await until(
    `the frame ${part}`,
    async () => page.page.frames().some((frame) => frame.url().includes(part)),
    Boolean,
  );
  const frame = page.page.frames().find((each) => each.url().includes(part)) as Frame;
  await frame.waitForLoadState();
  return frame;
}

const cardOver = (page: ReaderPage, phrase: string) =>
  until(
    `a card of ${phrase}`,
    () => page.card(),
    (card) => shows(phrase)(card),
  );

beforeAll(() => {
  const { site } = browser.tifa;
  site.serve('/inner/', pageOf([TEXT.repeat(4)], { title: '石桥夜话' }));
  site.serve(
    '/nest/',
    outer('<iframe src="/inner/" width="500" height="300"></iframe>', '内页里还有一页，灯亮着。'),
  );
});
afterEach(() => browser.tifa.reset());

describe('frames of the page’s own origin', () => {
  test('are pointed into, nested and drawn smaller; the card stands at the word', async () => {
    browser.tifa.site.serve(
      '/own/',
      outer(
        '<iframe src="/nest/" style="width:640px;height:420px;border:5px solid;padding:7px;scale:0.8;transform-origin:0 0"></iframe>',
      ),
    );
    const page = await browser.tifa.read('/own/');
    const frame = await frameOf(page, '/inner/');
    const box = await frame.evaluate(() => {
      const range = document.createRange();
      const text = document.querySelector('p')?.firstChild as Text;
      range.setStart(text, text.data.indexOf('链长制'));
      range.setEnd(text, text.data.indexOf('链长制') + 1);
      const inner = range.getBoundingClientRect();
      let [x, y] = [inner.x + inner.width / 2, inner.y + inner.height / 2];
      for (let view: Window = window; view.frameElement; view = view.parent) {
        const element = view.frameElement as HTMLElement;
        const around = element.getBoundingClientRect();
        const scale = around.width / element.offsetWidth;
        const padding = Number.parseFloat(getComputedStyle(element).paddingLeft);
        x = around.x + (element.clientLeft + padding + x) * scale;
        y = around.y + (element.clientTop + padding + y) * scale;
      }
      return { x, y };
    });
    await page.page.mouse.move(box.x, box.y);
    await cardOver(page, '链长制');
    const mark = await page.inRoot((root) => {
      const marked = root.querySelector('.mark')?.getBoundingClientRect();
      return marked
        ? { left: marked.left, right: marked.right, top: marked.top, bottom: marked.bottom }
        : null;
    }, undefined);
    expect(mark && box.x > mark.left && box.x < mark.right).toBe(true);
    expect(mark && box.y > mark.top && box.y < mark.bottom).toBe(true);
    // Only the reader of the page is there.
    expect(await frame.locator('tifa-card').count()).toBe(0);
    expect(page.errors).toEqual([]);
  });

  test('may hold the article: title, marks, saving, and another script', async () => {
    browser.tifa.site.serve(
      '/cms/',
      `<!doctype html><meta charset="utf-8"><title>东陵日报</title><ul><li><a href="/">首页</a><li><a href="/">要闻</a></ul>
       <iframe src="/article/" style="width:100%;height:700px"></iframe>`,
    );
    const page = await browser.tifa.read('/cms/');
    const frame = await frameOf(page, '/article/');
    await until(
      'the marks in the frame',
      () => frame.evaluate(() => [...CSS.highlights.keys()]),
      (names) => names.some((name) => name.startsWith('tifa-term-')),
    );
    const popup = await browser.tifa.clickIcon(page);
    await until(
      'the headline',
      () => popup.run(() => document.querySelector('.headline')?.textContent ?? ''),
      (headline) => headline.includes('一盏灯'),
    );
    await popup.run(() => window.close()).catch(() => undefined);
    await popup.detach();
    await page.page.bringToFront();
    await browser.tifa.command('toggle-script');
    await until(
      'the other script',
      () => frame.evaluate(() => document.body.textContent ?? ''),
      (text) => text.includes('鏈長制'),
    );
    await page.pointInFrame(frame, '鏈長制');
    const card = await cardOver(page, '链长制');
    expect(card?.entries[0]?.headword).toBe('链长制');
    await page.page.keyboard.press('Escape');
  });

  test('that are written by a script, or come late, are read too', async () => {
    const page = await browser.tifa.read('/article/');
    await page.page.evaluate((text) => {
      const frame = document.createElement('iframe');
      frame.id = 'written';
      frame.style.cssText = 'position:fixed;left:0;top:0;width:500px;height:120px;background:#fff';
      document.body.append(frame);
      const inner = frame.contentDocument as Document;
      inner.open();
      inner.write(`<p>${text}</p>`);
      inner.close();
    }, TEXT);
    const frame = page.page.frames().at(-1) as Frame;
    await until(
      'a card',
      async () => {
        await page.page.mouse.move(600, 500);
        await page.pointInFrame(frame, '两代表一委员');
        return page.card();
      },
      shows('两代表一委员'),
    );
  });
});

test('a frame in an open shadow root is pointed into, also after it has loaded another page', async () => {
  browser.tifa.site.serve(
    '/shadow/',
    outer(`<div id="host"></div><script>
      const root = document.getElementById('host').attachShadow({ mode: 'open' });
      root.innerHTML = '<iframe src="/inner/" width="600" height="200"></iframe>';
    </script>`),
  );
  browser.tifa.site.serve('/later/', pageOf(['照后减证替她省下三趟路，群众少跑腿。'.repeat(4)]));
  const page = await browser.tifa.read('/shadow/');
  await page.pointInFrame(await frameOf(page, '/inner/'), '链长制');
  await cardOver(page, '链长制');
  await page.rest();
  await page.page.evaluate(() => {
    const frame = document.getElementById('host')?.shadowRoot?.querySelector('iframe');
    if (frame) frame.src = '/later/';
  });
  await page.pointInFrame(await frameOf(page, '/later/'), '照后减证');
  await cardOver(page, '照后减证');
});

describe('frames of another origin', () => {
  test('are read where access was granted: a large one draws its own card, and shows the page’s script', async () => {
    browser.tifa.site.serve(
      '/far/',
      outer(`<iframe src="http://${OTHER}/inner/" width="700" height="420"></iframe>`),
    );
    const page = await browser.tifa.read('/far/');
    const frame = await frameOf(page, OTHER);
    await frame.locator('tifa-card').waitFor({ state: 'attached' });
    await page.pointInFrame(frame, '链长制');
    await until('the card in the frame', () => page.frameCard(frame), shows('链长制'));
    expect((await page.card())?.state).toBe('closed');
    await browser.tifa.command('toggle-script');
    const text = () => frame.evaluate(() => document.body.textContent ?? '');
    await until('the other script', text, (now) => now.includes('鏈長制'));
    await browser.tifa.command('toggle-script');
    await until('the page’s own', text, (now) => !now.includes('鏈長制'));
  });

  test('too small for a card: the page around draws it, where the word is; it is saved with the frame’s address', async () => {
    browser.tifa.site.serve(
      '/small/',
      outer(
        `<iframe src="http://${OTHER}/plain/english.html" width="240" height="120"></iframe>
         <iframe src="http://${OTHER}/inner/" width="240" height="120" style="margin-left:100px"></iframe>`,
      ),
    );
    const page = await browser.tifa.read('/small/');
    const frame = await frameOf(page, `${OTHER}/inner/`);
    await frame.locator('tifa-card').waitFor({ state: 'attached' });
    await page.page.mouse.move(5, 5);
    await page.pointInFrame(frame, '链长制');
    const card = await cardOver(page, '链长制');
    const around = await page.page.locator('iframe').nth(1).boundingBox();
    const mark = await page.inRoot(
      (root) => root.querySelector('.mark')?.getBoundingClientRect().x ?? 0,
      undefined,
    );
    expect(mark).toBeGreaterThan(around?.x ?? 0);
    expect(mark).toBeLessThan((around?.x ?? 0) + 240);
    expect((await page.frameCard(frame))?.state).toBe('closed');
    // The pointer goes from the frame into the card, which stays and is used.
    const { left, top } = card?.box ?? { left: 0, top: 0 };
    await page.page.mouse.move(left + 20, top + 12);
    await page.clickPart('save');
    await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
    const term = (await savedTerms(browser.tifa)).find(({ hans }) => hans === '链长制');
    expect(term?.occurrences.at(-1)).toMatchObject({
      sentence: TEXT,
      headline: '石桥夜话',
      url: `http://${OTHER}/inner/`,
    });
  });

  test('tell the page nothing, nor a page of our own beside it', async () => {
    const own = await ReaderPage.attach(await browser.tifa.openOwn('/welcome.html'));
    await own.waitForReader();
    await own.hover('链长制');
    await own.page.mouse.move(1, 1);
    await until(
      'its card to close',
      () => own.card(),
      (card) => card?.state === 'closed',
    );
    browser.tifa.site.serve(
      '/told/',
      outer(
        `<script>window.told = []; addEventListener('message', ({ data }) => told.push(data), true);</script>
         <iframe src="http://${OTHER}/inner/" width="240" height="120"></iframe>`,
      ),
    );
    const page = await browser.tifa.read('/told/');
    const frame = await frameOf(page, OTHER);
    await frame.locator('tifa-card').waitFor({ state: 'attached' });
    await page.pointInFrame(frame, '链长制');
    await cardOver(page, '链长制');
    expect(await page.page.evaluate(() => (globalThis as unknown as { told: unknown[] }).told)).toEqual([]);
    expect((await own.card())?.state).toBe('closed');
    await own.close();
  });

  test('that may not be read are left alone, and the popup names and offers them', async () => {
    browser.tifa.site.serve(
      '/closed/',
      outer(
        `<iframe src="http://${UNLISTED}/inner/" width="500" height="300"></iframe>
         <iframe src="http://ad.example/inner/" width="1" height="1"></iframe>`,
      ),
    );
    const page = await browser.tifa.read('/closed/');
    const frame = await frameOf(page, UNLISTED);
    await page.pointInFrame(frame, '链长制');
    const popup = await browser.tifa.clickIcon(page);
    const named = () =>
      popup.run(() =>
        [...document.querySelectorAll<HTMLElement>('[data-part="frame"]')].map((each) => each.dataset.host),
      );
    await until('the frame to be named', named, (hosts) => hosts.length > 0);
    expect(await named()).toEqual([UNLISTED]);
    expect(await popup.run(() => document.querySelectorAll('[data-part="read-frame"]').length)).toBe(1);
    await popup.run(() => window.close()).catch(() => undefined);
    await popup.detach();
    expect(await frame.locator('tifa-card').count()).toBe(0);
    expect((await page.card())?.state).toBe('closed');
  });
});

test('reads a page whose frame comes and goes', async () => {
  const page = await browser.tifa.read('/article/');
  for (let count = 0; count < 3; count++) {
    await page.page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = '/inner/';
      document.body.append(frame);
    });
    await frameOf(page, '/inner/');
    await page.page.evaluate(() => document.querySelector('iframe')?.remove());
  }
  await page.hover('链长制');
  expect(page.errors).toEqual([]);
});
