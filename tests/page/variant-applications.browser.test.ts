import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import './in-page';
import { bundle, launch, show } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser.close());

it.each(['React', 'Vue'] as const)(
  'follows a %s application that draws itself anew, and it never notices',
  async (of) => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => /error|warning/.test(message.type()) && errors.push(message.text()));
    await show(page, await bundle('utils/page/variant-text', `tests/page/${of.toLowerCase()}-page`), '');
    const seen = await page.evaluate(async (name) => {
      const { VariantText } = window.tifa;
      const start = name === 'React' ? window.tifa.startReact : window.tifa.startVue;
      const change = name === 'React' ? window.tifa.changeReact : window.tifa.changeVue;
      const pairs: Record<string, string> = {
        县: '縣',
        会: '會',
        强: '強',
        调: '調',
        农: '農',
        业: '業',
        发: '發',
        闻: '聞',
        桥: '橋',
      };
      const html = () => document.querySelector('main')?.innerHTML;
      const wait = () => new Promise((done) => setTimeout(done, 250));
      start({ county: '青石县', items: ['石桥', '农业'], bold: false });
      const variants = new VariantText(document, async (texts) =>
        texts.map((text) => Array.from(text, (character) => pairs[character] ?? character).join('')),
      );
      await variants.show('tw');
      const shown = [html()];
      change({ county: '新县', items: ['农业', '大会', '石桥'], bold: true });
      await wait();
      shown.push(html());
      change({ county: '新县', items: ['大会'], bold: false });
      await wait();
      shown.push(html());
      await variants.restore();
      shown.push(html());
      change({ county: '青石县', items: [], bold: true });
      await wait();
      shown.push(html());
      return shown;
    }, of);
    expect(seen).toEqual([
      '<h1 title="青石縣">青石縣要聞</h1><p>大會強調，青石縣農業發展</p><ul><li>石橋</li><li>農業</li></ul>',
      '<h1 title="新縣">新縣要聞</h1><p><b>大會</b>強調，新縣農業發展</p><ul><li>農業</li><li>大會</li><li>石橋</li></ul>',
      '<h1 title="新縣">新縣要聞</h1><p>大會強調，新縣農業發展</p><ul><li>大會</li></ul>',
      '<h1 title="新县">新县要闻</h1><p>大会强调，新县农业发展</p><ul><li>大会</li></ul>',
      '<h1 title="青石县">青石县要闻</h1><p><b>大会</b>强调，青石县农业发展</p><ul></ul>',
    ]);
    expect(errors).toEqual([]);
  },
);
