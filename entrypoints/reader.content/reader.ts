import { t } from '@/components/text';
import {
  type GlossaryChange,
  type PageState,
  PRIVATE_WINDOW,
  type ReaderCommand,
  sendMessage,
} from '@/utils/ext/messages';
import type { Settings, ShownScript } from '@/utils/ext/settings';
import type { Analysis } from '@/utils/lang/analysis';
import { selectionHits } from '@/utils/lang/selection-hits';
import type { Block } from '@/utils/page/blocks';
import { citationOf } from '@/utils/page/citation';
import { pointAt } from '@/utils/page/hover';
import { CardHost } from './card-host';
import { CardView } from './card-view';
import { copyText } from './clipboard';
import { isGone, sentenceOf } from './errors';
import { actionOf, type CardAction } from './keys';
import { newTerm } from './new-term';
import { LONGEST_SELECTION, type SelectedSpan, selectedSpan, selectedText } from './selection';
import { ReaderSession } from './session';

/** How long a card stays when the pointer has left its word, milliseconds: time to reach the card. */
const GRACE = 250;

/** The reader in one page: pointing, selecting, keys and commands on one side, the card on the other. */
export class Reader {
  readonly #page: Document;
  readonly #signal: AbortSignal;
  readonly #session: ReaderSession;
  readonly #host: CardHost;
  readonly #card: CardView;
  #settings: Settings;
  #pointer = { x: -1, y: -1, shift: false };
  #leaving: ReturnType<typeof setTimeout> | undefined;
  /** Counts the selections looked up, so that an older answer gives way. */
  #lookUps = 0;
  #toldOfCopying = false;
  /** The reader was told that this is a private window; saving once more agrees. */
  #askedOfPrivate = false;

