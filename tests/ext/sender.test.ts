import { expect, test } from 'vitest';
import { browser } from '#imports';
import { isOwn, onlyOwnPages } from '@/utils/ext/sender';

const own = browser.runtime.getURL('/');

test.each<[string, { url?: string; tab?: object }, boolean]>([
  ['a page of our own in a tab', { url: `${own}glossary.html`, tab: {} }, true],
  ['the panel, which has no tab', { url: `${own}sidepanel.html` }, true],
  ['the background, which may have no address', {}, true],
  ['a script in a page', { url: 'https://paper.example/', tab: {} }, false],
  ['a script in a frame without an address', { url: 'about:blank', tab: {} }, false],
  ['a script whose address the browser withholds', { tab: {} }, false],
  ['an address that only contains ours', { url: `https://paper.example/?${own}`, tab: {} }, false],
  ['another extension', { url: 'chrome-extension://other/page.html' }, false],
])('%s', (_, sender, expected) => {
  expect(isOwn(sender)).toBe(expected);
  if (expected) expect(() => onlyOwnPages(sender)).not.toThrow();
  else expect(() => onlyOwnPages(sender)).toThrow('own pages');
});
