import type { HoverCardProps } from '@/components/HoverCard';
import { sendMessage } from '@/utils/ext/messages';
import { cardProgram } from './card-program';
import hostCss from './host.css?inline';

/** A page that takes the host away once may have rewritten itself; one that does it again does not want it. */
const RETURNS = 1;
/** How long a sentence stands, milliseconds. */
const SENTENCE = 6000;
/** How much of what is seen a page key scrolls: a line or two stay. */
const PAGE = 0.85;

/** The element `tifa-card` with its closed root: the mark over the word, the card, and a sentence now and then. */
export class CardHost {
  readonly #page: Document;
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #style: HTMLStyleElement;
  readonly #card: HTMLElement;
  readonly #marks: HTMLElement;
  /** The mark over what is read aloud, with the card or without. */
  readonly #spoken: HTMLElement;
  readonly #toast: HTMLElement;
  #draw: ((props: HoverCardProps | null) => void) | null = null;
  #loading: Promise<void> | null = null;
  #anchor: () => DOMRect[] = () => [];
  /** The modal dialogs of the page that are open, the last one uppermost. */
  readonly #dialogs: HTMLDialogElement[] = [];
  /** What our element was put into last. */
  #heldBy: Element | null = null;
  #returns = 0;
  /** What had the focus before the card took it. */
  #focusedBefore: HTMLElement | null = null;
  /** Whether the page took the host away more than once. */
  removed = false;

