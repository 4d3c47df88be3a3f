import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Target } from '@/utils/page/variant-text';
import './in-page';
import { bundle, launch, show } from './browser';

/** Knows a few characters, and the word 头发, which only the text around decides. */
const FAKE_CONVERTER = `
const PAIRS = { 县: '縣', 发: '發', 会: '會', 强: '強', 调: '調', 头: '頭', 农: '農', 业: '業', 长: '長', 乡: '鄉' };
window.asked = [];
window.convert = async (texts, target) => {
  window.asked.push(...texts);
  const back = Object.fromEntries(Object.entries(PAIRS).map(([hans, hant]) => [hant, hans]));
  return texts.map((text) =>
    target === 'cn'
      ? [...text.replaceAll('頭髮', '头发')].map((c) => back[c] ?? c).join('')
      : [...text.replaceAll('头发', '頭髮')].map((c) => PAIRS[c] ?? c).join(''));
};`;

let browser: Browser;
let context: BrowserContext;
let page: Page;
let script: string;

beforeAll(async () => {
  script = `${FAKE_CONVERTER}\n${await bundle('utils/page/variant-text')}`;
  browser = await launch();
  context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  page = await context.newPage();
}, 60_000);
afterAll(() => browser.close());

/** Opens a page and makes the object under test. */
async function open(html: string, lang?: string): Promise<void> {
  await show(page, script, html, lang);
  await page.evaluate(() => {
    window.variants = new window.tifa.VariantText(document, window.convert);
  });
}
const convert = (target: Target = 'tw') => page.evaluate((to) => window.variants.show(to), target);
const restore = () => page.evaluate(() => window.variants.restore());
const html = () =>
  page.evaluate(() => document.body.querySelector('main')?.innerHTML ?? document.body.innerHTML);
/** Lets the watcher see what the page has done, and follow it. */
const settle = () => page.waitForTimeout(250);

