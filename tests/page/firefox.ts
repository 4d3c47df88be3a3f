import puppeteer, { type Browser } from 'puppeteer-core';
import { findFirefox } from '../setup/machine.mjs';

/** Firefox without any extension: the modules under test run in the page. */
export function launchFirefox(): Promise<Browser> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('There is no Firefox to test in.');
  return puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
}
