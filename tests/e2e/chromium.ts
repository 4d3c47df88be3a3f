import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import type { Browser } from 'wxt/browser';
import { findChromium } from '../setup/machine.mjs';
import { ReaderPage } from './reader-page';
import { LISTED, Site } from './site';
import { Target } from './target';
import { until } from './wait';

/** In the extension's worker and pages, where our functions run. */
declare const chrome: typeof Browser & {
  /** On the page chrome://extensions alone. */
  developerPrivate: { updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void> };
};

/** Where WXT builds for Chromium. */
export const BUILT = '.output/chrome-mv3';
const WELCOME = '/welcome.html';

export interface LaunchOptions {
  /** Folder of the unpacked extension; `null` for a browser without it. */
  extension?: string | null;
  /** Profile folder to use and to leave behind; a fresh one is made and removed otherwise. */
  profile?: string;
  /** Whether to show windows (on DISPLAY). */
  headed?: boolean;
  viewport?: { width: number; height: number } | null;
  colorScheme?: 'light' | 'dark';
  /** Which names resolve to the site: all by default. */
  mapped?: string;
  /** Environment of the browser, such as the virtual screen. */
  env?: Record<string, string>;
}

/** The flags under which the tests, the bench and `npm start` run Chromium. */
export function flags({
  extension,
  headed,
  port,
  mapped,
}: {
  extension: string | null;
  headed: boolean;
  port: number;
  mapped: string;
}): string[] {
  const all = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Test pages are plain HTTP; asking for HTTPS first would only take time.
    '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
    // What stands for Anki listens on a port of its own.
    `--host-resolver-rules=MAP ${mapped} 127.0.0.1:${port}, EXCLUDE 127.0.0.1`,
  ];
  all.push(...(headed ? ['--window-size=1340,1000'] : ['--headless=new', '--disable-gpu']));
  // Chromium's sandbox refuses to run as root.
  if (process.getuid?.() === 0) all.push('--no-sandbox');
  if (extension)
    all.push(`--disable-extensions-except=${resolve(extension)}`, `--load-extension=${resolve(extension)}`);
  return all;
}

/** Whether the worker has come so far as to listen, and is not one that `update` marked as old; runs in the worker. */
function listens(): boolean {
  if (!('chrome' in globalThis) || !('runtime' in chrome) || 'old' in globalThis) return false;
  return chrome.runtime.onMessage.hasListeners();
}

/** A profile folder in which the browser does not offer to translate. */
function freshProfile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tifa-'));
  mkdirSync(join(folder, 'Default'));
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify({ translate: { enabled: false } }));
  return folder;
}

/** The id that Chromium gives an unpacked extension: the hash of its folder, with letters for digits. */
function idOf(folder: string): string {
  const hash = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32);
  return hash.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
}

/** Chromium with the built extension, a fresh profile, and the test pages under every host name. */
export class Tifa {
  private constructor(
    readonly context: BrowserContext,
    readonly site: Site,
    /** The extension's id; empty without it. */
    readonly id: string,
    readonly browser: CDPSession,
    readonly profileFolder: string,
    private readonly keepsProfile: boolean,
  ) {}