describe('what is converted', () => {
  test.each<[what: string, before: string, after: string]>([
    ['plain text', '<p>青石县农业发展</p>', '<p>青石縣農業發展</p>'],
    ['a word over inline elements', '<p><b>头</b><i>发</i>长</p>', '<p><b>頭</b><i>髮</i>長</p>'],
    [
      'no word over a cell',
      '<table><tbody><tr><td>头</td><td>发</td></tr></tbody></table>',
      '<table><tbody><tr><td>頭</td><td>發</td></tr></tbody></table>',
    ],
    ['no word over a line break', '<p>头<br>发</p>', '<p>頭<br>發</p>'],
    ['a word over a line feed in the source', '<p>头\n  发</p>', '<p>頭\n  髮</p>'],
    ['white space stays as it is', '<p> 县\n\t 会  </p>', '<p> 縣\n\t 會  </p>'],
    [
      'ruby without its annotation',
      '<p><ruby>头<rt>头</rt>发<rt>发</rt></ruby></p>',
      '<p><ruby>頭<rt>头</rt>髮<rt>发</rt></ruby></p>',
    ],
    [
      'text that is hidden now',
      '<p hidden="">县</p><p style="display:none">会</p>',
      '<p hidden="">縣</p><p style="display:none">會</p>',
    ],
    [
      'attributes that are read',
      '<p title="县"><img alt="会" src="data:,"><input placeholder="乡" value="乡"></p>',
      '<p title="縣"><img alt="會" src="data:,"><input placeholder="鄉" value="乡"></p>',
    ],
    ['labels for the blind', '<button aria-label="发">x</button>', '<button aria-label="發">x</button>'],
    [
      'no other attributes',
      '<a href="/县" data-name="会" class="乡">x</a>',
      '<a href="/县" data-name="会" class="乡">x</a>',
    ],
    [
      'no code',
      '<p>县<code>县</code><kbd>县</kbd><samp>县</samp></p><pre>var 县 = f(); // x</pre>',
      '<p>縣<code>县</code><kbd>县</kbd><samp>县</samp></p><pre>var 县 = f(); // x</pre>',
    ],
    ['prose in a pre', '<pre>青石县农业发展\n大会强调</pre>', '<pre>青石縣農業發展\n大會強調</pre>'],
    [
      'no text that is being edited',
      '<div contenteditable="">县<b>会</b></div><div role="textbox">县</div><textarea>县</textarea>',
      '<div contenteditable="">县<b>会</b></div><div role="textbox">县</div><textarea>县</textarea>',
    ],
    [
      'a placeholder of a text box',
      '<textarea placeholder="县">县</textarea>',
      '<textarea placeholder="縣">县</textarea>',
    ],
    [
      'options that have a value of their own',
      '<select><option value="1">县</option><option>县</option></select>',
      '<select><option value="1">縣</option><option>县</option></select>',
    ],
    [
      'nothing that asks not to be translated',
      '<p translate="no">县</p><p class="notranslate">县</p>',
      '<p translate="no">县</p><p class="notranslate">县</p>',
    ],
    [
      'no Japanese or Korean by its language',
      '<p>县<span lang="ja">会</span></p><p lang="ko">会</p>',
      '<p>縣<span lang="ja">会</span></p><p lang="ko">会</p>',
    ],
    ['no Japanese by its letters', '<p>国会は強い県をめざす</p>', '<p>国会は強い県をめざす</p>'],
    [
      'Chinese within Japanese',
      '<div lang="ja">会<p lang="zh-CN">会</p></div>',
      '<div lang="ja">会<p lang="zh-CN">會</p></div>',
    ],
    [
      'no part that is in that script already',
      '<p lang="zh-TW">里長</p><p>县</p>',
      '<p lang="zh-TW">里長</p><p>縣</p>',
    ],
    ['text in a picture', '<svg><text>县</text></svg>', '<svg><text>縣</text></svg>'],
    ['no formula', '<math><mi>会</mi></math>', '<math><mi>会</mi></math>'],
    ['characters of two units', '<p>𠮷县😀会</p>', '<p>𠮷縣😀會</p>'],
    [
      'no scripts and styles',
      '<script>var 县</script><style>.县{}</style><p>县</p>',
      '<script>var 县</script><style>.县{}</style><p>縣</p>',
    ],
  ])('%s', async (_, before, after) => {
    await open(`<main>${before}</main>`);
    const source = await html();
    await convert();
    expect(await html()).toBe(after);
    await restore();
    expect(await html()).toBe(source);
  });

  it('converts open shadow roots', async () => {
    await open('<div id="host"></div>');
    await page.evaluate(() => {
      const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
      if (root) root.innerHTML = '<p title="县">青石县</p>';
    });
    const inside = () => page.evaluate(() => document.querySelector('#host')?.shadowRoot?.innerHTML);
    await convert();
    expect(await inside()).toBe('<p title="縣">青石縣</p>');
    await page.evaluate(() =>
      document.querySelector('#host')?.shadowRoot?.querySelector('p')?.append('农业'),
    );
    await settle();
    expect(await inside()).toBe('<p title="縣">青石縣農業</p>');
    await restore();
    expect(await inside()).toBe('<p title="县">青石县农业</p>');
  });

  it('converts the title and states the language, and gives both back', async () => {
    await open('<p>县</p>');
    await page.evaluate(() => {
      document.title = '青石县';
    });
    const stated = () => page.evaluate(() => [document.title, document.documentElement.getAttribute('lang')]);
    await convert('hk');
    expect(await stated()).toEqual(['青石縣', 'zh-HK']);
    await convert('t');
    expect(await stated()).toEqual(['青石縣', 'zh-Hant']);
    await restore();
    expect(await stated()).toEqual(['青石县', 'zh-CN']);
  });

  it('takes a language away again that the page never stated', async () => {
    await open('<p>县</p>', '');
    await convert();
    await restore();
    expect(await page.evaluate(() => document.documentElement.hasAttribute('lang'))).toBe(false);
  });

  it('goes from one script to another from the source', async () => {
    await open('<p>头发</p>');
    await convert('tw');
    await convert('cn');
    expect(await html()).toBe('<p>头发</p>');
    await convert('hk');
    expect(await html()).toBe('<p>頭髮</p>');
    expect(new Set(await page.evaluate(() => window.asked))).toEqual(new Set(['头发', '试页']));
  });

  it('keeps the source for whoever asks', async () => {
    await open('<p>青石县</p>');
    await convert();
    const source = await page.evaluate(() =>
      window.variants.sourceOf(document.querySelector('p')?.firstChild as Text),
    );
    expect(source).toBe('青石县');
  });

  it('hands over long texts in portions and puts them together', async () => {
    await open('<p></p>');
    await page.evaluate(() => {
      const p = document.querySelector('p');
      if (p) p.textContent = '青石县发展农业，'.repeat(4000);
    });
    await convert();
    expect(
      await page.evaluate(() => document.querySelector('p')?.textContent === '青石縣發展農業，'.repeat(4000)),
    ).toBe(true);
    expect(
      await page.evaluate(() => Math.max(...window.asked.map((text) => text.length))),
    ).toBeLessThanOrEqual(5000);
  });

  it('rejects a converter that changes a length, and leaves the text', async () => {
    await open('<p>青石县</p>');
    const error = await page.evaluate(async () => {
      const wrong = new window.tifa.VariantText(document, async (texts) => texts.map((text) => `${text}！`));
      return wrong.show('tw').catch((reason: Error) => `${reason.name}: ${reason.message}`);
    });
    expect(error).toMatch(/^RangeError: A text of [23] UTF-16 units was converted to one of [34]\.$/);
    expect(await html()).toBe('<p>青石县</p>');
  });
});

