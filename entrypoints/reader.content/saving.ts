import { t } from '@/components/text';
import { PRIVATE_WINDOW, sendMessage } from '@/utils/ext/messages';
import type { CardHost } from './card-host';
import type { CardView } from './card-view';
import { askAgain, isGone, sentenceOf } from './errors';
import { newTerm } from './new-term';
import type { ReaderSession } from './session';

/** What the parts of a reader work on. */
interface Parts {
  session: ReaderSession;
  host: CardHost;
  card: CardView;
}

/** Saves what stands first in the card, and says what came of it. */
export class Saving {
  readonly #parts: Parts;
  /** The reader was told that this is a private window; saving once more agrees. */
  #askedOfPrivate = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async save(): Promise<void> {
    const { card, host, session } = this.#parts;
    const { first, linked } = card;
    if (!first) return;
    if (linked) {
      card.tell(t('notice_save_linked'));
      return;
    }
    const isShown = () => card.first?.hit === first.hit;
    const tell = (sentence: string) => {
      // The term stays in the card for another try; where the card has gone, the sentence stands by itself.
      if (isShown()) card.tell(sentence);
      else host.say(sentence);
    };
    try {
      if (this.#askedOfPrivate) await sendMessage('agreeToPrivateSaving');
      const { block, cited } = first.at;
      // A text box has no place of its own in the page.
      const place = block.pieces.length > 0 ? block : null;
      const term = newTerm(first.hit, first.hit.met, block, cited ?? session.cite(place));
      // Saved twice, the same place of a text is one occurrence.
      session.analyses.learn([await askAgain(() => sendMessage('saveTerm', term))]);
      if (isShown()) card.tell('');
    } catch (error) {
      if (isShown()) card.pin(true);
      if (sentenceOf(error) === PRIVATE_WINDOW) {
        this.#askedOfPrivate = true;
        tell(t('notice_private'));
      } else {
        tell(t('notice_save_failed', isGone() ? t('notice_stopped') : sentenceOf(error)));
      }
    }
  }
}
