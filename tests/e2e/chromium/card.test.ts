import { describe, expect, test } from 'vitest';
import { pageOf } from '../site';
import { withTifa } from '../with-tifa';

const browser = withTifa();

describe('the card', () => {
  test('shows a set phrase with reading, rendering, meaning, source and level', async () => {
    const page = await browser.tifa.read('/front-page/');
    const card = await page.hover('双向奔赴', 0, '#feature .flow');
    const [first] = card.entries;
    expect(first).toMatchObject({ headword: '双向奔赴', reading: 'shuang1 xiang4 ben1 fu4', saved: false });
    for (const part of ['headword', 'reading', 'rendering', 'meaning', 'source', 'level'])
      expect(first?.parts[part], part).toMatch(/\S/);
    await page.close();
  });

  test('goes from the longest set phrase by its words to the single character', async () => {
    const page = await browser.tifa.read('/front-page/');
    // 产业链链长制 holds 产业链 and 链长制, which meet in the middle.
    const card = await page.hover('产业链链长制');
    const headwords = card.entries.map(({ headword }) => headword);
    expect(headwords[0]).toBe('产业链链长制');
    expect(headwords).toContain('产业链');
    expect(headwords.at(-1)).toBe('产');
    const lengths = headwords.map((headword) => headword.length);
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    await page.close();
  });

  test('shows a word that stands in no term base with its gloss', async () => {
    const page = await browser.tifa.read('/article/');
    const card = await page.hover('面条');
    expect(card.entries[0]).toMatchObject({ headword: '面条', reading: 'mian4 tiao2' });
    expect(card.entries[0]?.parts.gloss).toContain('noodle');
    await page.close();
  });

  test('explains a quantity at any of its digits, names measure words, and shows what a variant stands for', async () => {
    const { tifa } = browser;
    tifa.site.serve(
      '/quantities/',
      pageOf(['溪口镇投资2.8亿元修了一条公路，村民们一个劲儿地干活，收成同比增长1.5倍。'.repeat(3)]),
    );
    const page = await tifa.read('/quantities/');
    const [quantity] = (await page.hover('2.8亿元', 0)).entries;
    expect(quantity).toMatchObject({ headword: '2.8亿元', reading: 'er4 dian3 ba1 yi4 yuan2' });
    expect(quantity?.parts.gloss).toBe('280 million yuan');
    const [word] = (await page.hover('公路')).entries;
    expect(word?.parts.notes).toMatch(/^measure word 条 tiáo.*among the 1,000 commonest words$/);
    const [variant] = (await page.hover('一个劲儿')).entries;
    expect(variant?.parts.reference).toBe('erhua variant of 一个劲 yīgèjìn');
    expect(variant?.parts.gloss).toContain('continuously');
    await page.close();
  });

  test.each([
    ['坚实', '/front-page/', 'a column break between paragraphs'],
    ['人才引进', '/front-page/', 'a column break within a set phrase'],
    ['融资', '/front-page/', 'a column break within a word'],
    ['高标准农田', '/front-page/', 'a line break in a headline'],
    ['双向奔赴', '/article/', 'an inline element'],
  ])('takes %s for one word on %s, cut by %s', async (phrase, path) => {
    const page = await browser.tifa.read(path);
    await page.hover(phrase);
    await page.close();
  });

  test('reads Chinese outside the article when it is pointed at', async () => {
    const page = await browser.tifa.read('/article/');
    await page.hover('新闻', 0, 'aside');
    await page.close();
  });

  test('closes when the pointer leaves, and stays while the pointer is in it', async () => {
    const page = await browser.tifa.read('/article/');
    const { box } = await page.hover('链长制');
    await page.page.mouse.move(box.left + 30, box.top + 30, { steps: 8 });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await page.card())?.state).toBe('open');
    await page.rest();
    await page.waitForClosed();
    await page.close();
  });

  test('opens nothing over punctuation, blank space and foreign words', async () => {
    browser.tifa.site.serve(
      '/blank/',
      pageOf(['白石镇老街的石桥旁都会亮起一盏灯，居民坐在长凳上。'.repeat(5), 'Plain words.']),
    );
    const page = await browser.tifa.read('/blank/');
    await page.hover('居民');
    for (const nothing of ['，', '。', 'Plain']) {
      await page.point(nothing);
      await page.waitForClosed();
    }
    await page.close();
  });
});