describe('what the reader does', () => {
  it('two toggles in a row: the last one holds', async () => {
    await open('<p>青石县</p>');
    await page.evaluate(() =>
      Promise.all([window.variants.show('tw'), window.variants.restore(), window.variants.show('hk')]),
    );
    expect(await html()).toBe('<p>青石縣</p>');
    await page.evaluate(() => Promise.all([window.variants.show('tw'), window.variants.restore()]));
    expect(await html()).toBe('<p>青石县</p>');
  });

  it('keeps the selection on the same characters, also backwards and over nodes', async () => {
    await open('<p>青石县<b>农业</b>发展</p><p>大会强调</p>');
    const selected = await page.evaluate(async () => {
      const [first, second] = document.querySelectorAll('p');
      getSelection()?.setBaseAndExtent(second?.firstChild as Text, 2, first?.firstChild as Text, 1);
      let changes = 0;
      document.addEventListener('selectionchange', () => changes++);
      await window.variants.show('tw');
      const selection = getSelection();
      return [
        selection?.anchorNode?.textContent,
        selection?.anchorOffset,
        selection?.focusNode?.textContent,
        selection?.focusOffset,
      ];
    });
    expect(selected).toEqual(['大會強調', 2, '青石縣', 1]);
  });

  it('keeps the caret in a text box and the place on the page', async () => {
    await open(
      `<input value="农业"><div style="height:3000px">县</div><p>会</p><div style="height:3000px">乡</div>`,
    );
    const kept = await page.evaluate(async () => {
      const input = document.querySelector('input');
      input?.focus();
      input?.setSelectionRange(1, 2);
      scrollTo(0, 2500);
      await window.variants.show('tw');
      return [document.activeElement === input, input?.selectionStart, input?.selectionEnd, scrollY];
    });
    expect(kept).toEqual([true, 1, 2, 2500]);
  });

  it('gives everything back at once when it is taken away', async () => {
    await open('<p title="县">青石县</p>');
    await convert();
    await page.evaluate(() => window.variants.dispose());
    expect(await html()).toBe('<p title="县">青石县</p>');
    await page.evaluate(() => document.querySelector('p')?.append('发'));
    await settle();
    expect(await html()).toBe('<p title="县">青石县发</p>');
  });

  it('shows what is on screen first', async () => {
    await open(`${'<p>青石县农业发展大会</p>'.repeat(3000)}`);
    const first = await page.evaluate(async () => {
      scrollTo(0, document.documentElement.scrollHeight / 2);
      await new Promise((done) => setTimeout(done, 100));
      const seen: boolean[] = [];
      const middle = document.elementFromPoint(100, 350);
      new MutationObserver(() => {
        if (seen.length === 0) seen.push(middle?.textContent?.includes('縣') ?? false);
      }).observe(document.body, { characterData: true, subtree: true });
      await window.variants.show('tw');
      return seen;
    });
    expect(first).toEqual([true]);
  });
});

