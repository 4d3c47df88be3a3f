import type { Aloud } from '@/components/HoverCard';
import { t } from '@/components/text';
import {
  type FramePointed,
  type GlossaryChange,
  type PageState,
  type ReaderCommand,
  sendMessage,
} from '@/utils/ext/messages';
import type { Settings, ShownScript } from '@/utils/ext/settings';
import { CardHost } from './card-host';
import { CardView } from './card-view';
import { Copying } from './copying';
import { ReadDocuments } from './documents';
import { isGone, sentenceOf } from './errors';
import { actionOf, type CardAction, focusedIn, SPOKEN } from './keys';
import { listener } from './listener';
import { LookUp } from './look-up';
import { Panels } from './panels';
import { type Pointed, pointedIn } from './pointed';
import { Pointing } from './pointing';
import { ReadAloud } from './read-aloud';
import { Saving } from './saving';
import { ReaderSession } from './session';
import { type FramePlace, frameInPage, pointedInFrame } from './small-frame';

/** What does something of its own when it is tapped. */
const TAPPED = 'a[href], button, select, summary, label, video, audio, [role="button"], [onclick]';

/** The reader in one page: pointing, selecting, keys and commands on one side, the card on the other. */
export class Reader {
  readonly #page: Document;
  readonly #signal: AbortSignal;
  readonly #session: ReaderSession;
  readonly #host: CardHost;
  readonly #card: CardView;
  readonly #pointing: Pointing;
  readonly #lookUp: LookUp;
  readonly #panels: Panels;
  readonly #aloud: ReadAloud;
  readonly #saving: Saving;
  readonly #copying: Copying;
  #settings: Settings;

