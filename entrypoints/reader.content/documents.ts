import { documentOf, framedDocuments } from '@/utils/page/frames';

/**
 * The documents that one reader reads: the page and its frames of the same origin, nested ones too, those that come
 * later as well.
 */
export class ReadDocuments {
  readonly #page: Document;
  readonly #signal: AbortSignal;
  readonly #adopt: (document: Document, signal: AbortSignal) => void;
  readonly #entered = new WeakMap<HTMLIFrameElement, Document>();
  readonly #left = new WeakMap<HTMLIFrameElement, AbortController>();

  /** @param adopt called once for each document, with a signal that ends with it */
  constructor(page: Document, signal: AbortSignal, adopt: (document: Document, signal: AbortSignal) => void) {
    this.#page = page;
    this.#signal = signal;
    this.#adopt = adopt;
    this.#take(page, signal);
  }

  /** The page first. */
  get all(): Document[] {
    return [this.#page, ...framedDocuments(this.#page)];
  }

  #take(document: Document, signal: AbortSignal): void {
    this.#adopt(document, signal);
    for (const frame of document.querySelectorAll('iframe')) this.#enter(frame);
    // A frame's document is another one after each load, and `document.open` takes the listeners away.
    document.addEventListener(
      'load',
      ({ target }) => {
        if ((target as Element).localName === 'iframe') this.#enter(target as HTMLIFrameElement);
      },
      { capture: true, signal },
    );
    // A frame in a shadow root is found when the pointer comes to it: looking for it would be looking at everything.
    document.addEventListener('mouseover', (event) => this.#onOver(event.composedPath()[0]), {
      capture: true,
      passive: true,
      signal,
    });
  }

  #onOver(target: EventTarget | undefined): void {
    if ((target as Element | undefined)?.localName !== 'iframe') return;
    const frame = target as HTMLIFrameElement;
    if (this.#entered.get(frame) !== documentOf(frame)) this.#enter(frame);
  }

  #enter(frame: HTMLIFrameElement): void {
    this.#left.get(frame)?.abort();
    const document = documentOf(frame);
    if (!document?.body) return;
    this.#entered.set(frame, document);
    const left = new AbortController();
    this.#left.set(frame, left);
    this.#take(document, AbortSignal.any([this.#signal, left.signal]));
  }
}
