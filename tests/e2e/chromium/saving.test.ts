import { describe, expect, test } from 'vitest';
import { removeTerm, savedTerms } from '../glossary-page';
import { pageOf } from '../site';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();

const isSaved = ({ entries }: { entries: { saved: boolean }[] }) => entries[0]?.saved === true;

/** Every record of the glossary as its lossless export gives it. */
const records = () => savedTerms(browser.tifa);

describe('save-term', () => {
  test('saves the card’s first entry with its sentence and source', async () => {
    const page = await browser.tifa.read('/article/');
    await page.hover('照后减证');
    await browser.tifa.command('save-term');
    await page.waitForCard('the saved term', isSaved);
    const record = (await records()).find(({ headword }) => headword === '照后减证');
    expect(record).toMatchObject({ reading: 'zhao4 hou4 jian3 zheng4', hant: '照後減證' });
    const [met] = record?.occurrences ?? [];
    expect(met).toMatchObject({
      headline: '一盏灯照亮一条街',
      paper: '澄川日报',
      date: '2026-03-20',
      url: 'http://paper.people.com.cn/article/',
    });
    expect(met?.sentence).toContain('开面馆的老板娘');
    expect(met?.sentence.slice(met.from, met.to)).toBe('照后减证');
    expect(Date.now() - Date.parse(met?.readAt ?? '')).toBeLessThan(60_000);
    await page.close();
  });

  test('saves the selection where there is one', async () => {
    const page = await browser.tifa.read('/article/');
    await page.select('审批服务窗口', 0, '#second');
    await browser.tifa.command('save-term');
    await page.waitForCard(
      'the saved selection',
      (card) => card.entries[0]?.headword === '审批服务窗口' && isSaved(card),
    );
    expect((await records()).map(({ headword }) => headword)).toContain('审批服务窗口');
    await page.close();
  });

  test('saves the selection from the context menu', async () => {
    const page = await browser.tifa.read('/article/');
    await page.select('群众扫一扫', 0, '#fourth');
    await browser.tifa.menu('save-term', '群众扫一扫');
    await page.waitForCard(
      'the saved selection',
      (card) => card.entries[0]?.headword === '群众扫一扫' && isSaved(card),
    );
    await page.close();
  });

  test('saves a term met again as one record with two occurrences', async () => {
    const page = await browser.tifa.read('/front-page/');
    await page.hover('链长制');
    await page.clickPart('save');
    await page.waitForCard('the saved term', isSaved);
    await page.close();
    const other = await browser.tifa.read('/article/');
    await other.hover('链长制');
    await browser.tifa.command('save-term');
    await until('two occurrences', records, (all) =>
      all.some(({ headword, occurrences }) => headword === '链长制' && occurrences.length === 2),
    );
    expect((await records()).filter(({ headword }) => headword === '链长制')).toHaveLength(1);
    await other.close();
  });

  test('keeps the original where the page is shown in another script', async () => {
    const page = await browser.tifa.read('/article/');
    await browser.tifa.command('toggle-script');
    await page.waitForText('高質量發展');
    await page.point('高質量發展');
    await page.waitForCard('the phrase', ({ entries }) => entries.length > 0);
    await browser.tifa.command('save-term');
    await page.waitForCard('the saved term', isSaved);
    const record = (await records()).find(({ hans }) => hans === '高质量发展');
    expect(record?.headword).toBe('高质量发展');
    expect(record?.occurrences[0]?.sentence).toContain('高质量发展怎么走');
    await page.close();
  });

  test('does nothing where no card is open and nothing is selected', async () => {
    const page = await browser.tifa.read('/article/');
    const before = (await records()).length;
    await page.page.bringToFront();
    await browser.tifa.command('save-term');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await records()).toHaveLength(before);
    await page.close();
  });
});

describe('what is saved in one place shows everywhere at once', () => {
  test('in the card of another tab, without a reload, and gone again when it is removed', async () => {
    const one = await browser.tifa.read('/front-page/');
    const two = await browser.tifa.read('/article/');
    await two.hover('两代表一委员');
    await two.page.keyboard.press('p');
    await one.page.bringToFront();
    await one.hover('两代表一委员');
    await one.clickPart('save');
    await one.waitForCard('the saved term', isSaved);
    await two.waitForCard('the term saved elsewhere', isSaved);
    await removeTerm(browser.tifa, '两代表一委员');
    await two.waitForCard('the term removed elsewhere', (card) => !isSaved(card));
    await one.close();
    await two.close();
  });
});

describe('a saved phrase that stands in no base', () => {
  test('is recognised from then on, in pages open already and in those opened later', async () => {
    const text = '石桥夜话开到第三年，来的人一年比一年多。'.repeat(5);
    browser.tifa.site.serve('/later/', pageOf([text], { title: '夜话三年' }));
    const open = await browser.tifa.read('/later/');
    await open.point('石桥');
    const before = await open.waitForCard(
      'a card',
      ({ entries }) => entries[0]?.headword.startsWith('石') ?? false,
    );
    expect(before.entries.map(({ headword }) => headword)).not.toContain('石桥夜话');
    await open.rest();
    const page = await browser.tifa.read('/article/');
    await page.select('石桥夜话', 0, '#first');
    await page.waitForCard('the run', ({ entries }) => entries[0]?.headword === '石桥夜话');
    await page.page.keyboard.press('s');
    await page.waitForCard('the saved run', isSaved);
    await page.close();

    await open.page.bringToFront();
    const there = await open.hover('石桥夜话');
    expect(there.entries[0]).toMatchObject({ headword: '石桥夜话', saved: true });
    await open.close();
    const later = await browser.tifa.read('/later/');
    const card = await later.hover('石桥夜话');
    expect(card.entries[0]).toMatchObject({
      headword: '石桥夜话',
      saved: true,
      reading: 'shi2 qiao2 ye4 hua4',
    });
    await later.close();
  });
});
