import { describe, expect, test } from 'vitest';
import type { ReaderPage } from '../reader-page';
import { pageOf } from '../site';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();

const html = (page: ReaderPage) => page.page.evaluate(() => document.body.outerHTML);

async function waitForTexts(page: ReaderPage, expected: string[]): Promise<void> {
  await until(
    'the texts',
    () => page.texts(),
    (texts) => texts.join('\n') === expected.join('\n'),
  );
}

describe('the script of a page', () => {
  test.each(['/front-page/', '/article/'])('goes to Taiwan’s and back exactly on %s', async (path) => {
    const page = await browser.tifa.read(path);
    const texts = await page.texts();
    const before = await html(page);
    await browser.tifa.command('toggle-script');
    await page.waitForText('雙向奔赴');
    const shown = (await page.texts()).join('');
    expect(shown).toContain('鏈長制');
    expect(shown).not.toMatch(/[链链长发证务办区们]/);
    await browser.tifa.command('toggle-script');
    await waitForTexts(page, texts);
    expect(await html(page)).toBe(before);
    await page.close();
  });

  test('is chosen by context: 以后 and 王后, 头发 and 发展, 干净 and 干部, 面条 and 面对', async () => {
    browser.tifa.site.serve(
      '/context/',
      pageOf([
        '以后有空来坐坐，王后的故事下次再讲；理发店里剪头发，老街的发展看得见。',
        '碗擦得干净，干部坐得住；面条端上桌，居民和干部面对面。跑一里路，在车里说话。',
      ]),
    );
    const page = await browser.tifa.read('/context/');
    await browser.tifa.command('toggle-script');
    for (const phrase of [
      '以後',
      '王后',
      '理髮店',
      '頭髮',
      '發展',
      '乾淨',
      '幹部',
      '麵條',
      '面對面',
      '一里路',
      '車裡',
    ])
      await page.waitForText(phrase);
    await page.close();
  });

  test.each([
    ['tw', '裡'],
    ['hk', '裏'],
  ])('%s writes %s', async (script, character) => {
    browser.tifa.site.serve(
      '/form/',
      pageOf(['居民坐在院子里说话，干部坐在车里记录，灯亮在老街里。'.repeat(3)]),
    );
    await browser.tifa.setSettings({ script });
    const page = await browser.tifa.read('/form/');
    await page.waitForText(`院子${character}`);
    await page.close();
    await browser.tifa.setSettings({});
  });

  test('of a traditional page goes to simplified and back exactly', async () => {
    browser.tifa.site.serve(
      '/hant/',
      pageOf(['石橋邊的燈還亮著，鎮上的幹部合上本子，準備明天一早去縣裡開會。'.repeat(3)]),
    );
    const page = await browser.tifa.read('/hant/');
    const texts = await page.texts();
    await browser.tifa.command('toggle-script');
    await page.waitForText('石桥边的灯还亮着');
    await browser.tifa.command('toggle-script');
    await waitForTexts(page, texts);
    await page.close();
  });

  test('chosen in the settings is that in which pages open, and the change reaches an open page', async () => {
    const page = await browser.tifa.read('/article/');
    await browser.tifa.setSettings({ script: 'tw' });
    await page.waitForText('雙向');
    const second = await browser.tifa.read('/article/');
    await second.waitForText('雙向');
    await browser.tifa.setSettings({ script: 'source' });
    await page.waitForText('双向');
    await second.waitForText('双向');
    await browser.tifa.setSettings({});
    await page.close();
    await second.close();
  });

  test('changes what the page adds later, and gives back what the page itself wrote meanwhile', async () => {
    const page = await browser.tifa.read('/article/');
    await browser.tifa.command('toggle-script');
    await page.waitForText('雙向');
    await page.page.evaluate(() => {
      const added = document.createElement('p');
      added.textContent = '夜话还在继续，链长也来了。';
      document.querySelector('article')?.append(added);
      const third = document.querySelector('#third')?.firstChild as Text;
      third.data = '这一段由网页改写，讲的是发展。';
    });
    await page.waitForText('夜話還在繼續');
    await page.waitForText('這一段由網頁改寫');
    await browser.tifa.command('toggle-script');
    await page.waitForText('夜话还在继续，链长也来了。');
    await page.waitForText('这一段由网页改写，讲的是发展。');
    await page.close();
  });

  test('leaves fields, code and the page’s own marking alone', async () => {
    browser.tifa.site.serve(
      '/alone/',
      pageOf(['东岭区推行链长制之后，几位链长也成了夜话的常客。'.repeat(4)], {
        extra:
          '<textarea>东岭区链长</textarea><pre><code>链长</code></pre><script>window.word = "链长";</script>',
      }),
    );
    const page = await browser.tifa.read('/alone/');
    await browser.tifa.command('toggle-script');
    await page.waitForText('鏈長制');
    expect(await page.page.locator('textarea').inputValue()).toBe('东岭区链长');
    expect(await page.page.locator('code').textContent()).toBe('链长');
    await page.close();
  });

  test('does not change what the card shows or finds: hovering works on the converted page', async () => {
    const page = await browser.tifa.read('/article/');
    await browser.tifa.command('toggle-script');
    await page.waitForText('雙向');
    await page.point('鏈長制');
    await page.waitForCard('the phrase', ({ entries }) =>
      /^(链长制|鏈長制)$/.test(entries[0]?.headword ?? ''),
    );
    await page.close();
  });
});

describe('copying', () => {
  const paste = async (page: ReaderPage) => {
    const field = await page.page.evaluateHandle(() => {
      const made = document.createElement('textarea');
      document.body.append(made);
      made.focus();
      return made;
    });
    await page.page.keyboard.press('Control+V');
    return field.evaluate((made) => made.value);
  };

  test('by the context menu gives the original with its source', async () => {
    const page = await browser.tifa.read('/article/');
    await browser.tifa.command('toggle-script');
    await page.waitForText('雙向');
    await page.select('石橋夜話', 0, '#first');
    await browser.tifa.menu('copy-with-source', '石橋夜話');
    await until(
      'the copy',
      () => page.card(),
      (card) => card?.aside.includes('石桥夜话') ?? false,
    );
    const text = await paste(page);
    expect(text).toContain('石桥夜话');
    expect(text).toContain('一盏灯照亮一条街');
    expect(text).toContain('2026');
    expect(text).toContain('http://paper.people.com.cn/article/');
    expect(text).not.toContain('石橋');
    await page.close();
  });

  test('from a converted page says once that the script was changed, and from the original says nothing', async () => {
    const page = await browser.tifa.read('/article/');
    const asides = async () => {
      await page.page.evaluate(() => {
        const text = document.querySelector('#fifth')?.firstChild;
        if (text) getSelection()?.setBaseAndExtent(text, 0, text, 4);
      });
      await page.page.keyboard.press('Control+C');
      await new Promise((resolve) => setTimeout(resolve, 300));
      return (await page.card())?.aside ?? '';
    };
    expect(await asides()).toBe('');
    await browser.tifa.command('toggle-script');
    await page.waitForText('雙向');
    expect(await asides()).toContain('changed script');
    await until(
      'the sentence to go',
      () => page.card(),
      (card) => card?.aside === '',
      12_000,
    );
    expect(await asides()).toBe('');
    await page.close();
  });
});
