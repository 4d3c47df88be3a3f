import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../setup/machine.mjs';

const ROOT: string = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The modules named, in one script that puts what they export under `window.tifa`.
 *
 * @param modules paths from the project's root, without extension
 */
export async function bundle(...modules: string[]): Promise<string> {
  const entry = '\0entry';
  const code = modules.map((path) => `export * from ${JSON.stringify(`${ROOT}${path}`)};`).join('\n');
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    // React's own warnings are wanted here, and Vue's.
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: { entry: 'entry', name: 'tifa', formats: ['iife'] },
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' || id.endsWith('/entry') ? entry : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error(`${modules.join(', ')} gave no script.`);
  return `${output.output[0].code}\nwindow.tifa = tifa;`;
}

/** Chromium without any extension: the modules under test run in the page. */
export function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium to test in.');
  return chromium.launch({
    executablePath,
    headless: false,
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
  });
}

/** Shows a small page with the script in it. `html` is the body; `lang` of the page is `zh-CN` unless stated. */
export async function show(page: Page, script: string, html: string, lang = 'zh-CN'): Promise<void> {
  const attribute = lang ? ` lang="${lang}"` : '';
  // A new document: setting the content alone would leave observers of the last test alive.
  await page.goto('about:blank');
  await page.setContent(
    `<!doctype html><html${attribute}><head><title>试页</title></head><body>${html}</body></html>`,
  );
  await page.addScriptTag({ content: script });
}
