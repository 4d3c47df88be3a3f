import { browser, storage } from '#imports';
import { inTurn } from './lock';
import { patternOf } from './sites';

/** Hosts on which the reader switched Tifa off. */
const off = storage.defineItem<string[]>('local:sites-off', { fallback: [] });

export async function isOff(host: string): Promise<boolean> {
  return (await off.getValue()).includes(host);
}

export async function setOff(host: string, isOffNow: boolean): Promise<void> {
  await inTurn('sites-off', async () => {
    const others = (await off.getValue()).filter((each) => each !== host);
    await off.setValue(isOffNow ? [...others, host] : others);
  });
}

/** Whether the extension may read the host without a click: listed, or granted by "always here". */
export function hasAccess(host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(host)] });
}

/** Asks the browser for "always here". Must be called within the reader's click; `false` where it was refused. */
export function requestAccess(host: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(host)] });
}

/** Takes "always here" back. A listed host cannot be taken back here, only in the browser's own settings. */
export function giveUpAccess(host: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [patternOf(host)] });
}
