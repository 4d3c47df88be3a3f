import { sendMessage } from '@/utils/ext/messages';
import type { Settings } from '@/utils/ext/settings';
import type { Hit } from '@/utils/lang/hits';
import { isChinese } from '@/utils/page/blocks';
import { fieldPointAt } from '@/utils/page/field';
import { boxInTop } from '@/utils/page/frames';
import { pointAt } from '@/utils/page/hover';
import type { CardHost } from './card-host';
import type { CardView } from './card-view';
import { type Pointed, pointedIn } from './pointed';
import type { ReaderSession } from './session';
import { type Corner, cornerOf, type FramePlace, framePlace, framePointed, isTooSmall } from './small-frame';

/** How long a card stays when the pointer has left its word, milliseconds: time to reach the card. */
const GRACE = 250;

/** A character that is pointed at. */
interface PointedAt extends Pointed {
  offset: number;
}

/** What pointing works with. */
interface PointingParts {
  page: Document;
  session: ReaderSession;
  host: CardHost;
  card: CardView;
  signal: AbortSignal;
  fail(error: unknown): void;
}

/** The pointer in the documents of one reader, and the card that follows it. */
export class Pointing {
  readonly #parts: PointingParts;
  #settings: Settings;
  /** Where the pointer is, in the window of the document that it is in. */
  #pointer: { document: Document; x: number; y: number; shift: boolean };
  #corner: Corner | null = null;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  /** Whether the page around was told what is pointed at here. */
  #isTold = false;
  /** Counts what was waited for, so that an answer after a click or another word opens nothing. */
  #awaited = 0;

  constructor(parts: PointingParts, settings: Settings) {
    this.#parts = parts;
    this.#settings = settings;
    this.#pointer = { document: parts.page, x: -1, y: -1, shift: false };
  }

  /** The document that the pointer was in last. */
  get document(): Document {
    return this.#pointer.document;
  }

  /** Where the window begins on the screen; `null` before the mouse was in it. */
  get corner(): Corner | null {
    return this.#corner;
  }

  /** Where this window and the pointer in it are, for the page around. */
  get place(): FramePlace {
    return framePlace(this.#pointer, this.#corner);
  }

  apply(settings: Settings): void {
    this.#settings = settings;
  }

  onMove(event: MouseEvent, document: Document): void {
    const { clientX: x, clientY: y, shiftKey, buttons } = event;
    const { host, page } = this.#parts;
    this.#pointer = { document, x, y, shift: shiftKey };
    if (document === page) this.#corner = cornerOf(event);
    // Ahead of the first word; where it fails, pointing at a word says why.
    if (!host.isReady && !isTooSmall(window)) host.load().catch(() => undefined);
    if (buttons === 0) this.point();
  }

  /** A screen is touched: the card stands until it is touched elsewhere, and can be touched itself. */
  onTap({ clientX: x, clientY: y }: MouseEvent, document: Document): void {
    if (this.isInCard(x, y, document)) return;
    this.#pointer = { document, x, y, shift: true };
    this.point();
    this.#parts.host.touch(true);
  }

  /** The pointer has gone to another window. */
  onOut(document: Document): void {
    if (document !== this.#pointer.document) return;
    this.#pointer = { ...this.#pointer, x: -1, y: -1 };
    this.point();
  }

  /** Shift is held to point, and the pointer rests. */
  onShift(): void {
    this.#pointer.shift = true;
    this.point();
  }

  /** Whether a point of a document lies in the open card. */
  isInCard(x: number, y: number, document: Document): boolean {
    const { left, top } = boxInTop(new DOMRect(x, y), document);
    return this.#parts.host.holds(left, top);
  }

  /** A frame tells that the pointer is at this point of the page; whether it is in the card, which takes it. */
  takesFromFrame({ left, top }: DOMRect): boolean {
    const { host } = this.#parts;
    const isInCard = host.holds(left, top);
    if (isInCard) this.#stay();
    host.touch(isInCard);
    return isInCard;
  }

  /** Shows what is under the pointer, or lets the card go. */
  point(): void {
    const { card, host, signal } = this.#parts;
    if (signal.aborted || card.isPinned) return;
    const { x, y, document, shift } = this.#pointer;
    if (this.isInCard(x, y, document)) {
      this.#stay();
      host.touch(true);
      return;
    }
    host.touch(false);
    const under = this.#settings.hover === 'key' && !shift ? null : this.#under();
    if (under) this.show(under, () => this.point());
    else this.leave();
  }

  /**
   * Shows a card on a character; `again` is called where its text had to be analysed first, unless something else
   * was pointed at or clicked meanwhile.
   */
  show(at: PointedAt, again: () => void): void {
    const { session, card, fail } = this.#parts;
    const hits = session.hitsAt(at.block, at.offset);
    if (hits === null) {
      const awaited = ++this.#awaited;
      const answered = () => awaited === this.#awaited && again();
      session.analyze(at.block, { from: at.offset, to: at.offset + 1 }).then(answered, fail);
    } else if (hits.length === 0) {
      this.leave();
    } else {
      this.#stay();
      if (!at.cited && isTooSmall(window)) void this.#tell(at, hits);
      else card.open(at, hits);
    }
  }

  /** The page wrote its text anew: the card stays on words that still stand under the pointer. */
  follow(met: string): void {
    const under = this.#under();
    if (!under) return;
    const { block, offset } = under;
    if (block.text.slice(Math.max(0, offset - met.length), offset + met.length).includes(met)) this.point();
  }

  /** The pointer has left its word. */
  leave(): void {
    if (this.#isTold) {
      this.#isTold = false;
      void sendMessage('frameLeft', this.place).catch(() => undefined);
    }
    if (!this.#parts.card.isOpen) return;
    this.#leaving ??= setTimeout(() => {
      this.#leaving = undefined;
      if (!this.#parts.card.isPinned) this.#parts.card.close();
    }, GRACE);
  }

  close(): void {
    this.#awaited++;
    this.#stay();
    this.#parts.card.close();
  }

  /** Has the page around draw the card of a frame that is too small; where it cannot, the frame does. */
  async #tell(at: PointedAt, hits: Hit[]): Promise<void> {
    this.#isTold = true;
    const { session, card } = this.#parts;
    const cited = session.cite(at.block.pieces.length > 0 ? at.block : null);
    const seen = framePointed(at, hits, { at: at.offset }, cited, this.place);
    const isDrawn = await sendMessage('framePointed', seen).catch(() => false);
    if (!isDrawn && this.#isTold) card.open(at, hits);
  }

  /** The character under the pointer; `null` where no Chinese is. */
  #under(): PointedAt | null {
    const { session } = this.#parts;
    const { x, y, document } = this.#pointer;
    const point = pointAt(x, y, document);
    const block = point && session.blockOf(point.node, point.offset);
    const offset = point && block ? block.offsetOf(point.node, point.offset) : null;
    if (block && offset !== null) return { ...pointedIn(block), offset };
    const field = point ? null : fieldPointAt(x, y, document);
    if (!field || !isChinese(field.block)) return null;
    session.note(field.block.text);
    const boxes = (from: number, to: number) => field.boxesOf(from, to).map((box) => boxInTop(box, document));
    return { block: field.block, offset: field.offset, boxes };
  }

  #stay(): void {
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
  }
}
