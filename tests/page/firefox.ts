import { type FirefoxProcess, startFirefox } from '../e2e/firefox-process';

/** Firefox without any extension: the modules under test run in the page. */
export class PlainFirefox {
  private constructor(private readonly browser: FirefoxProcess) {}

  static async launch(): Promise<PlainFirefox> {
    const browser = await startFirefox();
    await browser.marionette.send('WebDriver:SetWindowRect', { width: 1000, height: 800 });
    return new PlainFirefox(browser);
  }

  /** Shows a page of this HTML. */
  async show(html: string): Promise<void> {
    await this.browser.marionette.send('WebDriver:Navigate', { url: 'about:blank' });
    await this.run('document.open(); document.write(arguments[0]); document.close();', html);
  }

  /** Runs a script in the page with its `arguments`; answers what it returns. */
  async run<R>(script: string, ...args: unknown[]): Promise<R> {
    const parameters = { script, args, sandbox: null };
    return (await this.browser.marionette.send<{ value: R }>('WebDriver:ExecuteScript', parameters)).value;
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
