import type { CDPSession } from 'playwright-core';

interface Reply {
  id?: number;
  result?: unknown;
  error?: { message: string };
}

interface Waiting {
  resolve(reply: Reply): void;
  reject(error: Error): void;
}

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

/**
 * A target that Playwright does not show as a page or knows no longer: the worker after a restart, the popup. Talks
 * to it through the browser's own session.
 */
export class Target {
  #next = 1;
  readonly #waiting = new Map<number, Waiting>();

  private constructor(
    private readonly browser: CDPSession,
    private readonly session: string,
  ) {
    browser.on('Target.receivedMessageFromTarget', this.#receive);
    browser.on('Target.detachedFromTarget', this.#lose);
  }

  static async attach(browser: CDPSession, targetId: string): Promise<Target> {
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    return new Target(browser, sessionId);
  }

  async send<T>(method: string, params: object = {}): Promise<T> {
    const id = this.#next++;
    const message = JSON.stringify({ id, method, params });
    const reply = await new Promise<Reply>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.browser.send('Target.sendMessageToTarget', { message, sessionId: this.session }).catch(reject);
    });
    if (reply.error) throw new Error(`${method}: ${reply.error.message}`);
    return reply.result as T;
  }

  /** Runs a function there with arguments that JSON can hold; it may use nothing from outside itself. */
  async run<A extends unknown[], R>(body: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    const evaluated = await this.send<Evaluated>('Runtime.evaluate', {
      expression: call(body, args),
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    const failed = evaluated.exceptionDetails;
    if (failed) throw new Error(failed.exception?.description ?? failed.text);
    return evaluated.result.value as Awaited<R>;
  }

  async detach(): Promise<void> {
    this.browser.off('Target.receivedMessageFromTarget', this.#receive);
    this.browser.off('Target.detachedFromTarget', this.#lose);
    await this.browser.send('Target.detachFromTarget', { sessionId: this.session }).catch(() => undefined);
  }

  readonly #receive = ({ sessionId, message }: { sessionId: string; message: string }) => {
    if (sessionId !== this.session) return;
    const reply: Reply = JSON.parse(message);
    if (reply.id === undefined) return;
    this.#waiting.get(reply.id)?.resolve(reply);
    this.#waiting.delete(reply.id);
  };

  /** The target is gone, and with it every answer. */
  readonly #lose = ({ sessionId }: { sessionId: string }) => {
    if (sessionId !== this.session) return;
    for (const { reject } of this.#waiting.values()) reject(new Error('The target is gone.'));
    this.#waiting.clear();
  };
}

/** Source text that calls a function of ours elsewhere. Some compilers name inner functions by `__name`. */
export function call(body: (...args: never[]) => unknown, args: unknown[]): string {
  return `(() => { const __name = (f) => f; return (${body})(...${JSON.stringify(args)}); })()`;
}
