import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILT } from './chromium';

/**
 * A copy of the build that speaks a language whatever the browser's own is, since a browser on Linux has often no
 * other: its catalogue stands where English stands. Answers the folder, which is to be removed.
 */
export function localized(language: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tifa-localized-'));
  cpSync(BUILT, folder, { recursive: true });
  const catalogue = `_locales/${language.replace('-', '_')}/messages.json`;
  cpSync(join(BUILT, catalogue), join(folder, '_locales/en/messages.json'));
  return folder;
}
