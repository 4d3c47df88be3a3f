import { computePosition, flip, offset, type Placement, shift, size } from '@floating-ui/dom';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import controls from '@/components/controls.css?inline';
import theme from '@/components/theme.css?inline';
import cardCss from './card.css?inline';

/** Our host is the same for every page and every state: what the card shows stands inside the closed root only. */
const HOST_CSS = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  display: block !important;
  width: 0 !important;
  height: 0 !important;
  margin: 0 !important;
  overflow: visible !important;
  color-scheme: light dark !important;
}
`;
/** Room between the word and the card: the pointer crosses it on its way into the card. */
const GAP = 6;
const MARGIN = 8;
/** Where the card may stand when there is no room below; beside the word only in a window wide enough for it. */
const BESIDE_TOO: Placement[] = ['top-start', 'right-start', 'left-start'];
/** A page that takes the host away once may have rewritten itself; one that does it again does not want it. */
const RETURNS = 1;

/** The element `tifa-card` with its closed root: the mark over the word, the card, and a sentence now and then. */
export class CardHost {
  readonly #page: Document;
  readonly #host: HTMLElement;
  readonly #card: HTMLElement;
  readonly #marks: HTMLElement;
  readonly #toast: HTMLElement;
  readonly #root: Root;
  #anchor: () => DOMRect[] = () => [];
  #returns = 0;
  /** Whether the page took the host away more than once. */
  removed = false;

  constructor(page: Document, signal: AbortSignal) {
    this.#page = page;
    this.#host = page.createElement('tifa-card');
    this.#host.setAttribute('popover', 'manual');
    const shadow = this.#host.attachShadow({ mode: 'closed' });
    const style = page.createElement('style');
    style.textContent = HOST_CSS + theme + controls + cardCss;
    this.#marks = page.createElement('div');
    this.#card = page.createElement('div');
    this.#card.className = 'card';
    this.#card.dataset.part = 'card';
    this.#card.dataset.state = 'closed';
    this.#card.setAttribute('role', 'dialog');
    this.#card.setAttribute('aria-label', 'Tifa');
    this.#toast = page.createElement('output');
    this.#toast.className = 'toast';
    this.#toast.dataset.part = 'toast';
    shadow.append(style, this.#marks, this.#card, this.#toast);
    this.#root = createRoot(this.#card);

    // The page's own handlers hear nothing of what is done inside the card.
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
    for (const type of ['fullscreenchange', 'toggle'])
      page.addEventListener(type, (event) => event.target !== this.#host && this.#show(), {
        signal,
        capture: true,
      });
    const observer = new MutationObserver(() => this.#comeBack());
    observer.observe(page.documentElement, { childList: true });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      this.#root.unmount();
      this.#host.remove();
    });
  }

  get isOpen(): boolean {
    return this.#card.dataset.state === 'open';
  }

  /** Whether a point of the viewport lies in the open card. */
  holds(x: number, y: number): boolean {
    if (!this.isOpen) return false;
    const { left, right, top, bottom } = this.#card.getBoundingClientRect();
    return x >= left && x < right && y >= top && y < bottom;
  }

  /** Shows the card at the words whose boxes `anchor` gives (in the viewport); it is placed before the next paint. */
  open(content: ReactNode, anchor: () => DOMRect[], pinned: boolean): void {
    if (this.removed) return;
    this.#anchor = anchor;
    this.#card.dataset.state = 'open';
    this.#card.dataset.pinned = String(pinned);
    flushSync(() => this.#root.render(content));
    this.place();
  }

  close(): void {
    if (!this.isOpen) return;
    this.#card.dataset.state = 'closed';
    this.#marks.replaceChildren();
    flushSync(() => this.#root.render(null));
  }

  /** Puts card and mark where the words stand now. */
  place(): void {
    if (!this.isOpen) return;
    const boxes = this.#anchor();
    this.#marks.replaceChildren(
      ...boxes.map(({ left, top, width, height }) => {
        const mark = this.#page.createElement('div');
        mark.className = 'mark';
        mark.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
        return mark;
      }),
    );
    const around = { getBoundingClientRect: () => boundsOf(boxes), getClientRects: () => boxes };
    const card = this.#card;
    card.style.maxHeight = '';
    void computePosition(around, card, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(GAP),
        flip({
          padding: MARGIN,
          fallbackPlacements: window.innerWidth > 3 * card.offsetWidth ? BESIDE_TOO : ['top-start'],
        }),
        shift({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) => {
            // The card never covers the word: where neither side has room, it is lower and scrolls.
            if (card.offsetHeight > availableHeight)
              card.style.maxHeight = `${Math.max(availableHeight, 90)}px`;
          },
        }),
      ],
    }).then(({ x, y }) => {
      card.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
    });
  }

  /** One sentence to the reader, gone by itself. */
  say(sentence: string): void {
    this.#toast.textContent = sentence;
    setTimeout(() => {
      if (this.#toast.textContent === sentence) this.#toast.textContent = '';
    }, 6000);
  }

  #show(): void {
    if (this.removed) return;
    if (!this.#host.isConnected) this.#page.documentElement.append(this.#host);
    if (this.#host.matches(':popover-open')) this.#host.hidePopover();
    this.#host.showPopover();
  }

  #comeBack(): void {
    if (this.#host.isConnected) return;
    if (this.#returns++ < RETURNS) this.#show();
    else this.removed = true;
  }
}

function boundsOf(boxes: DOMRect[]): DOMRect {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
