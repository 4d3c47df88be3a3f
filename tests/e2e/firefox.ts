import { resolve } from 'node:path';
import { type CardView, middleOfPart, type Place, placeOf, textNodes, viewCard } from './card-view';
import { type FirefoxProcess, startFirefox } from './firefox-process';
import { LISTED, Site } from './site';
import { call } from './target';
import { until } from './wait';

/** Where WXT builds for Firefox. */
const BUILT = '.output/firefox-mv3';
const ADDON = 'tifa@tifa.example';
/** Fixed by a preference, so that the extension's own pages have a known address. */
const UUID = '7f1c1f5e-5d0b-4c62-9a3c-0d5a2f6b7e11';

/** Firefox with the built extension and a fresh profile; the test pages are its proxy, so it reaches nothing else. */
export class Firefox {
  private constructor(
    readonly site: Site,
    private readonly browser: FirefoxProcess,
  ) {}

  static async launch(): Promise<Firefox> {
    const site = await Site.start();
    const browser = await startFirefox({
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: UUID }),
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': site.port,
      // An optional permission is granted within the click, without the browser's prompt, which cannot be answered.
      'extensions.webextOptionalPermissionPrompts': false,
      'dom.security.https_first': false,
    });
    const install = { path: resolve(BUILT), temporary: true, allowPrivateBrowsing: true };
    await browser.marionette.send('Addon:Install', install);
    const firefox = new Firefox(site, browser);
    await firefox.#passWelcome();
    return firefox;
  }

  /** Closes the page that the first installation opens: commands would go to it, and what lies behind is not drawn. */
  async #passWelcome(): Promise<void> {
    const { marionette } = this.browser;
    const first = await this.currentTab();
    const other = async () =>
      (await marionette.send<string[]>('WebDriver:GetWindowHandles')).find((handle) => handle !== first);
    const welcome = await until('the welcome page', other, (handle) => handle !== undefined);
    await this.switchTo(welcome as string);
    await this.closeTab(first);
  }

  /** Address of one of the extension's own pages, such as `/glossary.html`. */
  url(path: string): string {
    return `moz-extension://${UUID}${path}`;
  }

  /** Opens an address in the current tab. */
  async go(url: string): Promise<void> {
    await this.browser.marionette.send('WebDriver:Navigate', { url });
  }

  /** Opens a page of the site and waits until the reader is there. */
  async read(path: string): Promise<void> {
    await this.go(this.site.url(path, LISTED));
    await until('the reader', () => this.run(() => document.querySelector('tifa-card') !== null), Boolean);
  }

  /** Turns to a frame of the page by its place, or back to the page with `null`; points are the frame's then. */
  async switchToFrame(index: number | null): Promise<void> {
    await this.browser.marionette.send('WebDriver:SwitchToFrame', { id: index });
  }

  /** Opens another tab, or another window, and turns to it; answers the handle by which to come back. */
  async newTab(type: 'tab' | 'window' = 'tab'): Promise<string> {
    const { handle } = await this.browser.marionette.send<{ handle: string }>('WebDriver:NewWindow', {
      type,
    });
    await this.switchTo(handle);
    return handle;
  }

  /** Opens a private window and turns to it. */
  async newPrivateWindow(): Promise<void> {
    const { handle } = await this.browser.marionette.send<{ handle: string }>('WebDriver:NewWindow', {
      type: 'window',
      private: true,
    });
    await this.switchTo(handle);
  }

  /** Closes the tab that it is turned to, and turns to another one. */
  async closeTab(then: string): Promise<void> {
    await this.browser.marionette.send('WebDriver:CloseWindow');
    await this.switchTo(then);
  }

  async switchTo(handle: string): Promise<void> {
    await this.browser.marionette.send('WebDriver:SwitchToWindow', { handle });
  }

  async currentTab(): Promise<string> {
    const { value } = await this.browser.marionette.send<{ value: string }>('WebDriver:GetWindowHandle');
    return value;
  }

  /** Runs a function in the page with the rights of the page itself; it may use nothing from outside itself. */
  run<A extends unknown[], R>(body: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return this.#execute(`return ${call(body, args)};`, undefined);
  }

  /** Runs a function on our closed root, with the rights of the browser; `null` where there is no root. */
  inRoot<A, R>(body: (root: ShadowRoot, argument: A) => R, argument: A): Promise<Awaited<R> | null> {
    const find = 'const root = document.querySelector("tifa-card")?.openOrClosedShadowRoot;';
    const script = `const __name = (f) => f; ${find} return root ? (${body})(root, ${JSON.stringify(argument)}) : null;`;
    return this.#execute(script, 'system');
  }

  async #execute<R>(script: string, sandbox: string | undefined): Promise<R> {
    const params = { script, args: [], ...(sandbox && { sandbox }) };
    return (await this.browser.marionette.send<{ value: R }>('WebDriver:ExecuteScript', params)).value;
  }

  /** Runs source text in the browser's own context. */
  async #inBrowser(script: string): Promise<void> {
    await this.browser.marionette.send('Marionette:SetContext', { value: 'chrome' });
    try {
      await this.browser.marionette.send('WebDriver:ExecuteScript', { script, args: [] });
    } finally {
      await this.browser.marionette.send('Marionette:SetContext', { value: 'content' });
    }
  }

  /** Fires a command of the browser, as its key would. */
  command(name: string): Promise<void> {
    return this.#inBrowser(
      `WebExtensionPolicy.getByID("${ADDON}").extension.shortcuts.onCommand("${name}");`,
    );
  }

  /** Stops the background, as the browser does when it has rested; the next event starts it. */
  stopBackground(): Promise<void> {
    return this.#inBrowser(`return WebExtensionPolicy.getByID("${ADDON}").extension.terminateBackground();`);
  }

  card(): Promise<CardView | null> {
    return this.inRoot(viewCard, undefined);
  }

  texts(): Promise<string[]> {
    return this.run(textNodes);
  }

  /** Points at a phrase until the card shows it. */
  async hover(phrase: string, nth = 0): Promise<CardView> {
    const place: Place | null = await this.run(placeOf, [phrase, nth, 'body'] as [string, number, string]);
    if (!place) throw new Error(`The page does not hold ${phrase} (occurrence ${nth}).`);
    // A card that lies over the phrase goes when the pointer leaves it.
    await this.move(2, 2);
    await until(
      'the card to close',
      () => this.card(),
      (card) => card?.state !== 'open',
    );
    await this.move(place.first.x, place.first.y);
    const card = await until(
      `a card that shows ${phrase}`,
      () => this.card(),
      (seen) => seen?.state === 'open' && seen.entries.some(({ headword }) => headword === phrase),
    );
    return card as CardView;
  }

  async clickPart(name: string): Promise<void> {
    const middle = await this.inRoot(middleOfPart, name);
    if (!middle) throw new Error(`The card has no part ${name}.`);
    await this.move(middle.x, middle.y, [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  /** Clicks an element of a page with the mouse, as a reader does. */
  async clickOn(selector: string): Promise<void> {
    const middle = await this.run((wanted) => {
      const element = document.querySelector(wanted);
      element?.scrollIntoView({ block: 'center' });
      const box = element?.getBoundingClientRect();
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    }, selector);
    if (!middle) throw new Error(`The page has no ${selector}.`);
    await this.move(middle.x, middle.y, [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  async move(x: number, y: number, then: object[] = []): Promise<void> {
    const point = { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 };
    await this.browser.marionette.send('WebDriver:PerformActions', {
      actions: [
        { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [point, ...then] },
      ],
    });
  }

  /** The page as a PDF in base64, on a sheet of a size in centimetres. */
  async print(page: { width: number; height: number }): Promise<string> {
    const { value } = await this.browser.marionette.send<{ value: string }>('WebDriver:Print', {
      page,
      margin: { top: 0, bottom: 0, left: 0, right: 0 },
      background: true,
      shrinkToFit: true,
    });
    return value;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.site.close();
  }
}
