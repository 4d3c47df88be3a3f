import { afterAll, beforeAll, expect, test } from 'vitest';
import { Firefox } from '../firefox';
import { pageOf } from '../site';
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
