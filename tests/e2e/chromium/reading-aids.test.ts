import { afterEach, describe, expect, test } from 'vitest';
import type { ReaderPage } from '../reader-page';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();
afterEach(() => browser.tifa.reset());

const html = (page: ReaderPage) => page.page.evaluate(() => document.body.outerHTML);
/** What is marked under each name, in order. */
const marks = (page: ReaderPage) =>
  page.page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].map(([name, highlight]) => [
        name,
        [...highlight]
          .map(({ startContainer, startOffset, endOffset }) =>
            (startContainer as Text).data.slice(startOffset, endOffset),
          )
          .join(' '),
      ]),
    ),
  );
const rubies = (page: ReaderPage) => page.page.locator('tifa-ruby > ruby').count();

async function read(): Promise<ReaderPage> {
  const page = await browser.tifa.read('/article/');
  await until(
    'the marks',
    () => marks(page),
    (found) => 'tifa-term-numeric' in found,
  );
  return page;
}

test('each kind of set phrase is marked under its own name, and can be switched off', async () => {
  const page = await read();
  const all = await marks(page);
  expect(all['tifa-term-slogan']).toContain('照后减证');
  expect(all['tifa-term-institution']).toContain('链长制');
  expect(all['tifa-term-numeric']).toContain('双招双引');
  await browser.tifa.setSettings({ markNumeric: false });
  const { 'tifa-term-numeric': _, ...others } = all;
  await until(
    'one kind to go',
    () => marks(page),
    (found) => !('tifa-term-numeric' in found),
  );
  expect(await marks(page)).toEqual(others);
});

describe('readings above the words', () => {
  test.each([0, 20, 200])(
    'nothing of them stays where Tifa is switched off %i ms after they were',
    async (wait) => {
      const page = await browser.tifa.read('/front-page/');
      await until(
        'the marks',
        () => marks(page),
        (found) => 'tifa-term-numeric' in found,
      );
      const host = page.page.locator('tifa-card');
      await browser.tifa.setSettings({ ruby: 'all' });
      await page.page.waitForTimeout(wait);
      await browser.tifa.command('toggle-reader');
      await host.waitFor({ state: 'detached' });
      // What is still on its way comes now.
      await page.page.waitForTimeout(500);
      expect([await rubies(page), await marks(page)]).toEqual([0, {}]);
    },
  );

  test('come and go exactly, whatever is done to the script meanwhile', async () => {
    const page = await read();
    const before = await html(page);
    await browser.tifa.setSettings({ ruby: 'all' });
    await until(
      'readings',
      () => rubies(page),
      (count) => count > 100,
    );
    expect(await page.page.evaluate(() => document.body.textContent)).not.toMatch(/liàn|[āáǎà]/);
    await browser.tifa.command('toggle-script');
    await page.waitForText('鏈長制');
    expect(await rubies(page)).toBeGreaterThan(100);
    await page.point('鏈長');
    await page.waitForCard('the phrase', ({ entries }) => entries[0]?.reading === 'lian4 zhang3 zhi4');
    await page.page.keyboard.press('Escape');
    await page.rest();
    await browser.tifa.command('toggle-script');
    await page.waitForText('链长制');
    await browser.tifa.setSettings({ ruby: 'terms', reading: 'zhuyin' });
    const zhuyin = () =>
      page.page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('tifa-ruby rt')].map(
          ({ dataset }) => dataset.reading ?? '',
        ),
      );
    await until(
      'zhuyin',
      zhuyin,
      (above) => above.length > 0 && above.every((each) => /^[ㄅ-ㄩˊˇˋ˙]+$/.test(each)),
    );
    expect(await rubies(page)).toBeLessThan(60);
    await browser.tifa.setSettings({});
    await until(
      'the page',
      () => html(page),
      (now) => now === before,
    );
  });

  test('move the mark of the word whose card is pinned along with it', async () => {
    const page = await read();
    await page.hover('链长制');
    await page.page.keyboard.press('p');
    await browser.tifa.setSettings({ ruby: 'all', reading: 'zhuyin' });
    const places = async () => ({
      word: await page.page.evaluate(() => {
        const words = [...document.querySelectorAll('tifa-ruby > ruby')];
        const word = words.find((each) => each.previousSibling === null && each.textContent === '东');
        const next = words[words.indexOf(word as Element) + 5];
        return next?.textContent === '链' ? Math.round(next.getBoundingClientRect().left) : null;
      }),
      mark: await page.inRoot(
        (root) => Math.round(root.querySelector('.mark')?.getBoundingClientRect().left ?? 0),
        undefined,
      ),
    });
    await until(
      'the mark to follow',
      places,
      ({ word, mark }) => word !== null && Math.abs(word - (mark ?? 0)) < 12,
    );
  });

  test('leave a paragraph that the page writes anew, and come again with its new text', async () => {
    const page = await read();
    await browser.tifa.setSettings({ ruby: 'all' });
    await until(
      'readings',
      () => rubies(page),
      (count) => count > 100,
    );
    await page.page.evaluate(() => {
      (document.querySelector('#fifth') as HTMLElement).textContent = '灯还亮着，链长明天再来。';
    });
    const fifth = () =>
      page.page.evaluate(() => {
        const paragraph = document.querySelector('#fifth');
        return [paragraph?.textContent, paragraph?.querySelectorAll('tifa-ruby').length];
      });
    await until('readings of the new text', fifth, ([, count]) => count === 1);
    expect((await fifth())[0]).toBe('灯还亮着，链长明天再来。');
  });
});

