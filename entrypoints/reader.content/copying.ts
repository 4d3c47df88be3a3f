import type { Copied } from '@/components/HoverCard';
import { t } from '@/components/text';
import { citationLine, recordCitation, sentenceAround } from '@/utils/page/citation';
import type { CardHost } from './card-host';
import type { CardView } from './card-view';
import { copyText } from './clipboard';
import type { LookUp } from './look-up';
import { selectedText } from './selection';
import type { ReaderSession } from './session';

/** What the parts of a reader work on. */
interface Parts {
  page: Document;
  session: ReaderSession;
  host: CardHost;
  card: CardView;
  lookUp: LookUp;
}

/** Copies from card and page, always the original, and says so. */
export class Copying {
  readonly #parts: Parts;
  #isKnown = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Copies something of what stands first in the card. */
  copyOf(what: Copied): void {
    const { card } = this.#parts;
    const text = this.#textOf(what);
    if (text !== '') card.tell(this.#copy(text), true);
    else card.tell(t(what === 'citation' ? 'notice_no_source' : 'notice_no_rendering'), true);
  }

  /** Copies what is selected, else what the card shows, with its source. */
  copyWithSource(): void {
    const { card, host, lookUp, session } = this.#parts;
    const from = lookUp.document;
    const text = from ? selectedText(from, session.sourceOf) : (card.first?.hit.met ?? '');
    const block = lookUp.selected?.block ?? (from ? null : card.first?.at.block) ?? null;
    if (text === '') host.say(t('notice_nothing_selected'));
    else host.say(this.#copy(`${text}\n${citationLine(session.cite(block))}`));
  }

  /** The first ordinary copy from a converted page is not the original. */
  onCopy(): void {
    if (this.#parts.session.shown === 'source' || this.#isKnown) return;
    this.#isKnown = true;
    this.#parts.host.say(t('notice_copied_converted'));
  }

  /** Empty where the entry has no such thing. */
  #textOf(what: Copied): string {
    const { first, linked, rendering } = this.#parts.card;
    if (!first) return '';
    if (what === 'rendering') return rendering;
    if (what === 'term') return linked?.headword.hans ?? first.hit.met;
    if (linked) return recordCitation(linked);
    const { block, cited } = first.at;
    // A text box has no place of its own in the page.
    const source = citationLine(cited ?? this.#parts.session.cite(block.pieces.length > 0 ? block : null));
    return [first.hit.met, sentenceAround(block.text, first.hit).sentence, source].join('\n');
  }

  /** Answers what came of it. */
  #copy(text: string): string {
    this.#isKnown = true;
    return copyText(this.#parts.page, text) ? t('notice_copied', text) : t('notice_copy_failed');
  }
}