  constructor(page: Document, settings: Settings, signal: AbortSignal) {
    this.#page = page;
    this.#signal = signal;
    this.#settings = settings;
    this.#host = new CardHost(page, signal);
    this.#session = new ReaderSession(page, settings, signal, {
      changed: () => this.#card?.render(),
      failed: (error) => this.#fail(error),
    });
    this.#card = new CardView(this.#host, this.#session, settings, {
      save: () => void this.#save(),
      lost: (met) => this.#follow(met),
      fail: (error) => this.#fail(error),
    });
    this.#listen(page, 'mousemove', (event) => this.#onMove(event));
    this.#listen(page, 'mouseup', (event) => this.#onMouseUp(event));
    this.#listen(page, 'mousedown', (event) => this.#onMouseDown(event));
    this.#listen(page, 'scroll', () => this.#onScroll());
    this.#listen(page, 'copy', () => this.#onCopy());
    this.#listen(window, 'resize', () => this.#host.place());
    this.#listen(window, 'keydown', (event) => this.#onKey(event), false);
  }

  async state(): Promise<PageState> {
    await this.#session.ready;
    return this.#session.state(this.#host.removed);
  }

  apply(settings: Settings): void {
    this.#settings = settings;
    this.#session.apply(settings);
    this.#card.apply(settings);
  }

  async show(script: ShownScript): Promise<PageState> {
    await this.#session.show(script).catch((error: unknown) => this.#fail(error));
    return this.state();
  }

  onGlossary(change: GlossaryChange): void {
    this.#session.onGlossary(change);
  }

  /** A command of the browser: what is selected comes before what the card shows. */
  async run(command: ReaderCommand): Promise<void> {
    if (command === 'toggle-script') {
      await this.#session.toggleScript().catch((error: unknown) => this.#fail(error));
      return;
    }
    if (command === 'copy-with-source') {
      const text = selectedText(this.#page, this.#session.sourceOf) || this.#card.first?.hit.met;
      if (text) this.#copy(`${text}\n${citationOf(this.#session.article, this.#page)}`);
      else this.#host.say(t('notice_nothing_selected'));
      return;
    }
    const selected = this.#selected();
    if (selected && !(await this.#lookUp(selected))) return;
    if (command === 'save-term') await this.#save();
  }

  /** Hears the reader, not the page: what a script dispatches is no input. */
  #listen<K extends keyof GlobalEventHandlersEventMap>(
    target: EventTarget,
    type: K,
    handle: (event: GlobalEventHandlersEventMap[K]) => void,
    passive = true,
  ): void {
    target.addEventListener(
      type,
      (event) => event.isTrusted && handle(event as GlobalEventHandlersEventMap[K]),
      { signal: this.#signal, capture: true, passive },
    );
  }

  // Pointing

  #onMove({ clientX: x, clientY: y, shiftKey, buttons }: MouseEvent): void {
    this.#pointer = { x, y, shift: shiftKey };
    // Ahead of the first word; where it fails, pointing at a word says why.
    if (!this.#host.isReady) this.#host.load().catch(() => undefined);
    if (buttons === 0) this.#point();
  }

  /** The block and offset under the pointer; `null` where no Chinese is. */
  #under(): { block: Block; offset: number } | null {
    const point = pointAt(this.#pointer.x, this.#pointer.y, this.#page);
    const block = point && this.#session.blockOf(point.node, point.offset);
    const offset = point && block ? block.offsetOf(point.node, point.offset) : null;
    return block && offset !== null ? { block, offset } : null;
  }

  /** Shows what is under the pointer, or lets the card go. */
  #point(): void {
    if (this.#signal.aborted || this.#card.isPinned) return;
    if (this.#host.holds(this.#pointer.x, this.#pointer.y)) {
      this.#stay();
      this.#host.touch(true);
      return;
    }
    this.#host.touch(false);
    const under = this.#settings.hover === 'key' && !this.#pointer.shift ? null : this.#under();
    if (!under) {
      this.#leave();
      return;
    }
    const { block, offset } = under;
    const hits = this.#session.hitsAt(block, offset);
    if (hits === null) {
      this.#session.analyze(block, { from: offset, to: offset + 1 }).then(
        () => this.#point(),
        (error) => this.#fail(error),
      );
    } else if (hits.length === 0) {
      this.#leave();
    } else {
      this.#stay();
      this.#card.open(block, hits);
    }
  }

  /** The page wrote its text anew: the card stays on words that still stand under the pointer. */
  #follow(met: string): void {
    const under = this.#under();
    if (!under) return;
    const { block, offset } = under;
    if (block.text.slice(Math.max(0, offset - met.length), offset + met.length).includes(met)) this.#point();
  }

  #stay(): void {
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
  }

  #leave(): void {
    if (!this.#card.isOpen) return;
    this.#leaving ??= setTimeout(() => {
      this.#leaving = undefined;
      if (!this.#card.isPinned) this.#close();
    }, GRACE);
  }

  #close(): void {
    this.#stay();
    this.#lookUps++;
    this.#card.close();
  }

  /** The words move under a resting pointer. */
  #onScroll(): void {
    if (!this.#card.isOpen) return;
    requestAnimationFrame(() => {
      if (this.#card.isPinned) {
        this.#host.place();
      } else {
        this.#close();
        this.#point();
      }
    });
  }

  #onMouseDown({ clientX, clientY }: MouseEvent): void {
    if (!this.#host.holds(clientX, clientY)) this.#close();
  }

  // Selecting

  #selected(): SelectedSpan | null {
    return selectedSpan(this.#page, (node, offset) => this.#session.blockOf(node, offset));
  }

  #onMouseUp({ clientX, clientY, button }: MouseEvent): void {
    if (button !== 0 || this.#host.holds(clientX, clientY)) return;
    // The selection is settled only after the event.
    setTimeout(() => {
      const selected = this.#selected();
      if (selected) void this.#lookUp(selected);
    });
  }

  /** Opens a pinned card on exactly the run that is selected; answers whether it did. */
  async #lookUp({ block, from, text }: SelectedSpan): Promise<boolean> {
    if (text.length > LONGEST_SELECTION) {
      this.#host.say(t('notice_selection_long', LONGEST_SELECTION));
      return false;
    }
    const lookUp = ++this.#lookUps;
    try {
      const [{ analysis, saved }, [hans = text], [hant = text]] = await Promise.all([
        sendMessage('analyze', [text]),
        sendMessage('convert', { texts: [text], target: 'cn' }),
        sendMessage('convert', { texts: [text], target: 'tw' }),
      ]);
      if (lookUp !== this.#lookUps || this.#signal.aborted) return false;
      this.#session.analyses.learn(saved);
      const hits = selectionHits(JSON.parse(analysis) as Analysis, text, { headword: hans, variant: hant });
      this.#card.open(
        block,
        hits.map((hit) => ({ ...hit, from: hit.from + from, to: hit.to + from })),
        true,
      );
      return true;
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  // Keys act only while a card is open.

  #onKey(event: KeyboardEvent): void {
    const withShift = this.#settings.hover === 'key';
    if (withShift && event.key === 'Shift' && !event.repeat) {
      this.#pointer.shift = true;
      this.#point();
    }
    const action = this.#card.isOpen ? actionOf(event, this.#page, withShift) : null;
    if (!action) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#act(action);
  }

  #act(action: CardAction): void {
    if (action === 'close') this.#close();
    else if (action === 'pin') this.#card.pin();
    else if (action === 'save') void this.#save();
    else if (action === 'copy') this.#copy(this.#card.first?.hit.met ?? '');
    else if (action === 'copy-rendering') this.#copyRendering();
    else if (action === 'longer' || action === 'shorter') this.#card.choose(action === 'longer' ? -1 : 1);
    else this.#card.step(action === 'next' ? 1 : -1);
  }

  // Saving and copying

  async #save(): Promise<void> {
    const { first } = this.#card;
    if (!first) return;
    const tell = (sentence: string) => {
      // The term stays in the card for another try; where the card has gone, the sentence stands by itself.
      if (this.#card.first?.hit === first.hit) this.#card.tell(sentence);
      else this.#host.say(sentence);
    };
    try {
      if (this.#askedOfPrivate) await sendMessage('agreeToPrivateSaving');
      const term = newTerm(
        first.hit,
        first.hit.met,
        first.block,
        this.#session.article,
        this.#page,
        this.#session.sourceOf,
      );
      this.#session.analyses.learn([await sendMessage('saveTerm', term)]);
      if (this.#card.first?.hit === first.hit) this.#card.tell('');
    } catch (error) {
      if (this.#card.first?.hit === first.hit) this.#card.pin(true);
      if (sentenceOf(error) === PRIVATE_WINDOW) {
        this.#askedOfPrivate = true;
        tell(t('notice_private'));
      } else {
        tell(t('notice_save_failed', isGone() ? t('notice_stopped') : sentenceOf(error)));
      }
    }
  }

  /** The reader's own rendering where there is one, else the first that the bases give. */
  #copyRendering(): void {
    const { rendering } = this.#card;
    if (rendering !== '') this.#copy(rendering);
    else this.#host.say(t('notice_no_rendering'));
  }

  #copy(text: string): void {
    this.#toldOfCopying = true;
    this.#host.say(copyText(this.#page, text) ? t('notice_copied', text) : t('notice_copy_failed'));
  }

  /** The first ordinary copy from a converted page. */
  #onCopy(): void {
    if (this.#session.shown === 'source' || this.#toldOfCopying) return;
    this.#toldOfCopying = true;
    this.#host.say(t('notice_copied_converted'));
  }

  #fail(error: unknown): void {
    if (this.#signal.aborted) return;
    this.#host.say(isGone() ? t('notice_stopped') : t('notice_unanswered', sentenceOf(error)));
  }
}
