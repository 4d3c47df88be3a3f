import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from '../setup/machine.mjs';
import { Marionette } from './marionette';

export interface FirefoxProcess {
  marionette: Marionette;
  /** Ends the browser and takes its profile away. */
  close(): Promise<void>;
}

/** Starts Firefox without a window and with a fresh profile, one session open. Any version is driven the same way. */
export async function startFirefox(
  preferences: Record<string, string | number | boolean> = {},
): Promise<FirefoxProcess> {
  const path = findFirefox();
  if (!path) throw new Error('There is no Firefox; npm test installs it.');
  const port = await freePort();
  const profile = mkdtempSync(join(tmpdir(), 'tifa-'));
  const all = {
    'marionette.port': port,
    'app.update.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'browser.shell.checkDefaultBrowser': false,
    ...preferences,
  };
  const lines = Object.entries(all).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const child = spawn(
    path,
    ['--headless', '--no-remote', '--profile', profile, '--marionette', '--remote-allow-system-access'],
    { stdio: 'ignore', env: { ...process.env, MOZ_HEADLESS_WIDTH: '1280', MOZ_HEADLESS_HEIGHT: '900' } },
  );
  const marionette = await Marionette.connect(port);
  await marionette.send('WebDriver:NewSession', {});
  return {
    marionette,
    async close() {
      const gone = new Promise((done) => child.once('exit', done));
      await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => child.kill('SIGKILL'));
      await gone;
      marionette.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address && typeof address === 'object' ? address.port : 0;
      server.close(() => done(port));
    });
  });
}
