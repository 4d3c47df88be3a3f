import { afterEach, describe, expect, test } from 'vitest';
import type { ReaderPage } from '../reader-page';
import { LISTED, pageOf, UNLISTED } from '../site';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();

const isRead = (page: ReaderPage) =>
  page.page
    .locator('tifa-card')
    .count()
    .then((count) => count > 0);
const soon = () => new Promise((resolve) => setTimeout(resolve, 1000));

afterEach(() => browser.tifa.reset());

describe('the reader starts by itself', () => {
  test.each([LISTED, 'www.gmw.cn', 'mp.weixin.qq.com', 'www.cna.com.tw'])(
    'on %s, which is listed',
    async (host) => {
      await browser.tifa.read('/article/', host);
    },
  );

  test('where a script brings the article in late', async () => {
    browser.tifa.site.serve(
      '/late/',
      `<!doctype html><meta charset="utf-8"><title>夜话</title><main></main><script>
        setTimeout(() => { document.querySelector('main').innerHTML = '<article><h1>石桥夜话</h1><p>${'居民和干部面对面坐着，链长制讲了一晚上。'.repeat(8)}</p></article>'; }, 700);
      </script>`,
    );
    const page = await browser.tifa.read('/late/');
    await page.hover('链长制');
  });
});

describe('the reader does not start by itself', () => {
  test('on a site of no list', async () => {
    const page = await browser.tifa.open('/article/', UNLISTED);
    await soon();
    expect(await isRead(page)).toBe(false);
  });

  test('on a site that only looks like a listed one', async () => {
    const page = await browser.tifa.open('/article/', 'people.com.cn.example');
    await soon();
    expect(await isRead(page)).toBe(false);
  });

  test.each(['/plain/english.html', '/plain/empty.html'])('on %s, which has no Chinese', async (path) => {
    const page = await browser.tifa.open(path);
    await soon();
    expect(await isRead(page)).toBe(false);
  });

  test('on a Japanese page', async () => {
    browser.tifa.site.serve(
      '/japanese/',
      pageOf([
        '石橋のそばに毎週水曜日、灯りがともります。町の人々と職員が向かい合って座り、話し合いを続けています。'.repeat(
          4,
        ),
      ]),
    );
    const page = await browser.tifa.open('/japanese/');
    await soon();
    expect(await isRead(page)).toBe(false);
  });
});

test('toggle-reader switches the site off and on', async () => {
  const page = await browser.tifa.read('/article/');
  await browser.tifa.command('toggle-reader');
  await until(
    'the reader to go',
    () => isRead(page),
    (read) => !read,
  );
  await browser.tifa.command('toggle-reader');
  await page.waitForReader();
  await page.hover('链长制');
});

test('a click on the icon reads a page of no list, and grants nothing for the next one', async () => {
  const page = await browser.tifa.open('/article/', UNLISTED);
  const popup = await browser.tifa.clickIcon(page);
  await page.waitForReader();
  await popup.run(() => window.close()).catch(() => undefined);
  await popup.detach();
  const next = await browser.tifa.open('/article/', 'other.example');
  await soon();
  expect(await isRead(next)).toBe(false);
});