describe('the card keeps out of the way', () => {
  test('never covers the word and stays inside the window, at every edge', async () => {
    const corner = (style: string, text: string) => `<p style="position:fixed;margin:0;${style}">${text}</p>`;
    browser.tifa.site.serve(
      '/edges/',
      pageOf(['白石镇的人管这叫石桥夜话，居民和干部面对面坐着。'.repeat(4)], {
        extra:
          corner('left:0;top:0', '链长制在左上') +
          corner('right:0;top:0', '在右上链长制') +
          corner('left:0;bottom:0', '链长制在左下') +
          corner('right:0;bottom:0', '在右下链长制') +
          corner('left:50%;top:50%', '正中链长制'),
      }),
    );
    const page = await browser.tifa.read('/edges/');
    for (const size of [
      { width: 1280, height: 900 },
      { width: 420, height: 560 },
    ]) {
      await page.page.setViewportSize(size);
      for (let nth = 0; nth < 5; nth++) {
        const { box: word } = await page.place('链长制', nth);
        const { box: card } = await page.hover('链长制', nth);
        const where = `occurrence ${nth} at ${size.width}`;
        const apart =
          card.right <= word.left ||
          card.left >= word.right ||
          card.bottom <= word.top ||
          card.top >= word.bottom;
        expect(apart, `${where}: card ${JSON.stringify(card)} covers ${JSON.stringify(word)}`).toBe(true);
        expect(Math.min(card.left, card.top), where).toBeGreaterThanOrEqual(0);
        expect(card.right, where).toBeLessThanOrEqual(size.width);
        expect(card.bottom, where).toBeLessThanOrEqual(size.height);
        await page.page.keyboard.press('Escape');
        await page.waitForClosed();
      }
    }
    await page.close();
  });

  test('takes neither focus nor selection', async () => {
    browser.tifa.site.serve(
      '/focus/',
      pageOf(['东岭区推行链长制之后，几位链长也成了夜话的常客。'.repeat(5)], {
        extra: '<input id="field" value="abc">',
      }),
    );
    const page = await browser.tifa.read('/focus/');
    await page.page.locator('#field').focus();
    await page.page.locator('#field').selectText();
    await page.hover('链长制');
    await page.clickPart('save');
    await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
    const after = await page.page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement;
      return [field.id, field.selectionStart, field.selectionEnd];
    });
    expect(after).toEqual(['field', 0, 3]);
    await page.close();
  });

  test('shows above a modal dialog and above a fullscreen element', async () => {
    browser.tifa.site.serve(
      '/layers/',
      pageOf(['东岭区推行链长制之后，几位链长也成了夜话的常客。'.repeat(5)], {
        extra:
          '<dialog style="width:600px;height:400px"><p>两代表一委员轮流值班，能当场答复的当场答复。</p></dialog><section id="full" style="background:#fff"><p>照后减证替她省下三趟路，以后坐在家门口就行。</p></section>',
      }),
    );
    const page = await browser.tifa.read('/layers/');
    await page.page.evaluate(() => document.querySelector('dialog')?.showModal());
    await page.hover('两代表一委员');
    expect((await page.topLayer()).at(-1)).toBe('tifa-card');
    await page.page.evaluate(() => {
      document.querySelector('dialog')?.close();
      return document.getElementById('full')?.requestFullscreen();
    });
    await page.hover('照后减证');
    expect((await page.topLayer()).at(-1)).toBe('tifa-card');
    // Clicks go to the fullscreen element alone, by the browser's own rule; keys reach the card.
    await page.page.keyboard.press('s');
    await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
    await page.close();
  });

  test('follows dark mode', async () => {
    const page = await browser.tifa.read('/article/');
    const background = async (colorScheme: 'light' | 'dark') => {
      await page.page.emulateMedia({ colorScheme });
      await page.hover('链长制');
      return page.inRoot((root) => {
        const card = root.querySelector('[data-part="card"]');
        return card ? getComputedStyle(card).backgroundColor : '';
      }, undefined);
    };
    const light = (await background('light')) ?? '';
    const dark = (await background('dark')) ?? '';
    const brightness = (colour: string) =>
      Math.max(...(colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));
    expect(brightness(light)).toBeGreaterThan(200);
    expect(brightness(dark)).toBeLessThan(80);
    await page.close();
  });
});
