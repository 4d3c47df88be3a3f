import { t } from '@/components/text';
import { sendMessage } from '@/utils/ext/messages';
import { unpackAnalysis } from '@/utils/lang/packed-analysis';
import { selectionHits } from '@/utils/lang/selection-hits';
import type { CardHost } from './card-host';
import type { CardView } from './card-view';
import type { ReadDocuments } from './documents';
import { type Pointed, pointedIn } from './pointed';
import type { Pointing } from './pointing';
import { LONGEST_SELECTION, type SelectedSpan, selectedSpan } from './selection';
import type { ReaderSession } from './session';
import { framePointed, isTooSmall } from './small-frame';

/** A run that is selected, and where. */
export type SelectedPlace = SelectedSpan & Pointed;

interface LookUpParts {
  session: ReaderSession;
  host: CardHost;
  card: CardView;
  pointing: Pointing;
  documents: ReadDocuments;
  signal: AbortSignal;
  fail(error: unknown): void;
}

/** Looks up what the reader selects. */
export class LookUp {
  readonly #parts: LookUpParts;
  /** Counts the selections looked up, so that an older answer gives way. */
  #count = 0;

  constructor(parts: LookUpParts) {
    this.#parts = parts;
  }

  /** The document with a selection: the one last pointed into comes first. */
  get document(): Document | null {
    const { pointing, documents } = this.#parts;
    const selects = (document: Document) => document.getSelection()?.isCollapsed === false;
    return [pointing.document, ...documents.all].find(selects) ?? null;
  }

  /** The run of Chinese text that is selected; `null` where there is none. */
  get selected(): SelectedPlace | null {
    const from = this.document;
    const span = from && selectedSpan(from, (node, offset) => this.#parts.session.blockOf(node, offset));
    return span && { ...span, ...pointedIn(span.block) };
  }

  /** What is being looked up is wanted no more. */
  forget(): void {
    this.#count++;
  }

  /** Opens a pinned card on exactly the run that is selected; answers whether it did. */
  async show(selected: SelectedPlace): Promise<boolean> {
    const { session, host, card, pointing, signal, fail } = this.#parts;
    const { from, to, text } = selected;
    if (text.length > LONGEST_SELECTION) {
      host.say(t('notice_selection_long', LONGEST_SELECTION));
      return false;
    }
    if (isTooSmall(window)) {
      const cited = session.cite(selected.block);
      const wanted = { at: from, selected: { from, to } };
      const seen = framePointed(selected, [{ from, to }], wanted, cited, pointing.place);
      if (await sendMessage('framePointed', seen).catch(() => false)) return false;
    }
    const lookUp = ++this.#count;
    try {
      const [{ analysis, saved }, [hans = text], [hant = text]] = await Promise.all([
        sendMessage('analyze', [text]),
        sendMessage('convert', { texts: [text], target: 'cn' }),
        sendMessage('convert', { texts: [text], target: 'tw' }),
      ]);
      if (lookUp !== this.#count || signal.aborted) return false;
      session.analyses.learn(saved);
      const hits = selectionHits(unpackAnalysis(analysis), text, { headword: hans, variant: hant });
      card.open(
        selected,
        hits.map((hit) => ({ ...hit, from: hit.from + from, to: hit.to + from })),
        true,
      );
      // From here the keys go on to other words, on a page that was never pointed at too.
      session.attend();
      return true;
    } catch (error) {
      fail(error);
      return false;
    }
  }
}