  static async launch(options: LaunchOptions = {}): Promise<Tifa> {
    const { extension = BUILT, headed = false, mapped = '*' } = options;
    const executablePath = findChromium();
    if (!executablePath) throw new Error('There is no Chromium; npm test installs it.');
    const site = await Site.start();
    const profile = options.profile ?? freshProfile();
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      // Playwright's own headless mode is another program, which has no extensions.
      headless: false,
      args: flags({ extension, headed, port: site.port, mapped }),
      viewport: options.viewport === undefined ? { width: 1280, height: 900 } : options.viewport,
      ...(options.colorScheme && { colorScheme: options.colorScheme }),
      ...(options.env && { env: { ...process.env, ...options.env } as Record<string, string> }),
    });
    context.setDefaultTimeout(10_000);
    const id = extension ? idOf(extension) : '';
    const browser = await context.browser()?.newBrowserCDPSession();
    if (!browser) throw new Error('Playwright gave no session of the browser.');
    const tifa = new Tifa(context, site, id, browser, profile, options.profile !== undefined);
    if (extension) await tifa.#start();
    if (extension && !options.profile && existsSync(join(extension, WELCOME))) await tifa.#passWelcome();
    return tifa;
  }

  /** Waits for the worker, and starts it where its first start was not seen. */
  async #start(): Promise<void> {
    await until('the worker', () => this.workerRuns(), Boolean).catch(() => this.wake());
    await this.settled();
  }

  /** Closes the page that the first installation opens: it would come to the front in the midst of a test. */
  async #passWelcome(): Promise<void> {
    const welcome = () => this.context.pages().find((page) => page.url() === this.url(WELCOME));
    await until('the welcome page', async () => welcome() !== undefined, Boolean);
    await welcome()?.close();
  }

  /** Waits until the worker listens: a page that is opened while it starts may go without a reader. */
  async settled(): Promise<void> {
    await until('the worker', () => this.inWorker(listens), Boolean);
  }

  /** Address of one of the extension's own pages, such as `/glossary.html`. */
  url(path: string): string {
    return `chrome-extension://${this.id}${path}`;
  }

  async openOwn(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(this.url(path));
    return page;
  }

  /** Opens a page of the site and waits until the reader is there. */
  async read(path: string, host = LISTED): Promise<ReaderPage> {
    const page = await this.open(path, host);
    await page.waitForReader();
    return page;
  }

  /** Opens a page of the site, whether or not it will be read. */
  open(path: string, host = LISTED): Promise<ReaderPage> {
    return this.openAddress(this.site.url(path, host));
  }

  async openAddress(address: string): Promise<ReaderPage> {
    const page = await ReaderPage.attach(await this.context.newPage());
    await page.page.goto(address);
    return page;
  }

  async targets(filter?: { type: string }[]): Promise<TargetInfo[]> {
    const { targetInfos } = await this.browser.send('Target.getTargets', filter ? { filter } : {});
    return targetInfos;
  }

  async #workerTarget(): Promise<TargetInfo | undefined> {
    const all = await this.targets();
    return all.find(({ type, url }) => type === 'service_worker' && url.startsWith(this.url('/')));
  }

  /** Runs a function in the worker as it is now; a stopped worker is not woken and makes this fail. */
  async inWorker<A extends unknown[], R>(body: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    const found = await this.#workerTarget();
    if (!found) throw new Error('The worker is stopped.');
    const worker = await Target.attach(this.browser, found.targetId);
    try {
      return await worker.run(body, ...args);
    } finally {
      await worker.detach();
    }
  }

  async workerRuns(): Promise<boolean> {
    return (await this.#workerTarget()) !== undefined;
  }

  /** Stops the worker as the browser does after half a minute of rest; the next event starts it. */
  async stopWorker(): Promise<void> {
    const found = await this.#workerTarget();
    if (!found) return;
    await until(
      'the worker to stop',
      async () => {
        // A worker that is only just starting may not heed the first try.
        await this.browser.send('Target.closeTarget', { targetId: found.targetId }).catch(() => undefined);
        return this.targets();
      },
      // What is on its way may start another one at once.
      (all) => all.every(({ targetId }) => targetId !== found.targetId),
    );
  }

  /** Loads the extension anew under the open pages, as an update does. */
  async update(): Promise<void> {
    // Without developer mode the browser would not take an unpacked extension back.
    const page = await this.context.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
    await page.close();
    await this.wake();
    await this.inWorker(() => {
      (globalThis as { old?: true }).old = true;
      setTimeout(() => chrome.runtime.reload());
    });
    // A worker that ends while it is asked may never answer.
    const ask = () =>
      Promise.race([
        this.inWorker(listens).catch(() => false),
        new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 1000)),
      ]);
    await until('the new worker', ask, Boolean, 15_000);
  }

  /**
   * Fires a command of the browser, as its key would; keys that are sent by CDP never reach the browser's own.
   * Answers when it was fired, milliseconds since 1970.
   */
  command(name: string): Promise<number> {
    return this.inWorker(async (command) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const fired = performance.timeOrigin + performance.now();
      const event = chrome.commands.onCommand as unknown as {
        dispatch(name: string, tab?: Browser.tabs.Tab): void;
      };
      event.dispatch(command, tab);
      return fired;
    }, name);
  }

  /** Chooses a line of our context menu in the active tab. */
  async menu(menuItemId: string, selectionText = ''): Promise<void> {
    await this.inWorker(
      async (item, selection) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const clicked = chrome.contextMenus.onClicked as unknown as {
          dispatch(info: object, tab?: Browser.tabs.Tab): void;
        };
        clicked.dispatch(
          { menuItemId: item, selectionText: selection, editable: false, pageUrl: tab?.url },
          tab,
        );
      },
      menuItemId,
      selectionText,
    );
  }

  /** Clicks the toolbar icon over a page: grants activeTab and opens the popup, which is handed back. */
  async clickIcon(page: ReaderPage): Promise<Target> {
    await page.page.bringToFront();
    const url = page.page.url();
    const tab = (await this.targets([{ type: 'tab' }])).find((target) => target.url === url);
    if (!tab) throw new Error(`No tab shows ${url}.`);
    const send = this.browser.send.bind(this.browser) as (method: string, params: object) => Promise<unknown>;
    await send('Extensions.triggerAction', { id: this.id, targetId: tab.targetId });
    const popups = await until(
      'the popup',
      () => this.targets(),
      (all) => all.some((target) => target.url === this.url('/popup.html')),
    );
    const popup = popups.find((target) => target.url === this.url('/popup.html'));
    const target = await Target.attach(this.browser, popup?.targetId ?? '');
    await until(
      'the popup to load',
      () => target.run(() => document.readyState),
      (state) => state === 'complete',
    );
    return target;
  }

  /** Sets what the reader chose in the settings, as the popup would; everything else is at its default. */
  async setSettings(settings: Record<string, unknown>): Promise<void> {
    await this.wake();
    await this.inWorker((chosen) => chrome.storage.local.set({ settings: chosen }), settings);
  }

  /** Closes every page and forgets what was chosen; the glossary stays. */
  async reset(): Promise<void> {
    // The browser ends with its last window.
    for (const page of this.context.pages().slice(1)) await page.close();
    await this.wake();
    await this.inWorker(() => chrome.storage.local.clear());
  }

  /** Starts the worker if it is stopped. */
  async wake(): Promise<void> {
    if (await this.workerRuns()) return;
    const page = await this.openOwn('/popup.html');
    await page.evaluate(() => chrome.runtime.sendMessage(null).catch(() => undefined));
    await page.close();
    await this.settled();
  }

  /** The text of the badge and the title of the toolbar icon over a page, which comes to the front. */
  async toolbar(page: ReaderPage): Promise<{ badge: string; title: string }> {
    await page.page.bringToFront();
    await this.wake();
    return this.inWorker(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const tabId = tab?.id;
      if (tabId === undefined) throw new Error('No tab is active.');
      return {
        badge: await chrome.action.getBadgeText({ tabId }),
        title: await chrome.action.getTitle({ tabId }),
      };
    });
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.site.close();
    if (!this.keepsProfile) rmSync(this.profileFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}
