import type { Aloud } from '@/components/HoverCard';
import type { Span } from '@/utils/lang/span';
import type { Block } from '@/utils/page/blocks';
import { boxInTop } from '@/utils/page/frames';
import { boxesOf } from '@/utils/page/hover';
import { type Passage, passageAt, passagesOf, Speaker, speechOf } from '@/utils/page/speech';
import type { CardHost } from './card-host';
import type { ReaderSession } from './session';

/**
 * Reads aloud by a voice of this machine and draws a mark over what is spoken. The mark follows from what the reader
 * does, so it stands inside our closed root and not among the page's highlights.
 */
export class ReadAloud {
  readonly #session: ReaderSession;
  readonly #host: CardHost;
  readonly #speaker: Speaker;
  #spoken: Passage | null = null;
  #what: Aloud | null = null;
  #isPrepared = false;

  constructor(page: Document, session: ReaderSession, host: CardHost, signal: AbortSignal) {
    this.#session = session;
    this.#host = host;
    this.#speaker = new Speaker({
      speech: speechOf(page.defaultView as Window & typeof globalThis),
      wordAt: ({ text }, offset) => session.analyses.words(text, { from: offset, to: offset + 1 })[0] ?? null,
      shown: (passage) => this.#show(passage),
    });
    signal.addEventListener('abort', () => this.#speaker.stop());
  }

  /** Browsers load their voices after they were first asked for them: to be called before a reader may want one. */
  prepare(): void {
    if (this.#isPrepared) return;
    this.#isPrepared = true;
    requestIdleCallback(() => this.isPossible);
  }

  /** Whether there is a voice. */
  get isPossible(): boolean {
    return this.#speaker.canSpeak;
  }

  get isSpeaking(): boolean {
    return this.#speaker.isSpeaking;
  }

  /**
   * Reads what a stretch of a block names instead of what is being read; asked for a sentence or the article while one
   * is read, ends.
   */
  toggle(what: Aloud, block: Block, { from, to }: Span): void {
    const { source } = this.#session;
    const isAgain = this.isSpeaking && what === this.#what && what !== 'word';
    this.#what = what;
    if (isAgain) this.stop();
    else if (what === 'word') this.#speaker.speak([{ block, from, to }], source);
    else if (what === 'sentence') {
      const sentence = passageAt(block, from);
      this.#speaker.speak(sentence ? [sentence] : [], source);
    } else this.#speaker.speak(this.#following(block, from), source);
  }

  stop(): void {
    this.#speaker.stop();
  }

  /** The words have moved. */
  place(): void {
    this.#host.showSpoken(this.#spoken ? this.#boxes(this.#spoken) : []);
  }

  /** From the sentence at an offset to the end of the article; a block outside it by itself. */
  *#following(block: Block, offset: number): Generator<Passage> {
    yield* passagesOf(block).filter(({ to }) => to > offset);
    const { blocks } = this.#session;
    const at = blocks.indexOf(block);
    if (at < 0) return;
    for (const next of blocks.slice(at + 1)) yield* passagesOf(next);
  }

  #show(passage: Passage | null): void {
    // Who has scrolled away from what is read is not brought back to it.
    const isFollowed = !this.#spoken || this.#isInView(this.#spoken);
    this.#spoken = passage;
    if (passage && isFollowed && !this.#isInView(passage)) this.#bringIntoView(passage);
    this.place();
  }

  /** Whether the first line of a passage is in the window; what is drawn nowhere is nowhere to be brought. */
  #isInView(passage: Passage): boolean {
    const [box] = this.#boxes(passage);
    return !box || (box.top >= 0 && box.bottom <= window.innerHeight);
  }

  #bringIntoView(passage: Passage): void {
    const [box] = this.#boxes(passage);
    if (box) window.scrollBy({ top: box.top - window.innerHeight / 3, behavior: 'instant' });
  }

  #boxes({ block, from, to }: Passage): DOMRect[] {
    return boxesOf(block, from, to).map((box) => boxInTop(box, block.element.ownerDocument));
  }
}
