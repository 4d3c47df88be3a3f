import { afterAll, beforeAll, expect, test } from 'vitest';
import { toJson } from '@/utils/glossary/formats/json';
import { createTerm } from '@/utils/glossary/record';
import { newTerm } from '../../glossary/records';
import { AnkiStub } from '../anki-stub';
import { Tifa } from '../chromium';
import { GlossaryPage } from '../glossary-page';
import type { ReaderPage } from '../reader-page';
import { Screen } from '../screen';
import { pageOf, UNLISTED } from '../site';
import type { Target } from '../target';
import { until } from '../wait';

// The browser's own prompt can be answered only on a screen.
let screen: Screen;
let tifa: Tifa;

beforeAll(async () => {
  screen = await Screen.start();
  tifa = await Tifa.launch({ headed: true, env: { DISPLAY: screen.display } });
});
afterAll(async () => {
  await tifa?.close();
  screen?.stop();
});

const switchOf = (popup: Target, part: string) =>
  popup.run(
    (name) => document.querySelector(`[data-part="${name}"]`)?.getAttribute('aria-checked') ?? null,
    part,
  );

async function open(page: ReaderPage): Promise<Target> {
  const popup = await tifa.clickIcon(page);
  await until(
    'the switch',
    () => switchOf(popup, 'always-here'),
    (on) => on !== null,
  );
  return popup;
}

test('“always here” is granted in the browser’s prompt, then pages of the site are read without a click; and taken back', async () => {
  const page = await tifa.open('/article/', UNLISTED);
  const granted = () =>
    tifa.inWorker((origin) => chrome.permissions.contains({ origins: [origin] }), `*://${UNLISTED}/*`);
  // The prompt heeds no key while it is young, and then stands on "Deny"; where a try went amiss, another one follows.
  const ask = async () => {
    const popup = await open(page);
    expect(await switchOf(popup, 'always-here')).toBe('false');
    void popup
      .run(() => document.querySelector<HTMLElement>('[data-part="always-here"]')?.click())
      .catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    screen.press('Tab', 'Return');
    const answer = await until('the grant', granted, Boolean, 2000).catch(() => false);
    await popup.detach();
    return answer;
  };
  await until('the grant', ask, Boolean, 20_000);

  await tifa.read('/article/', UNLISTED);
  const other = await tifa.open('/article/', 'other.example');
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(await other.page.locator('tifa-card').count()).toBe(0);

  const again = await tifa.read('/front-page/', UNLISTED);
  const popup = await open(again);
  await until(
    'the switch to be on',
    () => switchOf(popup, 'always-here'),
    (on) => on === 'true',
  );
  await popup.run(() => document.querySelector<HTMLElement>('[data-part="always-here"]')?.click());
  await until('the grant to be gone', granted, (has) => !has);
  await popup.detach();
  const later = await tifa.open('/article/', UNLISTED);
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(await later.page.locator('tifa-card').count()).toBe(0);
});

test('a frame of another origin is read as soon as its origin is granted in the popup', async () => {
  const host = 'framed.example';
  tifa.site.serve(
    '/framing/',
    pageOf(['东岭区推行链长制之后，几位链长也成了夜话的常客。'.repeat(4)], {
      extra: `<iframe src="${tifa.site.url('/article/', host)}" width="700" height="420"></iframe>`,
    }),
  );
  const page = await tifa.read('/framing/');
  const isRead = async () => (await page.page.frameLocator('iframe').locator('tifa-card').count()) > 0;
  expect(await isRead()).toBe(false);
  const ask = async () => {
    const popup = await tifa.clickIcon(page);
    const offer = () => popup.run(() => document.querySelector('[data-part="read-frame"]') !== null);
    await until('the offer', offer, Boolean);
    void popup
      .run(() => document.querySelector<HTMLElement>('[data-part="read-frame"]')?.click())
      .catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    screen.press('Tab', 'Return');
    const answer = await until('the reader in the frame', isRead, Boolean, 2000).catch(() => false);
    await popup.detach();
    return answer;
  };
  await until('the reader in the frame', ask, Boolean, 20_000);
});

test('the way to the Anki of this machine is asked for at the click, and used only after the grant', async () => {
  const anki = await AnkiStub.start();
  try {
    const glossary = await GlossaryPage.open(tifa);
    await glossary.import('terms.json', toJson([createTerm(newTerm(), '2026-03-05T01:00:00.000Z')]));
    const said = async () => (await glossary.part('status').allInnerTexts()).join();
    const send = async () => {
      await glossary.part('export-more').click();
      await glossary.part('send-anki').click();
    };
    const answer = () => until('the answer', said, (text) => text.includes('Anki'), 3000);
    const ask = async () => {
      await glossary.page.bringToFront();
      await send();
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(anki.actions).toEqual([]);
      screen.press('Tab', 'Return');
      return answer().catch(() => '');
    };
    expect(await until('the notes in Anki', ask, (text) => text !== '', 20_000)).toContain(
      '1 added, 0 updated, 0 unchanged',
    );
    expect(anki.notes.map(({ fields }) => [fields.Headword, fields.Reading])).toEqual([
      ['链长制', 'liànzhǎngzhì'],
    ]);
    // From now on without a question.
    await glossary.page.reload();
    await send();
    expect(await answer()).toContain('0 added, 0 updated, 1 unchanged');
    await anki.stop();
    await glossary.page.reload();
    await send();
    expect(await answer()).toContain('Anki did not answer: start it with the add-on AnkiConnect');
    await glossary.close();
  } finally {
    await anki.stop();
  }
});

test('the real key of a command reaches the reader', async () => {
  const page = await tifa.read('/article/');
  await page.page.bringToFront();
  await page.page.mouse.click(500, 200);
  screen.press('alt+shift+y');
  await page.waitForText('雙向');
  screen.press('alt+shift+y');
  await page.waitForText('双向');
});

declare const chrome: { permissions: { contains(wanted: { origins: string[] }): Promise<boolean> } };