  constructor(page: Document, signal: AbortSignal) {
    this.#page = page;
    this.#host = page.createElement('tifa-card');
    this.#host.setAttribute('popover', 'manual');
    this.#root = this.#host.attachShadow({ mode: 'closed' });
    const shadow = this.#root;
    this.#style = page.createElement('style');
    this.#style.textContent = hostCss;
    this.#marks = page.createElement('div');
    this.#spoken = page.createElement('div');
    this.#spoken.dataset.part = 'spoken';
    this.#card = page.createElement('div');
    this.#card.className = 'card tifa';
    this.#card.dataset.part = 'card';
    this.#card.dataset.state = 'closed';
    // So that a key can bring the focus here.
    this.#card.tabIndex = -1;
    this.#toast = page.createElement('output');
    this.#toast.className = 'toast';
    this.#toast.dataset.part = 'toast';
    shadow.append(this.#style, this.#spoken, this.#marks, this.#card, this.#toast);

    // What is done inside the card bubbles no further; a page that listens while events go down still hears of them.
    for (const type of [
      'click',
      'pointerdown',
      'pointerup',
      'mouseup',
      'dblclick',
      'keydown',
      'keyup',
      'wheel',
    ])
      shadow.addEventListener(type, (event) => event.stopPropagation());
    shadow.addEventListener('mousedown', (event) => {
      event.stopPropagation();
      // A click on a button takes neither the page's focus nor its selection.
      if ((event.target as Element).closest('button')) event.preventDefault();
    });

    this.#show();
    // Above a dialog or a fullscreen element that came after us: the top layer is in the order of showing.
    page.addEventListener('fullscreenchange', () => this.#show(), { signal, capture: true });
    const onToggle = ({ target }: Event) => target !== this.#host && this.#onToggle(target as Element);
    page.addEventListener('toggle', onToggle, { signal, capture: true });
    const observer = new MutationObserver(() => this.#comeBack());
    observer.observe(page.documentElement, { childList: true });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      this.#draw?.(null);
      this.#host.remove();
    });
  }

  get isOpen(): boolean {
    return this.#card.dataset.state === 'open';
  }

  /** Whether the card can be drawn at once. */
  get isReady(): boolean {
    return this.#draw !== null;
  }

  /** Has the card's script put into the page; rejects where the extension is gone. */
  load(): Promise<void> {
    this.#loading ??= this.#fetch().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  /**
   * Whether the card takes the pointer: only while it is over the card or the card is pinned, since a page can ask
   * what stands at any point of the window.
   */
  touch(over: boolean): void {
    this.#card.dataset.touched = String(over);
  }

  /** Whether a point of the window lies in the open card. */
  holds(x: number, y: number): boolean {
    if (!this.isOpen) return false;
    const { left, right, top, bottom } = this.#card.getBoundingClientRect();
    return x >= left && x < right && y >= top && y < bottom;
  }

  /**
   * Shows the card at the words whose boxes `anchor` gives (in the window); it is placed before the next paint.
   * Throws where it is not ready.
   */
  open(props: HoverCardProps, anchor: () => DOMRect[]): void {
    if (!this.#draw) throw new Error('The card was opened before its script had come.');
    if (this.removed) return;
    this.#anchor = anchor;
    this.#card.dataset.state = 'open';
    this.#setPinned(props.pinned, props.hits[0]?.met ?? '');
    this.#showAgain();
    this.#draw(props);
    this.place();
  }

  close(): void {
    if (!this.isOpen) return;
    this.#giveFocusBack();
    this.#card.dataset.state = 'closed';
    this.#marks.replaceChildren();
    this.#draw?.(null);
  }

  /** Puts card and mark where the words stand now. */
  place(): void {
    if (!this.isOpen) return;
    const boxes = this.#anchor();
    this.#markBoxes(this.#marks, 'mark', boxes);
    cardProgram()?.place(this.#card, boxes);
  }

  /** Draws the mark over what is read aloud, in the boxes given (in the window). */
  showSpoken(boxes: readonly DOMRect[]): void {
    this.#markBoxes(this.#spoken, 'spoken', boxes);
  }

  #markBoxes(into: HTMLElement, name: string, boxes: readonly DOMRect[]): void {
    into.replaceChildren(
      ...boxes.map(({ left, top, width, height }) => {
        const mark = this.#page.createElement('div');
        mark.className = name;
        mark.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
        return mark;
      }),
    );
  }

  /** Whether the focus is in the card. */
  get hasFocus(): boolean {
    return this.#root.activeElement !== null && this.#card.contains(this.#root.activeElement);
  }

  /** Brings the focus into the card; `close` gives it back. */
  enter(): void {
    this.#focusedBefore = this.#page.activeElement as HTMLElement | null;
    this.#card.focus({ preventScroll: true });
  }

  /** The card has another entry: from its beginning, and the focus stays where a button of the last one had it. */
  turn(): void {
    const { activeElement } = this.#page;
    if (this.#scroll) this.#scroll.scrollTop = 0;
    if (this.#focusedBefore && !this.hasFocus && activeElement === this.#page.body)
      this.#card.focus({ preventScroll: true });
  }

  /** Scrolls by most of what is seen, up (-1) or down (1); `false` where all is seen. */
  scroll(by: 1 | -1): boolean {
    const scroll = this.#scroll;
    if (!scroll || scroll.scrollHeight <= scroll.clientHeight) return false;
    scroll.scrollBy({ top: by * scroll.clientHeight * PAGE, behavior: 'instant' });
    return true;
  }

  get #scroll(): Element | null {
    return this.#card.querySelector('[data-part="scroll"]');
  }

  /** A card that is pointed at is no more than a picture of the text; a pinned one is a dialog of its own. */
  #setPinned(pinned: boolean, met: string): void {
    this.#card.dataset.pinned = String(pinned);
    if (pinned) {
      this.#card.setAttribute('role', 'dialog');
      this.#card.setAttribute('aria-label', `Tifa: ${met}`);
    } else {
      this.#card.removeAttribute('role');
      this.#card.removeAttribute('aria-label');
    }
  }

  #giveFocusBack(): void {
    const before = this.#focusedBefore;
    this.#focusedBefore = null;
    if (!this.hasFocus) return;
    (this.#root.activeElement as HTMLElement).blur();
    if (before?.isConnected && before !== this.#page.body) before.focus({ preventScroll: true });
  }

  /** One sentence to the reader, gone by itself. */
  say(sentence: string): void {
    this.#showAgain();
    this.#toast.textContent = sentence;
    setTimeout(() => {
      if (this.#toast.textContent === sentence) this.#toast.textContent = '';
    }, SENTENCE);
  }

  async #fetch(): Promise<void> {
    if (!cardProgram()) await sendMessage('loadCard');
    const program = cardProgram();
    if (!program) throw new Error('The card could not be loaded.');
    this.#style.textContent = hostCss + program.css;
    // The size of text that the reader asks of the browser: the host, which the page cannot style, has it.
    this.#card.style.setProperty('--em', getComputedStyle(this.#host).fontSize);
    this.#draw = program.mount(this.#card);
  }

  #onToggle(element: Element): void {
    const at = this.#dialogs.indexOf(element as HTMLDialogElement);
    if (at >= 0) this.#dialogs.splice(at, 1);
    if (element.matches('dialog:modal')) this.#dialogs.push(element as HTMLDialogElement);
    this.#show();
  }

  /** What may hold our element: all that stands outside a modal dialog takes no pointer, the top layer included. */
  get #home(): Element {
    const isModal = (dialog: Element) => dialog.isConnected && dialog.matches(':modal');
    // Of one that was open before the reader, and of all in Chromium before 132, no event has told.
    const found = () => [...this.#page.getElementsByTagName('dialog')].findLast(isModal);
    return this.#dialogs.findLast(isModal) ?? found() ?? this.#page.documentElement;
  }

  #show(): void {
    if (this.removed) return;
    this.#heldBy = this.#home;
    if (this.#host.parentNode !== this.#heldBy) this.#heldBy.append(this.#host);
    if (this.#host.matches(':popover-open')) this.#host.hidePopover();
    this.#host.showPopover();
  }

  /** The page may have hidden what it can reach of us, or taken away the dialog that held us. */
  #showAgain(): void {
    const isThere = this.#host.parentNode === this.#home && this.#host.matches(':popover-open');
    if (!isThere) this.#show();
  }

  #comeBack(): void {
    if (this.#host.isConnected) return;
    if (this.#heldBy !== this.#page.documentElement || this.#returns++ < RETURNS) this.#show();
    else this.removed = true;
  }
}
