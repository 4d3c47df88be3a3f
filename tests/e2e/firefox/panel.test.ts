import { afterAll, beforeAll, expect, test } from 'vitest';
import { Firefox } from '../firefox';
import { until } from '../wait';

/** In one of our own pages. */
declare const browser: { extension: { getViews(of: { type: 'sidebar' }): { document: Document }[] } };

let firefox: Firefox;

beforeAll(async () => {
  firefox = await Firefox.launch();
}, 60_000);
afterAll(() => firefox?.close());

/** The text of the sidebar, seen from one of our pages in another window. */
const panelText = () =>
  firefox.run(() => browser.extension.getViews({ type: 'sidebar' })[0]?.document.body.textContent ?? '');

test('the command opens the sidebar, which lists the phrases of the page', async () => {
  await firefox.read('/front-page/');
  await firefox.command('open-panel');
  await firefox.newTab('window');
  await firefox.go(firefox.url('/terms.html'));
  const text = await until('the phrases', panelText, (shown) => shown.includes('双向奔赴'));
  expect(text).toContain('两个确立');
  expect(text).toMatch(/链长 5 here, \d+ in 1,687 broadcasts/);
});
