import type { Copied } from '@/components/HoverCard';
import { citationLine, recordCitation, sentenceAround } from '@/utils/page/citation';
import type { CardView } from './card-view';
import type { ReaderSession } from './session';

/** What is copied of the entry that stands first in the card; empty where it has no such thing. */
export function copied(what: Copied, card: CardView, session: ReaderSession): string {
  const { first, linked, rendering } = card;
  if (!first) return '';
  if (what === 'rendering') return rendering;
  if (what === 'term') return linked?.headword.hans ?? first.hit.met;
  if (linked) return recordCitation(linked);
  const { block, cited } = first.at;
  // A text box has no place of its own in the page.
  const source = citationLine(cited ?? session.cite(block.pieces.length > 0 ? block : null));
  return [first.hit.met, sentenceAround(block.text, first.hit).sentence, source].join('\n');
}
