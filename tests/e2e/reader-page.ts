import type { CDPSession, ElementHandle, Frame, Page } from 'playwright-core';
import { type CardView, middleOfPart, type Place, placeOf, textNodes, viewCard } from './card-view';
import { until } from './wait';

function holds({ left, right, top, bottom }: CardView['box'], x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** A page as a reader has it before them: points, clicks, selects, and sees the card. */
export class ReaderPage {
  /** Errors that the page's own scripts would see. */
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly cdp: CDPSession,
  ) {
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  static async attach(page: Page): Promise<ReaderPage> {
    return new ReaderPage(page, await page.context().newCDPSession(page));
  }

  /** Waits until the reader has put its host into the page. */
  async waitForReader(): Promise<void> {
    await this.page.locator('tifa-card').waitFor({ state: 'attached' });
  }

  /** Runs a function on our closed root; `null` where there is no root. */
  async inRoot<A, R>(
    body: (root: ShadowRoot, argument: A) => R,
    argument: A,
    cdp = this.cdp,
  ): Promise<Awaited<R> | null> {
    const objectId = await this.rootId(cdp);
    if (!objectId) return null;
    const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: `function (argument) { const __name = (f) => f; return (${body})(this, argument); }`,
      arguments: [{ value: argument }],
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** The closed root as the debugger sees it, without the help of any script in the page. */
  private async rootId(cdp: CDPSession): Promise<string | null> {
    const host = await cdp.send('Runtime.evaluate', {
      expression: 'document.querySelector("tifa-card")',
    });
    if (!host.result.objectId) return null;
    const { node } = await cdp.send('DOM.describeNode', {
      objectId: host.result.objectId,
      depth: 1,
      pierce: true,
    });
    const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
    if (backendNodeId === undefined) return null;
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId });
    return object.objectId ?? null;
  }

  /** The card as it is now; `null` where there is none. */
  card(): Promise<CardView | null> {
    return this.inRoot(viewCard, undefined);
  }

  /** The card that a frame of another site draws in its own window; `null` where it has no reader. */
  async frameCard(frame: Frame): Promise<CardView | null> {
    const cdp = await this.page.context().newCDPSession(frame);
    try {
      return await this.inRoot(viewCard, undefined, cdp);
    } finally {
      await cdp.detach();
    }
  }

  /** Moves the mouse onto the first character of a phrase in a frame. */
  async pointInFrame(frame: Frame, phrase: string): Promise<void> {
    const place = await frame.evaluate(placeOf, [phrase, 0, 'body'] as [string, number, string]);
    if (!place) throw new Error(`The frame does not hold ${phrase}.`);
    let { x, y } = place.first;
    for (let inner = frame; inner.parentFrame(); inner = inner.parentFrame() as Frame) {
      const element = await inner.frameElement();
      const [left, top] = await (element as ElementHandle<HTMLElement>).evaluate((around) => {
        const box = around.getBoundingClientRect();
        return [box.left + around.clientLeft, box.top + around.clientTop] as const;
      });
      x += left;
      y += top;
    }
    await this.page.mouse.move(x, y);
  }

  async place(phrase: string, nth = 0, within = 'body'): Promise<Place> {
    const place = await this.page.evaluate(placeOf, [phrase, nth, within] as [string, number, string]);
    if (!place) throw new Error(`The page does not hold ${phrase} (occurrence ${nth}).`);
    return place;
  }

  /** Moves the mouse onto the first character of a phrase and waits for nothing. */
  async point(phrase: string, nth = 0, within = 'body'): Promise<Place> {
    const place = await this.place(phrase, nth, within);
    await this.#moveTo(place.first.x, place.first.y);
    return place;
  }

  /** Straight to a point of the page; a card that lies over it goes first. */
  async #moveTo(x: number, y: number): Promise<void> {
    const card = await this.card();
    if (card?.state === 'open' && holds(card.box, x, y)) {
      await this.page.keyboard.press('Escape');
      await this.rest();
      await this.waitForClosed();
    }
    await this.page.mouse.move(x, y);
  }

  /** Points at a phrase until the card shows it: its entry is among those of the open card, which is handed back. */
  async hover(phrase: string, nth = 0, within = 'body'): Promise<CardView> {
    await this.point(phrase, nth, within);
    return this.waitForCard(`a card that shows ${phrase}`, ({ entries }) =>
      entries.some(({ headword }) => headword === phrase),
    );
  }

  /** Waits until the open card is as wanted; rejects after `timeout` milliseconds. */
  async waitForCard(what: string, enough: (card: CardView) => boolean, timeout?: number): Promise<CardView> {
    const card = await until(
      what,
      () => this.card(),
      (seen) => seen?.state === 'open' && enough(seen),
      timeout,
    );
    return card as CardView;
  }

  async waitForClosed(): Promise<void> {
    await until(
      'the card to close',
      () => this.card(),
      (card) => card?.state !== 'open',
    );
  }

  /** Takes the mouse off every text. */
  async rest(): Promise<void> {
    await this.page.mouse.move(2, 2);
  }

  /** Clicks a part of the card with the mouse. */
  async clickPart(name: string): Promise<void> {
    const middle = await this.inRoot(middleOfPart, name);
    if (!middle) throw new Error(`The card has no part ${name}.`);
    await this.page.mouse.move(middle.x, middle.y);
    await this.page.mouse.down();
    await this.page.mouse.up();
  }

  /** Selects a phrase by dragging the mouse over it. */
  async select(phrase: string, nth = 0, within = 'body'): Promise<void> {
    const { first, last } = await this.place(phrase, nth, within);
    const size = 8;
    await this.rest();
    await this.waitForClosed();
    await this.page.mouse.move(first.x - size + 1, first.y);
    await this.page.mouse.down();
    await this.page.mouse.move(last.x + size - 1, last.y, { steps: 6 });
    await this.page.mouse.up();
  }

  /** What stands in the browser's top layer, lowest first, by the names of the elements; backdrops left out. */
  async topLayer(): Promise<string[]> {
    await this.cdp.send('DOM.enable');
    await this.cdp.send('DOM.getDocument', {});
    const { nodeIds } = await this.cdp.send('DOM.getTopLayerElements');
    const nodes = await Promise.all(nodeIds.map((nodeId) => this.cdp.send('DOM.describeNode', { nodeId })));
    return nodes.map(({ node }) => node.localName).filter((name) => name !== '' && name !== '::backdrop');
  }

  selection(): Promise<string> {
    return this.page.evaluate(() => String(getSelection()));
  }

  texts(): Promise<string[]> {
    return this.page.evaluate(textNodes);
  }

  /** Waits until the page's text holds a phrase. */
  async waitForText(phrase: string): Promise<void> {
    await until(
      `the text ${phrase}`,
      () => this.page.evaluate((wanted) => document.body.textContent?.includes(wanted) ?? false, phrase),
      Boolean,
    );
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
