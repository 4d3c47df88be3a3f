/** The page is looked at anew when it has been quiet for so long, milliseconds. */
const QUIET = 250;
/** A page that is never quiet is looked at anew every so many milliseconds. */
const AT_LEAST = 2000;
/** A page that never rests is looked at for this share of the time at most: one in so many milliseconds. */
const SHARE = 10;

/** An app that has gone to another address without a load shows the new text within these milliseconds. */
const MOVES = [300, 1500, 4000];

/** Where navigation without a load is told; younger browsers only. */
interface Navigation extends EventTarget {
  readonly canGoBack: boolean;
}

interface Watch {
  /** Whether a change is one of the text that is read. */
  concerns(change: MutationRecord): boolean;
  /** Whether what was read is no longer shown. */
  isGone(): boolean;
  /** Looks at the page anew. */
  look(): Promise<void>;
}

/** Looks at documents anew after what is read in them has changed, or the page has gone to another address. */
export class PageWatch {
  readonly #page: Document;
  readonly #signal: AbortSignal;
  readonly #watch: Watch;
  readonly #observer: MutationObserver;
  readonly #observed = new WeakSet<Node>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  #took = 0;
  #address: string;

  constructor(page: Document, signal: AbortSignal, watch: Watch) {
    this.#page = page;
    this.#signal = signal;
    this.#watch = watch;
    this.#address = addressOf(page);
    this.#observer = new MutationObserver((changes) => {
      this.#onMove();
      if (changes.some(watch.concerns)) this.again();
    });
    this.observe(page);
    const { navigation } = page.defaultView as unknown as { navigation?: Navigation };
    navigation?.addEventListener('currententrychange', () => this.#onMove(), { signal });
    page.defaultView?.addEventListener('popstate', () => this.#onMove(), { signal });
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#observer.disconnect();
    });
  }

  /** Watches a document, the page's own or a frame's. */
  observe({ documentElement }: Document): void {
    if (!documentElement || this.#observed.has(documentElement)) return;
    this.#observed.add(documentElement);
    this.#observer.observe(documentElement, { childList: true, characterData: true, subtree: true });
  }

  /** Has the page looked at anew when it is quiet. */
  again(): void {
    this.#since ||= Date.now();
    clearTimeout(this.#timer);
    const waited = Date.now() - this.#since;
    this.#timer = setTimeout(
      () => void this.#look(),
      waited > AT_LEAST ? 0 : Math.max(QUIET, (SHARE - 1) * this.#took),
    );
  }

  async #look(): Promise<void> {
    this.#since = 0;
    const start = performance.now();
    await this.#watch.look();
    this.#took = performance.now() - start;
  }

  /**
   * A single-page app may only hide one article and show another, which changes no node; where articles follow one
   * another, the address changes and nothing goes.
   */
  #onMove(): void {
    const address = addressOf(this.#page);
    if (address === this.#address) return;
    this.#address = address;
    for (const wait of MOVES)
      setTimeout(() => {
        if (!this.#signal.aborted && address === this.#address && this.#watch.isGone()) this.again();
      }, wait);
  }
}

/** A page's address without a fragment that is only a place in it. */
function addressOf({ URL: url }: Document): string {
  return url.replace(/#(?![!/]).*$/, '');
}