describe('reading aloud', () => {
  /** Puts a browser's speech with these voices into the reader's own world; what it is given to speak is kept. */
  async function giveVoices(page: ReaderPage, voices: { lang: string; localService: boolean }[]) {
    const cdp = await page.page.context().newCDPSession(page.page);
    const worlds: number[] = [];
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension://')) worlds.push(context.id);
    });
    await cdp.send('Runtime.enable');
    const [contextId] = worlds;
    if (contextId === undefined) throw new Error('The reader has no world.');
    const run = async (expression: string) => {
      const { result } = await cdp.send('Runtime.evaluate', { expression, contextId, returnByValue: true });
      return result.value;
    };
    await run(`
      globalThis.said = [];
      globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
      Object.defineProperty(globalThis, 'speechSynthesis', { value: {
        getVoices: () => (${JSON.stringify(voices)}),
        speak: (utterance) => said.push(utterance),
        cancel: () => {},
      } });
      undefined;`);
    return {
      said: () => run(`said.map(({ text, lang }) => lang + ' ' + text)`) as Promise<string[]>,
      tell: (event: string) => run(`void said.at(-1).${event}`),
    };
  }
  /** How wide the marks over what is spoken are together, CSS pixels. */
  const spokenWidth = (page: ReaderPage) =>
    page.inRoot(
      (root) =>
        [...root.querySelectorAll('[data-part="spoken"] > *')].reduce(
          (sum, mark) => sum + mark.getBoundingClientRect().width,
          0,
        ),
      undefined,
    );

  test('speaks the word, its sentence, and the article on from it, and marks what is spoken', async () => {
    const page = await read();
    const before = await marks(page);
    const voice = await giveVoices(page, [
      { lang: 'zh-HK', localService: true },
      { lang: 'zh-TW', localService: true },
      { lang: 'zh-CN', localService: true },
    ]);
    await page.hover('链长制');
    await page.page.keyboard.press('v');
    expect(await voice.said()).toEqual(['zh-CN 链长制']);
    await page.page.keyboard.press('a');
    expect((await voice.said()).at(-1)).toBe('zh-CN 东岭区推行链长制之后，几位链长也成了夜话的常客。');
    const sentence = (await spokenWidth(page)) ?? 0;
    await voice.tell(`onboundary({ name: 'word', charIndex: 5, charLength: 3 })`);
    const word = (await spokenWidth(page)) ?? 0;
    expect(word).toBeGreaterThan(40);
    expect(word).toBeLessThan(sentence / 3);
    await voice.tell('onend()');
    expect((await voice.said()).at(-1)).toContain('他们带来双招双引的好消息');
    // What is marked in the page tells nothing of it.
    expect(await marks(page)).toEqual(before);
    await page.page.keyboard.press('Escape');
    expect(await spokenWidth(page)).toBe(0);
    await page.hover('链长制');
    await page.page.keyboard.press('t');
    expect((await voice.said()).at(-1)).toContain('几位链长也成了夜话的常客。');
    await page.page.keyboard.press('t');
    expect(await spokenWidth(page)).toBe(0);
  });

  test('without a Chinese voice of this machine the keys are the page’s', async () => {
    const page = await read();
    const voice = await giveVoices(page, [
      { lang: 'zh-CN', localService: false },
      { lang: 'en-US', localService: true },
    ]);
    await page.page.evaluate(() => {
      addEventListener('keydown', ({ key }) => {
        document.title += key;
      });
    });
    await page.hover('链长制');
    for (const key of ['v', 't', 'a']) await page.page.keyboard.press(key);
    expect(await page.page.title()).toMatch(/vta$/);
    expect(await voice.said()).toEqual([]);
  });
});
