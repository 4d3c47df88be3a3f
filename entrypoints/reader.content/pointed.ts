import type { Block } from '@/utils/page/blocks';
import type { PageCitation } from '@/utils/page/citation';
import { boxInTop } from '@/utils/page/frames';
import { boxesOf } from '@/utils/page/hover';

/** A run of Chinese text that a card is opened on. */
export interface Pointed {
  block: Block;
  /** The boxes of a stretch of the block in the reader's window. */
  boxes(from: number, to: number): DOMRect[];
  /** Where it was read, if that is another page than the reader's: a frame that is too small for a card. */
  cited?: PageCitation;
}

/** A block of the page or of a frame that the reader reads with it. */
export function pointedIn(block: Block): Pointed {
  return {
    block,
    boxes: (from, to) => boxesOf(block, from, to).map((box) => boxInTop(box, block.element.ownerDocument)),
  };
}

/** Whether two are the same place: text boxes and small frames have their texts made anew each time. */
export function isSamePlace(one: Pointed, other: Pointed): boolean {
  if (one.block === other.block) return true;
  return (
    one.block.pieces.length === 0 &&
    one.block.element === other.block.element &&
    one.block.text === other.block.text
  );
}
