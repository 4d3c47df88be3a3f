import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeOf } from '../card-view';
import { Firefox } from '../firefox';
import { pdfFile } from '../pdf-file';
import { LISTED, pageOf, UNLISTED } from '../site';
import { until } from '../wait';

let firefox: Firefox;

beforeAll(async () => {
  firefox = await Firefox.launch();
}, 60_000);
afterAll(() => firefox?.close());

const waitForText = (phrase: string) =>
  until(
    `the text ${phrase}`,
    () => firefox.run((wanted) => document.body.textContent?.includes(wanted) ?? false, phrase),
    Boolean,
  );

test('pointing shows the card with reading, rendering and meaning', async () => {
  await firefox.read('/front-page/');
  const card = await firefox.hover('链长制');
  expect(card.entries[0]).toMatchObject({ headword: '链长制', reading: 'lian4 zhang3 zhi4' });
  for (const part of ['rendering', 'meaning', 'source', 'level'])
    expect(card.entries[0]?.parts[part]).toMatch(/\S/);
});

test('set phrases are marked, and words cut by a column break are one', async () => {
  await firefox.read('/front-page/');
  await until(
    'marks',
    () => firefox.run(() => CSS.highlights.size),
    (size) => size > 0,
  );
  await firefox.hover('人才引进');
});

test('the script goes to Taiwan’s and back exactly', async () => {
  await firefox.read('/article/');
  const texts = await firefox.texts();
  await firefox.command('toggle-script');
  await waitForText('雙向');
  await firefox.command('toggle-script');
  await until(
    'the original',
    () => firefox.texts(),
    (now) => now.join('\n') === texts.join('\n'),
  );
});

test('a term is saved and stands in the glossary', async () => {
  await firefox.read('/article/');
  await firefox.hover('照后减证');
  await firefox.clickPart('save');
  await until(
    'the saved term',
    () => firefox.card(),
    (card) => card?.entries[0]?.saved === true,
  );
  await firefox.go(firefox.url('/glossary.html'));
  await waitForText('照后减证');
});

test('the background may rest: pointing at analysed text needs it not, saving wakes it', async () => {
  await firefox.read('/article/');
  await firefox.hover('链长制');
  await firefox.stopBackground();
  await firefox.hover('两代表一委员');
  await firefox.clickPart('save');
  await until(
    'the saved term',
    () => firefox.card(),
    (card) => card?.entries[0]?.saved === true,
  );
});

test('a strict content security policy does not keep the card away', async () => {
  firefox.site.serve(
    '/strict/',
    pageOf([
      '东岭区推行链长制之后，几位链长也成了夜话的常客，两代表一委员轮流值班，居民和干部面对面坐着。'.repeat(
        3,
      ),
    ]),
    { 'content-security-policy': "default-src 'none'" },
  );
  await firefox.read('/strict/');
  const { box } = await firefox.hover('链长制');
  expect(box.right - box.left).toBeGreaterThan(200);
});

test('a frame of the page’s origin is read by the page’s reader, one of another listed site by its own', async () => {
  const text = '东岭区推行链长制之后，几位链长也成了夜话的常客，两代表一委员轮流值班。';
  const frame = (host: string) =>
    `<iframe src="${firefox.site.url('/inner/', host)}" width="600" height="260"></iframe>`;
  firefox.site.serve('/inner/', pageOf([text.repeat(4)]));
  firefox.site.serve('/frames/', pageOf([text.repeat(4)], { extra: frame(LISTED) + frame('www.gmw.cn') }));
  await firefox.read('/frames/');
  const shows = (card: Awaited<ReturnType<typeof firefox.card>>) =>
    card?.state === 'open' && card.entries[0]?.headword === '两代表一委员';
  /** Points into a frame and turns back to the page. */
  const point = async (index: number) => {
    await firefox.run((at) => document.querySelectorAll('iframe')[at]?.scrollIntoView(), index);
    await firefox.switchToFrame(index);
    const place = await firefox.run(placeOf, ['两代表一委员', 0, 'body'] as [string, number, string]);
    await firefox.move(2, 2);
    await firefox.move(place?.first.x ?? 0, place?.first.y ?? 0);
    await firefox.switchToFrame(null);
  };
  await point(0);
  await until('the card of the page', () => firefox.card(), shows);
  await point(1);
  await firefox.switchToFrame(1);
  await until('the card of the frame', () => firefox.card(), shows);
  await firefox.switchToFrame(null);
});

test('saving in a private window asks once, and nothing is saved before the reader agrees', async () => {
  const text = '东岭区推行河长制之后，石桥夜话开到第三年，营商环境也好了。';
  firefox.site.serve('/private/', pageOf([text.repeat(4)]));
  const tab = await firefox.currentTab();
  await firefox.newPrivateWindow();
  await firefox.read('/private/');
  type Card = Awaited<ReturnType<typeof firefox.card>>;
  const isSaved = (card: Card) => card?.entries[0]?.saved === true;
  const asks = (card: Card) => card?.text.includes('This is a private window') === true;
  const save = async (enough: (card: Card) => boolean) => {
    await firefox.clickPart('save');
    return until('the answer', () => firefox.card(), enough);
  };
  await firefox.hover('河长制');
  expect(isSaved(await save(asks))).toBe(false);
  await save(isSaved);
  // The card that asked is pinned.
  await firefox.clickPart('close');
  await firefox.hover('营商环境');
  await save(isSaved);
  await firefox.closeTab(tab);
});

/** Drops a file on the document page; answers the text of the first page of it that is drawn, block by block. */
async function dropPdf(base64: string): Promise<string[]> {
  await firefox.go(firefox.url('/document.html'));
  await firefox.run((content) => {
    const bytes = Uint8Array.from(atob(content), (each) => each.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], '溪口日报.pdf'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, base64);
  await until(
    'the drawn page',
    () => firefox.run(() => document.querySelector('canvas')?.width ?? 0),
    (width) => width > 300,
  );
  await until('the reader', () => firefox.run(() => document.querySelector('tifa-card') !== null), Boolean);
  return until(
    'the text of the page',
    () =>
      firefox.run(() =>
        [...document.querySelectorAll('.sheet-block')].map((block) => block.textContent ?? ''),
      ),
    (blocks) => blocks.length > 0,
  );
}

test('its own print of the front page is read as a PDF', async () => {
  await firefox.go(firefox.site.url('/front-page/', UNLISTED));
  const blocks = await dropPdf(await firefox.print({ width: 34, height: 60 }));
  // Firefox leaves out what some of the glyphs mean; these it names. The first goes over a column break.
  for (const phrase of ['打下了更加坚实基础。', '照后减证惠'])
    expect(blocks.filter((block) => block.includes(phrase))).toHaveLength(1);
  await firefox.hover('照后减证');
});

test('a PDF with a predefined character map is read', async () => {
  const lines = [
    { text: '溪口县农技员甘小禾昨天来到田间，推行链长制，要因地', x: 60, y: 130 },
    { text: '制宜发展特色产业，压实责任。', x: 60, y: 150 },
    { text: '高质量发展这几个字，', x: 500, y: 130, vertical: true },
    { text: '贴在墙上。', x: 480, y: 130, vertical: true },
  ];
  const blocks = await dropPdf(pdfFile([lines]).toString('base64'));
  expect(blocks).toEqual([
    '溪口县农技员甘小禾昨天来到田间，推行链长制，要因地制宜发展特色产业，压实责任。',
    '高质量发展这几个字，贴在墙上。',
  ]);
  await firefox.hover('因地制宜');
  await firefox.hover('高质量发展');
});
