import { afterAll, beforeAll } from 'vitest';
import { type LaunchOptions, Tifa } from './chromium';

/** Chromium with the extension for all the tests of a file: `const browser = withTifa()`, then `browser.tifa`. */
export function withTifa(options: LaunchOptions = {}): { readonly tifa: Tifa } {
  let tifa: Tifa | undefined;
  beforeAll(async () => {
    tifa = await Tifa.launch(options);
  });
  afterAll(() => tifa?.close());
  return {
    get tifa() {
      if (!tifa) throw new Error('The browser is not there yet.');
      return tifa;
    },
  };
}
