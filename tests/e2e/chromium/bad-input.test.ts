import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { BUILT, Tifa } from '../chromium';
import { pageOf, readFixture } from '../site';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();

const isSaved = ({ entries }: { entries: { saved: boolean }[] }) => entries[0]?.saved === true;
const soon = (time = 600) => new Promise((resolve) => setTimeout(resolve, time));

afterEach(() => browser.tifa.reset());

describe('pages with nothing to read', () => {
  test.each(['/plain/english.html', '/plain/empty.html'])(
    '%s: commands do no harm and say nothing in the page',
    async (path) => {
      const page = await browser.tifa.open(path);
      const before = await page.texts();
      for (const command of ['toggle-script', 'save-term', 'toggle-script'])
        await browser.tifa.command(command);
      await soon();
      expect(await page.texts()).toEqual(before);
      expect((await page.card())?.state ?? 'closed').toBe('closed');
      expect(page.errors).toEqual([]);
    },
  );

  test('a page without an article is read where it is pointed at', async () => {
    const page = await browser.tifa.read('/plain/list.html');
    await page.hover('夜校');
    expect(page.errors).toEqual([]);
  });
});

describe('a page with a strict content security policy and Trusted Types', () => {
  const POLICY =
    "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'; sandbox allow-same-origin allow-scripts";

  test('is read, shown in another script, and saved from', async () => {
    browser.tifa.site.serve('/strict/', readFixture('article/index.html'), {
      'content-security-policy': POLICY,
    });
    const page = await browser.tifa.read('/strict/');
    const blocked: string[] = [];
    page.page.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML/.test(message.text())) blocked.push(message.text());
    });
    const card = await page.hover('链长制');
    // The card's own style stands in its root and is not the page's to forbid.
    expect(card.box.right - card.box.left).toBeGreaterThan(200);
    await page.clickPart('save');
    await page.waitForCard('the saved term', isSaved);
    await browser.tifa.command('toggle-script');
    await page.waitForText('雙向');
    await browser.tifa.command('toggle-script');
    await page.waitForText('双向');
    expect(blocked).toEqual([]);
  });
});

