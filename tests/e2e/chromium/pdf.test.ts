import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { savedTerms } from '../glossary-page';
import { type PdfLine, pdfFile } from '../pdf-file';
import { ReaderPage } from '../reader-page';
import { LISTED, UNLISTED } from '../site';
import { until } from '../wait';
import { withTifa } from '../with-tifa';

const browser = withTifa();

const LINES: PdfLine[] = [
  { text: '春耕时节田间忙', x: 60, y: 80, size: 24 },
  { text: '溪口县农技员甘小禾昨天来到田间，推行链长制，要因地', x: 60, y: 130 },
  { text: '制宜发展特色产业，会议强调要守牢安全生产红线，压实', x: 60, y: 150 },
  { text: '责任。', x: 60, y: 170 },
  { text: '高质量发展这几个字，', x: 500, y: 130, vertical: true },
  { text: '贴在墙上，两代表一委员', x: 480, y: 130, vertical: true },
  { text: '轮流值班。', x: 460, y: 130, vertical: true },
];

async function open(name: string, buffer: Buffer, path = '/document.html'): Promise<ReaderPage> {
  const page = await ReaderPage.attach(await browser.tifa.openOwn(path));
  await page.page
    .locator('[data-part="file"]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  return page;
}

/** The page's text, block by block, once the first page has it. */
async function blocks(page: ReaderPage): Promise<string[]> {
  // A whole newspaper page takes its time on a machine that is busy.
  await page.page.locator('.sheet-text').first().waitFor({ timeout: 25_000 });
  return page.page.locator('.sheet-block').allTextContents();
}

/** What the page says of a file that it does not show. */
async function said(page: ReaderPage, part = 'problem'): Promise<string | null> {
  return page.page.locator(`[data-part="${part}"]`).textContent();
}

describe('Chromium’s print of a front page', () => {
  let page: ReaderPage;
  let text: string[];
  beforeAll(async () => {
    const printed = await browser.tifa.open('/front-page/', UNLISTED);
    const print = await printed.page.pdf({ width: '1268px', height: '2200px', printBackground: true });
    await printed.close();
    page = await open('澄川日报.pdf', print);
    text = await blocks(page);
  });
  afterAll(() => page?.close());

  test('is read column by column', () => {
    const order = ['让企业放心投资', '本报讯（记者', '会议指出', '会议强调', '会议要求', '会议以视频形式'];
    const places = order.map((beginning) => text.findIndex((block) => block.startsWith(beginning)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  test.each([
    ['over a column break', '打下了更加坚实基础。'],
    ['over another', '人才引进，深化产学研合作'],
    ['over a line end', '照后减证惠及经营主体一万二千余户'],
    ['in a story of two columns', '联络员方晓棠说'],
  ])('words are joined %s', (_, phrase) => {
    expect(text.filter((block) => block.includes(phrase))).toHaveLength(1);
  });

  test('shows the card, also for a word that a column break cuts', async () => {
    await page.waitForReader();
    await page.hover('链长制', 0, '.sheet-text');
    await page.hover('坚实', 0, '.sheet-text');
    await until(
      'marks',
      () => page.page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)),
      (marks) => marks > 20,
    );
    expect(page.errors).toEqual([]);
  });
});

describe('a PDF with a predefined character map and no ToUnicode', () => {
  test('is read, vertical lines from right to left too', async () => {
    const page = await open('溪口.pdf', pdfFile([LINES]));
    expect((await blocks(page)).sort()).toEqual(
      [
        '春耕时节田间忙',
        '溪口县农技员甘小禾昨天来到田间，推行链长制，要因地制宜发展特色产业，会议强调要守牢安全生产红线，压实责任。',
        '高质量发展这几个字，贴在墙上，两代表一委员轮流值班。',
      ].sort(),
    );
    await page.waitForReader();
    for (const phrase of ['因地制宜', '两代表一委员', '高质量发展'])
      await page.hover(phrase, 0, '.sheet-text');
    await page.close();
  });

  test('a term is saved with the file’s name and the page', async () => {
    const page = await open('溪口日报.pdf', pdfFile([[], LINES]));
    await page.waitForReader();
    await page.page.locator('[data-sheet="2"]').scrollIntoViewIfNeeded();
    await page.page.locator('[data-sheet="2"] .sheet-text').waitFor();
    await page.hover('链长制', 0, '[data-sheet="2"]');
    await page.clickPart('save');
    await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
    const [saved] = (await savedTerms(browser.tifa)).filter(({ headword }) => headword === '链长制');
    expect(saved?.occurrences[0]).toMatchObject({ headline: '溪口日报.pdf', page: '2', url: '' });
    expect(saved?.occurrences[0]?.sentence).toContain('要因地制宜发展特色产业');
    await page.close();
  });

  test('in another script the text is shown, since a drawn page cannot change', async () => {
    const page = await open('溪口.pdf', pdfFile([LINES]));
    await blocks(page);
    await page.waitForReader();
    await page.hover('链长制', 0, '.sheet-text');
    await browser.tifa.setSettings({ script: 'tw' });
    await until(
      'the converted text',
      () => page.page.locator('[data-part="text"]').allTextContents(),
      ([text]) => text?.includes('鏈長制') ?? false,
    );
    await browser.tifa.setSettings({});
    await page.waitForText('链长制');
    await page.close();
  });

  test('text and page are two views', async () => {
    const page = await open('溪口.pdf', pdfFile([LINES]));
    await page.page.locator('[data-part="view-text"]').click();
    await page.page.locator('[data-part="text"] h2').waitFor();
    await page.waitForReader();
    await page.hover('链长制', 0, '[data-part="text"]');
    await page.page.locator('[data-part="view-page"]').click();
    await page.page.locator('.sheet-text').waitFor();
    await page.close();
  });

  test('of more than forty pages the first forty are shown, each drawn when it comes into view', async () => {
    const page = await open('forty.pdf', pdfFile(Array.from({ length: 42 }, () => LINES)));
    expect(await said(page, 'cut')).toContain('40 of 42');
    await page.page.locator('.sheet-text').first().waitFor();
    expect(await page.page.locator('.sheet').count()).toBe(40);
    expect(await page.page.locator('.sheet-text').count()).toBeLessThan(6);
    await page.page.locator('[data-sheet="40"]').scrollIntoViewIfNeeded();
    await page.page.locator('[data-sheet="40"] .sheet-text').waitFor();
    const drawn = () =>
      page.page
        .locator('.sheet canvas')
        .evaluateAll((all) => all.map((canvas) => (canvas as HTMLCanvasElement).width > 300));
    const pages = await until('the last page', drawn, (all) => all[39] === true && all[0] === false);
    expect(pages.filter(Boolean).length).toBeLessThan(6);
    await page.close();
  });
});

describe('a PDF that asks for something', () => {
  test('a password opens a locked one', async () => {
    const page = await open('locked.pdf', pdfFile([LINES], { password: 'xikou' }));
    const box = page.page.locator('[data-part="password"]');
    await box.locator('input').fill('xishui');
    await page.page.keyboard.press('Enter');
    await box.getByRole('alert').waitFor();
    await box.locator('input').fill('xikou');
    await page.page.keyboard.press('Enter');
    expect(await blocks(page)).toContain('春耕时节田间忙');
    await page.close();
  });

  test('without the password one is back at the start', async () => {
    const page = await open('locked.pdf', pdfFile([LINES], { password: 'xikou' }));
    await page.page.locator('[data-part="password"] button[type="button"]').click();
    await page.page.locator('[data-part="drop"]').waitFor();
    expect(await page.page.locator('[data-part="problem"]').count()).toBe(0);
    await page.close();
  });

  test('one of pictures alone says so', async () => {
    const page = await open('scan.pdf', pdfFile([[], []]));
    expect(await said(page, 'scanned')).toMatch(/pictures/);
    await page.close();
  });

  test.each([
    ['cut off', pdfFile([LINES]).subarray(0, 300)],
    ['nothing but a beginning', Buffer.from('%PDF-1.4\n')],
    ['without any page', pdfFile([])],
  ])('one that is %s says so', async (_, file) => {
    const page = await open('bad.pdf', file);
    expect(await said(page)).toBe('bad.pdf is damaged: it cannot be opened as a PDF.');
    await page.close();
  });
});

describe('a PDF at an address', () => {
  test('is fetched where the extension may read', async () => {
    const path = '/2026/%E6%BA%AA%E5%8F%A3.pdf';
    browser.tifa.site.serve(path, pdfFile([LINES]), { 'content-type': 'application/pdf' });
    const address = browser.tifa.site.url(path, LISTED);
    const page = await ReaderPage.attach(
      await browser.tifa.openOwn(`/document.html?url=${encodeURIComponent(address)}`),
    );
    expect(await blocks(page)).toContain('春耕时节田间忙');
    expect(await page.page.title()).toBe('溪口.pdf');
    await page.waitForReader();
    await page.hover('安全生产', 0, '.sheet-text');
    await page.clickPart('save');
    await page.waitForCard('the saved term', ({ entries }) => entries[0]?.saved === true);
    const [saved] = (await savedTerms(browser.tifa)).filter(({ headword }) => headword === '安全生产');
    expect(saved?.occurrences[0]?.url).toBe(address);
    await page.close();
  });

  test('the popup offers to open the one that the browser shows', async () => {
    // Not every address of a PDF says so.
    const path = '/download';
    browser.tifa.site.serve(path, pdfFile([LINES]), { 'content-type': 'application/pdf' });
    const tab = await browser.tifa.open(path, LISTED);
    const popup = await browser.tifa.clickIcon(tab);
    await until(
      'the offer',
      () => popup.run(() => document.querySelector('[data-part="open-pdf"]') !== null),
      Boolean,
    );
    const opened = browser.tifa.context.waitForEvent('page');
    await popup
      .run(() => document.querySelector<HTMLElement>('[data-part="open-pdf"]')?.click())
      .catch(() => undefined);
    const page = await ReaderPage.attach(await opened);
    expect(await blocks(page)).toContain('春耕时节田间忙');
    await popup.detach();
    await page.close();
    await tab.close();
  });

  test('elsewhere the page asks for access first', async () => {
    const address = browser.tifa.site.url('/paper.pdf', UNLISTED);
    const page = await ReaderPage.attach(
      await browser.tifa.openOwn(`/document.html?url=${encodeURIComponent(address)}`),
    );
    expect(await said(page, 'access')).toContain(UNLISTED);
    await page.close();
  });

  test('one that is not there says so', async () => {
    const address = browser.tifa.site.url('/none.pdf', LISTED);
    const page = await ReaderPage.attach(
      await browser.tifa.openOwn(`/document.html?url=${encodeURIComponent(address)}`),
    );
    expect(await said(page)).toBe('none.pdf could not be fetched from where it stands.');
    await page.close();
  });
});

describe('a text file', () => {
  const GB = Buffer.from('cfaabfdacfd8cec4cbb5c1b4b3a4d6c6a3ac', 'hex');
  test('in GB18030 is read', async () => {
    const page = await open('溪口.txt', GB);
    await page.waitForText('溪口县文说链长制，');
    await page.waitForReader();
    await page.hover('链长制', 0, '[data-part="text"]');
    expect(await page.page.title()).toBe('溪口.txt');
    await page.close();
  });

  test('is taken where it is dropped, up to 8 MB', async () => {
    const page = await ReaderPage.attach(await browser.tifa.openOwn('/document.html'));
    const drop = (name: string, text: string, times: number) =>
      page.page.evaluate(
        ([called, once, count]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([once.repeat(count)], called));
          document.body.dispatchEvent(
            new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
          );
        },
        [name, text, times] as const,
      );
    await drop('huge.txt', '溪口县。', 750_000);
    expect(await said(page)).toBe('huge.txt is too large: at most 8 MB can be opened.');
    await drop('a.txt', '白石镇的夜话开到第三年。', 1);
    await page.waitForText('白石镇的夜话开到第三年。');
    await page.close();
  });

  test.each([
    ['empty.txt', Buffer.alloc(0), 'empty.txt is empty.'],
    ['archive.zip', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'archive.zip is neither text nor a PDF.'],
    [
      'page.html',
      Buffer.from('<!doctype html><p>溪口'),
      'page.html is a web page: open it in a tab and read it there.',
    ],
  ])('%s says in one sentence why it is not shown', async (name, file, sentence) => {
    const page = await open(name, file);
    expect(await said(page)).toBe(sentence);
    await page.close();
  });
});