  constructor(page: Document, settings: Settings, signal: AbortSignal) {
    this.#page = page;
    this.#signal = signal;
    this.#settings = settings;
    const fail = (error: unknown) => this.#fail(error);
    this.#host = new CardHost(page, signal);
    this.#session = new ReaderSession(page, settings, signal, {
      changed: () => {
        this.#card?.render();
        this.#panels?.changed();
      },
      failed: fail,
    });
    this.#card = new CardView(this.#host, this.#session, settings, {
      save: () => void this.#saving.save(),
      copy: (what) => this.#copying.copyOf(what),
      canReadAloud: () => this.#aloud.isPossible,
      readAloud: (what) => this.#readAloud(what),
      lost: (met) => this.#pointing.follow(met),
      fail,
    });
    const parts = { page, session: this.#session, host: this.#host, card: this.#card, signal, fail };
    this.#pointing = new Pointing(parts, settings);
    const documents = new ReadDocuments(page, signal, (each, until) => this.#adopt(each, until));
    this.#lookUp = new LookUp({ ...parts, pointing: this.#pointing, documents });
    this.#saving = new Saving(parts);
    this.#copying = new Copying({ ...parts, lookUp: this.#lookUp });
    this.#panels = new Panels({
      ...parts,
      show: (block, hits) => this.#card.open(pointedIn(block), hits, true),
    });
    this.#aloud = new ReadAloud(page, this.#session, this.#host, signal);
    const place = () => {
      this.#host.place();
      this.#aloud.place();
    };
    window.addEventListener('resize', place, { signal });
  }

  /** Reads a document, the page's own or a frame's, until a signal. */
  #adopt(document: Document, signal: AbortSignal): void {
    if (document !== this.#page) this.#session.adopt(document);
    const listen = listener(signal);
    listen(document, 'mousemove', (event) => {
      this.#pointing.onMove(event, document);
      this.#aloud.prepare();
    });
    listen(document, 'mouseout', ({ relatedTarget }) => {
      // Out of the top window the card stays; it is what the pointer may be on its way to.
      if (!relatedTarget && window !== window.top) this.#pointing.onOut(document);
    });
    listen(document, 'mouseup', (event) => this.#onMouseUp(event, document));
    listen(document, 'mousedown', (event) => this.#onMouseDown(event, document));
    listen(document, 'click', (event) => this.#onClick(event as PointerEvent, document));
    listen(document, 'scroll', () => this.#onScroll());
    listen(document, 'copy', () => this.#copying.onCopy());
    listen(document.defaultView as Window, 'keydown', (event) => this.#onKey(event), false);
    // After what is pointed at, which is asked for first.
    for (const sign of ['mousemove', 'pointerdown', 'focusin', 'keydown'] as const)
      listen(document, sign, () => this.#session.attend());
  }

  async state(): Promise<PageState> {
    await this.#session.ready;
    return this.#session.state(this.#host.removed);
  }

  apply(settings: Settings): void {
    this.#settings = settings;
    this.#session.apply(settings);
    this.#card.apply(settings);
    this.#pointing.apply(settings);
  }

  async show(script: ShownScript): Promise<PageState> {
    await this.#session.show(script).catch((error: unknown) => this.#fail(error));
    this.#tellFrames();
    return this.state();
  }

  /** The page around shows this script. */
  async follow(script: ShownScript): Promise<void> {
    if (window === window.top || script === this.#session.shown) return;
    await this.#session.show(script).catch((error: unknown) => this.#fail(error));
  }

  /** A small frame of another origin is pointed into; answers whether the card is drawn here. */
  onFrame(seen: FramePointed): boolean {
    if (window !== window.top || this.#host.removed || this.#signal.aborted) return false;
    const frame = frameInPage(seen, this.#page, this.#pointing.corner);
    const at = pointedInFrame(seen, frame, this.#page);
    this.#session.note(seen.text);
    if (seen.selected) {
      const text = seen.text.slice(seen.selected.from, seen.selected.to).replace(/\s+/g, '');
      void this.#lookUp.show({ ...at, ...seen.selected, text });
    } else if (
      !this.#card.isPinned &&
      !this.#pointing.takesFromFrame(frame.boxOf(seen.pointer.x, seen.pointer.y, 0, 0))
    )
      this.#showFrame({ ...at, offset: seen.at });
    return true;
  }

  onFrameLeft(place: FramePlace): void {
    this.#frameAt = null;
    if (this.#card.isPinned) return;
    const { boxOf } = frameInPage(place, this.#page, this.#pointing.corner);
    if (!this.#pointing.takesFromFrame(boxOf(place.pointer.x, place.pointer.y, 0, 0))) this.#pointing.leave();
  }

  onGlossary(change: GlossaryChange): void {
    this.#session.onGlossary(change);
  }

  /** A command of the browser: what is selected comes before what the card shows. */
  async run(command: ReaderCommand): Promise<void> {
    if (command === 'toggle-script') {
      if (window !== window.top) return;
      await this.#session.toggleScript().catch((error: unknown) => this.#fail(error));
      this.#tellFrames();
      return;
    }
    if (!this.#isMeant) return;
    if (command === 'copy-with-source') {
      this.#copying.copyWithSource();
      return;
    }
    const { selected } = this.#lookUp;
    if (selected && !(await this.#lookUp.show(selected))) return;
    if (command === 'save-term') await this.#saving.save();
  }

  /** Every reader of a tab hears a command; it is meant for the one with the card, else with the focus. */
  get #isMeant(): boolean {
    if (this.#card.isOpen) return true;
    const focused = focusedIn(this.#page);
    if (this.#page.hasFocus()) return focused?.localName !== 'iframe';
    return window === window.top;
  }

  #tellFrames(): void {
    if (window === window.top) void sendMessage('showInFrames', this.#session.shown).catch(() => undefined);
  }

  // Pointing

  /** What a small frame is pointed at; `null` when the pointer has left it. */
  #frameAt: (Pointed & { offset: number }) | null = null;

  #showFrame(at: Pointed & { offset: number }): void {
    this.#frameAt = at;
    this.#pointing.show(at, () => {
      if (this.#frameAt === at) this.#pointing.show(at, () => undefined);
    });
  }

  #close(): void {
    this.#lookUp.forget();
    this.#pointing.close();
  }

  /** The words move under a resting pointer. */
  #onScroll(): void {
    if (this.#aloud.isSpeaking) requestAnimationFrame(() => this.#aloud.place());
    if (!this.#card.isOpen) return;
    requestAnimationFrame(() => {
      if (this.#card.isPinned) {
        this.#host.place();
      } else {
        this.#close();
        this.#pointing.point();
      }
    });
  }

  #onMouseDown({ clientX, clientY }: MouseEvent, document: Document): void {
    if (!this.#pointing.isInCard(clientX, clientY, document)) this.#close();
  }

  /** A tap is all the pointing there is on a screen that is touched; a link or a button is tapped for itself. */
  #onClick(event: PointerEvent, document: Document): void {
    if (event.pointerType !== 'touch') return;
    if (event.composedPath().some((each) => (each as Element).matches?.(TAPPED))) return;
    this.#pointing.onTap(event, document);
  }

  // Selecting

  #onMouseUp({ clientX, clientY, button }: MouseEvent, document: Document): void {
    if (button !== 0 || this.#pointing.isInCard(clientX, clientY, document)) return;
    // The selection is settled only after the event.
    setTimeout(() => {
      const selected = this.#lookUp.selected;
      if (selected) void this.#lookUp.show(selected);
    });
  }

  // Keys act only while a card is open.

  #onKey(event: KeyboardEvent): void {
    const withShift = this.#settings.hover === 'key';
    if (withShift && event.key === 'Shift' && !event.repeat) this.#pointing.onShift();
    const action = actionOf(event, this.#page, withShift);
    if (!action || !this.#mayAct(action) || !this.#act(action)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** Keys act while a card is open; while something is read aloud the one that ends it does too. */
  #mayAct(action: CardAction): boolean {
    if (!this.#card.isOpen) return this.#aloud.isSpeaking && action === 'close';
    return SPOKEN[action] === undefined || this.#aloud.isPossible;
  }

  /** Reads the word that the card shows first, its sentence, or the article from there; the same again ends it. */
  #readAloud(what: Aloud): void {
    const { first } = this.#card;
    if (first) this.#aloud.toggle(what, first.at.block, first.hit);
  }

  /** Answers whether the key did anything; otherwise it is the page's. */
  #act(action: CardAction): boolean {
    const aloud = SPOKEN[action];
    if (action === 'back') return this.#card.back();
    if (action === 'page-up' || action === 'page-down')
      return this.#card.isPinned && this.#host.scroll(action === 'page-down' ? 1 : -1);
    if (action === 'enter') {
      // Within the card, the browser's own order.
      if (!this.#card.isPinned || this.#host.hasFocus) return false;
      this.#host.enter();
    } else if (aloud) this.#readAloud(aloud);
    else if (action === 'close') {
      this.#aloud.stop();
      this.#close();
    } else if (action === 'pin') this.#card.pin();
    else if (action === 'save') void this.#saving.save();
    else if (action === 'copy') this.#copying.copyOf('term');
    else if (action === 'copy-rendering') this.#copying.copyOf('rendering');
    else if (action === 'copy-citation') this.#copying.copyOf('citation');
    else if (action === 'longer' || action === 'shorter') this.#card.choose(action === 'longer' ? -1 : 1);
    else this.#card.step(action === 'next' ? 1 : -1);
    return true;
  }

  #fail(error: unknown): void {
    if (this.#signal.aborted) return;
    this.#host.say(isGone() ? t('notice_stopped') : t('notice_unanswered', sentenceOf(error)));
  }
}
