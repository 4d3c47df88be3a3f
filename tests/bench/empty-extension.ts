import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MANIFEST = {
  manifest_version: 3,
  name: 'Empty',
  version: '1',
  background: { service_worker: 'worker.js' },
  content_scripts: [{ matches: ['*://*/*'], js: ['content.js'] }],
};

/**
 * The folder of an extension that does nothing but what every reader must: a script in each page asks the worker and
 * draws a box. What it costs is the floor of the method.
 */
export function emptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tifa-empty-'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('manifest.json', JSON.stringify(MANIFEST));
  write('worker.js', 'chrome.runtime.onMessage.addListener((message, sender, answer) => answer(message));');
  write(
    'content.js',
    `chrome.runtime.sendMessage('box').then((text) => {
      const host = document.documentElement.appendChild(document.createElement('empty-box'));
      host.attachShadow({ mode: 'closed' }).textContent = text;
    });`,
  );
  return folder;
}