describe('what the page does meanwhile', () => {
  test.each<[what: string, html: string, js: string, shown: string, given: string]>([
    [
      'adds a paragraph',
      '<p>县</p>',
      'main.insertAdjacentHTML("beforeend", "<p>会</p>")',
      '<p>縣</p><p>會</p>',
      '<p>县</p><p>会</p>',
    ],
    ['writes a text anew', '<p>旧县</p>', 'p.firstChild.data = "新乡"', '<p>新鄉</p>', '<p>新乡</p>'],
    ['sets the content', '<p>旧县</p>', 'p.textContent = "新乡"', '<p>新鄉</p>', '<p>新乡</p>'],
    ['adds to a text', '<p>头</p>', 'p.firstChild.appendData("发")', '<p>頭髮</p>', '<p>头发</p>'],
    [
      'adds an element to a word',
      '<p>头</p>',
      'p.insertAdjacentHTML("beforeend", "<b>发</b>")',
      '<p>頭<b>髮</b></p>',
      '<p>头<b>发</b></p>',
    ],
    [
      'takes a part of a text away',
      '<p>青石县农业</p>',
      'p.firstChild.deleteData(0, 2)',
      '<p>縣農業</p>',
      '<p>县农业</p>',
    ],
    ['puts in before', '<p>县</p>', 'p.firstChild.insertData(0, "乡")', '<p>鄉縣</p>', '<p>乡县</p>'],
    [
      'splits a text',
      '<p>青石县农业</p>',
      'p.firstChild.splitText(3)',
      '<p>青石縣農業</p>',
      '<p>青石县农业</p>',
    ],
    [
      'joins texts',
      '<p>青石县<!---->农业</p>',
      'p.childNodes[1].remove(); p.normalize()',
      '<p>青石縣農業</p>',
      '<p>青石县农业</p>',
    ],
    [
      'wraps a word',
      '<p>青石县农业</p>',
      'const r = document.createRange(); r.setStart(p.firstChild, 2); r.setEnd(p.firstChild, 4); r.surroundContents(document.createElement("mark"))',
      '<p>青石<mark>縣農</mark>業</p>',
      '<p>青石<mark>县农</mark>业</p>',
    ],
    [
      'moves a paragraph',
      '<p>县</p><div></div>',
      'main.querySelector("div").append(p)',
      '<div><p>縣</p></div>',
      '<div><p>县</p></div>',
    ],
    ['clones one', '<p>县</p>', 'main.append(p.cloneNode(true))', '<p>縣</p><p>縣</p>', '<p>县</p><p>县</p>'],
    [
      'writes its own HTML again',
      '<p>县</p>',
      'main.innerHTML += "<p>会</p>"',
      '<p>縣</p><p>會</p>',
      '<p>县</p><p>会</p>',
    ],
    ['adds an attribute', '<p>县</p>', 'p.title = "会"', '<p title="會">縣</p>', '<p title="会">县</p>'],
    [
      'changes an attribute',
      '<p title="县">x</p>',
      'p.title = "会"',
      '<p title="會">x</p>',
      '<p title="会">x</p>',
    ],
    ['takes an attribute away', '<p title="县">x</p>', 'p.removeAttribute("title")', '<p>x</p>', '<p>x</p>'],
    [
      'makes a text editable',
      '<p title="会">县</p>',
      'p.contentEditable = "true"',
      '<p title="會" contenteditable="true">县</p>',
      '<p title="会" contenteditable="true">县</p>',
    ],
    ['empties a text', '<p>县</p>', 'p.firstChild.data = ""', '<p></p>', '<p></p>'],
  ])('%s', async (_, before, js, shown, given) => {
    await open(`<main>${before}</main>`);
    await convert();
    await page.evaluate(
      `{ const main = document.querySelector('main'); const p = main.querySelector('p'); ${js} }`,
    );
    await settle();
    expect(await html()).toBe(shown);
    await restore();
    expect(await html()).toBe(given);
  });

  it('gives back what the page wrote a moment before', async () => {
    await open('<p>县</p><p>会</p>');
    await convert();
    await page.evaluate(() => {
      const [first, second] = Array.from(document.querySelectorAll('p'), (p) => p.firstChild as Text);
      first?.appendData('乡');
      if (second) second.data = '农业';
      return window.variants.restore();
    });
    expect(await html()).toBe('<p>县乡</p><p>农业</p>');
  });

  it('a part that the page takes out comes back with its own text', async () => {
    await open('<p>县</p>');
    await convert();
    const out = await page.evaluate(async () => {
      const p = document.querySelector('p') as Element;
      p.remove();
      await new Promise((done) => setTimeout(done, 50));
      const alone = p.textContent;
      document.body.append(p);
      await new Promise((done) => setTimeout(done, 200));
      return [alone, p.textContent];
    });
    expect(out).toEqual(['县', '縣']);
  });

  it('does not fight for ever with a page that writes back', async () => {
    await open('<p>县</p>');
    await page.evaluate(() => {
      const p = document.querySelector('p') as Element;
      Object.assign(window, { written: 0 });
      new MutationObserver(() => {
        if (p.textContent === '县') return;
        (window as unknown as { written: number }).written++;
        p.textContent = '县';
      }).observe(p, { childList: true, characterData: true, subtree: true });
    });
    await convert();
    await page.waitForTimeout(1500);
    expect(await page.evaluate(() => (window as unknown as { written: number }).written)).toBeLessThan(12);
  });

  it('writes nothing where numbers tick', async () => {
    await open('<p>阅读<span>1</span>次</p>');
    await convert();
    const written = await page.evaluate(async () => {
      let count = 0;
      const span = document.querySelector('span') as Element;
      new MutationObserver((records) => {
        count += records.length;
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
      for (let number = 2; number < 30; number++) (span.firstChild as Text).data = String(number);
      await new Promise((done) => setTimeout(done, 200));
      return count;
    });
    expect(written).toBe(28);
  });

  it('misses nothing where the page takes out what is being read', async () => {
    await open('');
    const left = await page.evaluate(async () => {
      document.body.innerHTML = Array.from(
        { length: 60 },
        () => `<section>${'<p>青石县农业发展</p>'.repeat(100)}</section>`,
      ).join('');
      let calls = 0;
      const variants = new window.tifa.VariantText(document, async (texts) => {
        // The first call is for what is on screen; at the second one reading has come to about the middle.
        if (++calls === 2)
          for (const section of [...document.querySelectorAll('section')].slice(10, 45)) section.remove();
        return texts.map((text) => text.replaceAll('县', '縣'));
      });
      await variants.show('tw');
      return document.body.textContent?.includes('县');
    });
    expect(left).toBe(false);
  });

  it('takes frames of the same origin along, also what they load later', async () => {
    await open('<iframe srcdoc="<p>青石县</p>"></iframe>');
    await page.waitForTimeout(200);
    const inside = () =>
      page.evaluate(() => document.querySelector('iframe')?.contentDocument?.body.innerHTML);
    await convert();
    await settle();
    expect(await inside()).toBe('<p>青石縣</p>');
    await page.evaluate(() => {
      const frame = document.querySelector('iframe');
      if (frame) frame.srcdoc = '<p>大会</p>';
    });
    await page.waitForTimeout(500);
    expect(await inside()).toBe('<p>大會</p>');
    await restore();
    expect(await inside()).toBe('<p>大会</p>');
  });

  it('converts what comes while the page is still being converted', async () => {
    await open('<p>青石县</p>');
    await page.evaluate(() => {
      const shown = window.variants.show('tw');
      document.body.insertAdjacentHTML('beforeend', '<p>大会</p>');
      return shown;
    });
    await settle();
    expect(await html()).toBe('<p>青石縣</p><p>大會</p>');
  });

  it('converts a document while it is being written', async () => {
    await open('');
    await page.evaluate(async () => {
      document.open();
      document.write('<p>青石');
      const variants = new window.tifa.VariantText(document, window.convert);
      const shown = variants.show('tw');
      for (const piece of ['县', '农业</p><p>大', '会</p>']) {
        await new Promise((done) => setTimeout(done, 30));
        document.write(piece);
      }
      document.close();
      await shown;
      await new Promise((done) => setTimeout(done, 200));
      window.variants = variants;
    });
    expect(await html()).toBe('<p>青石縣農業</p><p>大會</p>');
    await restore();
    expect(await html()).toBe('<p>青石县农业</p><p>大会</p>');
  });
});
