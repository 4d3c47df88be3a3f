import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Tifa } from '../e2e/chromium';
import { pdfFile } from '../e2e/pdf-file';
import type { ReaderPage } from '../e2e/reader-page';
import { pageOf, UNLISTED } from '../e2e/site';
import { Target } from '../e2e/target';
import { until } from '../e2e/wait';
import type { Camera } from './camera';

const OTHER = 'www.elsewhere.example';
const PDF = pdfFile([[{ text: '春耕时节田间忙', x: 60, y: 80, size: 24 }]]);

/** Clicks the icon over a page and waits until the popup says what it found. */
async function openPopup(tifa: Tifa, page: ReaderPage, kind?: string): Promise<Target> {
  const popup = await tifa.clickIcon(page);
  const found = () =>
    popup.run(() => document.querySelector<HTMLElement>('[data-part="found"]')?.dataset.kind ?? 'waiting');
  await until('the popup', found, (now) => (kind ? now === kind : now !== 'waiting'));
  return popup;
}

async function closePopup(popup: Target): Promise<void> {
  await popup.run(() => window.close()).catch(() => undefined);
  await popup.detach();
}

const click = (target: Target, part: string) =>
  target.run((wanted) => document.querySelector<HTMLElement>(`[data-part="${wanted}"]`)?.click(), part);

/** The popup over pages of every kind. */
export async function takePopups(camera: Camera): Promise<void> {
  const { tifa } = camera;
  const over = async (surface: string, open: () => Promise<ReaderPage>, kind?: string) => {
    if (!camera.wants(surface)) return;
    const page = await open();
    const popup = await openPopup(tifa, page, kind);
    await camera.target(surface, popup);
    await closePopup(popup);
    await page.close();
  };
  if (camera.wants('popup-article', 'popup-settings', 'popup-report')) {
    const page = await tifa.read('/front-page/');
    const popup = await openPopup(tifa, page, 'article');
    await camera.target('popup-article', popup);
    await click(popup, 'tab-settings');
    await camera.target('popup-settings', popup);
    await click(popup, 'tab-page');
    await click(popup, 'open-report');
    await camera.target('popup-report', popup);
    await closePopup(popup);
    await page.close();
  }
  await over('popup-no-article', () => tifa.read('/plain/list.html'), 'no-article');
  await over('popup-no-chinese', () => tifa.open('/plain/english.html'), 'no-chinese');
  await over('popup-unreadable', () => tifa.openAddress('chrome://version/'), 'unreadable');
  await over('popup-unlisted', () => tifa.open('/article/', UNLISTED), 'article');
  tifa.site.serve('/page.pdf', PDF, { 'content-type': 'application/pdf' });
  await over('popup-pdf', () => tifa.open('/page.pdf'), 'pdf');
  tifa.site.serve('/inner/', pageOf(Array(6).fill('白石镇老街的石桥旁都会亮起一盏灯。')));
  tifa.site.serve(
    '/outer/',
    pageOf(Array(6).fill('白石镇老街的石桥旁都会亮起一盏灯，居民坐在长凳上。'), {
      extra: `<iframe src="http://${OTHER}/inner/" width="700" height="420"></iframe>`,
    }),
  );
  await over('popup-frames', () => tifa.open('/outer/', UNLISTED));
  if (camera.wants('popup-off')) {
    const page = await tifa.read('/article/');
    let popup = await openPopup(tifa, page, 'article');
    await click(popup, 'here');
    await page.page.waitForFunction(() => document.querySelector('tifa-card') === null);
    await closePopup(popup);
    popup = await openPopup(tifa, page, 'off');
    await camera.target('popup-off', popup);
    await closePopup(popup);
    await tifa.reset();
  }
}

/** The popup of a copy whose set phrases are damaged. */
export async function takeDamaged(camera: Camera): Promise<void> {
  if (!camera.wants('popup-damaged')) return;
  const folder = mkdtempSync(join(tmpdir(), 'tifa-damaged-'));
  cpSync(camera.extension, folder, { recursive: true });
  const file = join(folder, 'dict/dictionary.bin');
  const bytes = readFileSync(file);
  const place = bytes.indexOf('"headword":{"hans":"链长制"');
  if (place < 0) throw new Error('The set phrases stand elsewhere now.');
  bytes.fill(0, place, place + 2000);
  writeFileSync(file, bytes);
  const tifa = await Tifa.launch({ extension: folder });
  try {
    const page = await tifa.read('/article/');
    const popup = await openPopup(tifa, page, 'article');
    await until(
      'the damage',
      () => popup.run(() => document.querySelector('[data-part="terms-broken"]') !== null),
      Boolean,
    );
    await camera.target('popup-damaged', popup);
    await closePopup(popup);
  } finally {
    await tifa.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The side panel beside the front page. */
export async function takePanel(camera: Camera): Promise<void> {
  if (!camera.wants('panel-phrases', 'panel-kinds', 'panel-compare')) return;
  const { tifa } = camera;
  const page = await tifa.read('/front-page/');
  const popup = await openPopup(tifa, page, 'article');
  await until(
    'the way to the panel',
    () => popup.run(() => document.querySelector('[data-part="open-panel"]') !== null),
    Boolean,
  );
  await click(popup, 'open-panel');
  const targets = await until(
    'the panel',
    () => tifa.targets(),
    (all) => all.some(({ url }) => url === tifa.url('/sidepanel.html')),
  );
  await popup.detach().catch(() => undefined);
  const found = targets.find(({ url }) => url === tifa.url('/sidepanel.html'));
  const panel = await Target.attach(tifa.browser, found?.targetId ?? '');
  await until(
    'the phrases',
    () => panel.run(() => document.querySelectorAll('[data-part="phrase"]').length),
    (count) => count > 20,
  );
  await camera.target('panel-phrases', panel);
  await click(panel, 'view-by-kind');
  await camera.target('panel-kinds', panel);
  await click(panel, 'view-compare');
  await camera.target('panel-compare', panel);
  await panel.run(() => window.close()).catch(() => undefined);
  await panel.detach();
  await page.close();
}