describe('a page that works against the card', () => {
  const text = '东岭区推行链长制之后，几位链长也成了夜话的常客，两代表一委员轮流值班。'.repeat(4);

  test('removes the word under the pointer: the card closes and the page works on', async () => {
    browser.tifa.site.serve(
      '/vanish/',
      pageOf([`<span id="gone">链长制</span>之后，夜话的常客多了。`, text]),
    );
    const page = await browser.tifa.read('/vanish/');
    await page.hover('链长制');
    await page.page.evaluate(() => document.getElementById('gone')?.remove());
    await page.waitForClosed();
    await page.hover('两代表一委员');
    expect(page.errors).toEqual([]);
  });

  test('removes it while the card is being used: saving saves it or says why not', async () => {
    browser.tifa.site.serve('/vanish2/', pageOf([`<span id="gone">照后减证</span>替她省下三趟路。`, text]));
    const page = await browser.tifa.read('/vanish2/');
    await page.hover('照后减证');
    await page.page.keyboard.press('p');
    await page.page.evaluate(() => document.getElementById('gone')?.parentElement?.remove());
    await page.page.keyboard.press('s');
    await soon();
    expect(page.errors).toEqual([]);
    await page.hover('链长制');
  });

  test('rewrites the paragraph under the pointer again and again', async () => {
    browser.tifa.site.serve('/rewrite/', pageOf([text, `<span id="live">链长制第0次</span>`]));
    const page = await browser.tifa.read('/rewrite/');
    await page.page.evaluate(() => {
      const live = document.getElementById('live');
      let count = 0;
      setInterval(() => {
        if (live) live.textContent = `链长制第${++count}次`;
      }, 500);
    });
    await page.hover('链长制', 0, '#live');
    await page.hover('两代表一委员');
    expect(page.errors).toEqual([]);
  });

  test('empties its whole body and fills it again: the new text is read', async () => {
    const page = await browser.tifa.read('/article/');
    await page.hover('链长制');
    await page.page.evaluate((paragraph) => {
      document.body.replaceChildren();
      const article = document.createElement('article');
      for (let count = 0; count < 3; count++) {
        const made = document.createElement('p');
        made.textContent = `营商环境好不好，企业说了算。${paragraph}`;
        article.append(made);
      }
      document.body.append(article);
    }, text);
    await page.hover('营商环境');
    expect(page.errors).toEqual([]);
  });

  test('takes our element out once: it comes back; again and again: Tifa stays away and says so in the popup', async () => {
    const page = await browser.tifa.read('/article/');
    await page.page.evaluate(() => document.querySelector('tifa-card')?.remove());
    await page.waitForReader();
    await page.hover('链长制');
    await page.page.evaluate(() => {
      new MutationObserver(() => document.querySelector('tifa-card')?.remove()).observe(
        document.documentElement,
        { childList: true },
      );
      document.querySelector('tifa-card')?.remove();
    });
    await soon();
    expect(await page.page.locator('tifa-card').count()).toBe(0);
    const popup = await browser.tifa.clickIcon(page);
    await until(
      'the popup to say so',
      () => popup.run(() => document.body.textContent ?? ''),
      (said) => /removing the card/.test(said),
    );
    await popup.run(() => window.close()).catch(() => undefined);
    await popup.detach();
    expect(page.errors).toEqual([]);
  });

  test('has broken the built-ins that we might use', async () => {
    browser.tifa.site.serve(
      '/broken/',
      pageOf([text]).replace(
        '<body>',
        '<body><script>Array.prototype.map = Array.prototype.filter = () => { throw new Error("broken"); }; Map.prototype.get = () => null; JSON.parse = () => null; customElements.define = () => { throw new Error("broken"); };</script>',
      ),
    );
    const page = await browser.tifa.open('/broken/');
    await page.page.waitForFunction('document.querySelector("tifa-card")');
    // Our own look at the page runs in the page's world, so it goes without the broken ones.
    await page.page.mouse.move(0, 0);
    const box = await page.page.evaluate(() => {
      const node = document.querySelector('p')?.firstChild;
      const range = document.createRange();
      if (!node) return { x: 0, y: 0 };
      range.setStart(node, 5);
      range.setEnd(node, 6);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.page.mouse.move(box.x, box.y, { steps: 3 });
    await until(
      'the card',
      () =>
        page.inRoot(
          (root) => root.querySelector<HTMLElement>('[data-part="card"]')?.dataset.state ?? '',
          undefined,
        ),
      (state) => state === 'open',
    );
  });
});

describe('texts at the edge', () => {
  test.each([
    ['rare characters beyond the basic plane', '𠮷祥村的𡃁仔们坐在石桥边，链长制讲了一晚上。'.repeat(6)],
    [
      'emoji, zero-width and combining characters',
      '👩‍🌾链长制\u200b来了🎉，干部\u00ad们面对面e\u0301坐着，夜话开到第三年。'.repeat(6),
    ],
    ['one paragraph of 100,000 characters', '东岭区推行链长制之后，几位链长也成了夜话的常客。'.repeat(4200)],
  ])('%s: read, converted, and given back exactly', async (_, text) => {
    browser.tifa.site.serve('/edge/', pageOf([text]));
    const page = await browser.tifa.read('/edge/');
    await page.hover('链长制');
    const texts = await page.texts();
    await page.page.bringToFront();
    await browser.tifa.command('toggle-script');
    await page.waitForText('鏈長制');
    await browser.tifa.command('toggle-script');
    await until(
      'the original',
      () => page.texts(),
      (now) => now.join('\n') === texts.join('\n'),
    );
  });

  test('a word that is hidden or in a password opens no card', async () => {
    browser.tifa.site.serve(
      '/hidden/',
      pageOf(['夜话开到第三年，居民和干部面对面坐着。'.repeat(5)], {
        extra: '<p style="opacity:0">链长制</p><input type="password" value="链长制">',
      }),
    );
    const page = await browser.tifa.read('/hidden/');
    await page.hover('居民');
    await page.page.locator('input').hover({ position: { x: 20, y: 12 } });
    await page.waitForClosed();
  });
});

test('a damaged term base is left out and the popup says so; words, script and saving go on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tifa-damaged-'));
  cpSync(BUILT, folder, { recursive: true });
  const file = join(folder, 'dict/entries.bin');
  const bytes = readFileSync(file);
  const place = bytes.indexOf('"headword":{"hans":"链长制"');
  expect(place).toBeGreaterThan(0);
  bytes.fill(0, place, place + 2000);
  writeFileSync(file, bytes);
  const tifa = await Tifa.launch({ extension: folder });
  try {
    const page = await tifa.read('/article/');
    const card = await page.hover('居民');
    expect(card.entries[0]?.headword).toBe('居民');
    const popup = await tifa.clickIcon(page);
    await until(
      'the popup to say so',
      () => popup.run(() => document.querySelector('[data-part="terms-broken"]')?.textContent ?? ''),
      (said) => /damaged/.test(said),
    );
    await popup.run(() => window.close()).catch(() => undefined);
    await popup.detach();
    await page.hover('居民');
    await page.clickPart('save');
    await page.waitForCard('the saved term', isSaved);
    await page.page.bringToFront();
    await tifa.command('toggle-script');
    await page.waitForText('雙向');
    expect(page.errors).toEqual([]);
  } finally {
    await tifa.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
