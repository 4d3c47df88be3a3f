import type { FramePointed } from '@/utils/ext/messages';
import type { Span } from '@/utils/lang/span';
import type { PageCitation } from '@/utils/page/citation';
import { boxInTop, contentBox, foreignFrames } from '@/utils/page/frames';
import { TextMap } from '@/utils/page/text-map';
import type { Pointed } from './pointed';

/** A window smaller than this, in CSS pixels, has no room for a card: the top frame draws it. */
const SMALLEST = { width: 320, height: 200 };
/** So much text around the character pointed at goes to the top frame: more than a sentence. */
const AROUND = 1500;
/** How far the size of a frame may be from the one that the frame tells, in CSS pixels. */
const ROUNDING = 2;

/** Where the window's own corner stands on the screen. */
export interface Corner {
  x: number;
  y: number;
}

/** Where a window begins on the screen, by an event of the mouse in it. */
export function cornerOf({ screenX, screenY, clientX, clientY }: MouseEvent): Corner {
  return { x: screenX - clientX, y: screenY - clientY };
}

/** Where a window begins on the screen before the mouse was in it: below the browser's own bars. */
function guessedCorner({
  screenX,
  screenY,
  outerWidth,
  innerWidth,
  outerHeight,
  innerHeight,
}: Window): Corner {
  return { x: screenX + (outerWidth - innerWidth) / 2, y: screenY + outerHeight - innerHeight };
}

/** Whether a window is a frame's that is too small for a card. */
export function isTooSmall(window: Window): boolean {
  if (window === window.top) return false;
  return window.innerWidth < SMALLEST.width || window.innerHeight < SMALLEST.height;
}

/** What is pointed at in a small frame, for the top frame. */
export function framePointed(
  { block, boxes }: Pointed,
  hits: readonly Span[],
  wanted: { at: number; selected?: Span },
  cited: PageCitation,
  place: FramePlace,
): FramePointed {
  const start = Math.max(0, wanted.at - AROUND);
  const end = Math.min(block.text.length, wanted.at + AROUND);
  return {
    text: block.text.slice(start, end),
    at: wanted.at - start,
    ...(wanted.selected && {
      selected: { from: wanted.selected.from - start, to: wanted.selected.to - start },
    }),
    boxes: hits.map(({ from, to }) => ({
      from: from - start,
      to: to - start,
      boxes: boxes(from, to).map(({ left, top, width, height }) => [left, top, width, height]),
    })),
    cited,
    ...place,
  };
}

/** Where a frame's window and the pointer in it are. */
export type FramePlace = Pick<FramePointed, 'pointer' | 'corner' | 'size'>;

/** Where this window and the pointer in it are. */
export function framePlace(pointer: { x: number; y: number }, corner: Corner | null): FramePlace {
  return {
    pointer: { x: pointer.x, y: pointer.y },
    corner: corner ?? guessedCorner(window),
    size: { width: window.innerWidth, height: window.innerHeight },
  };
}

/** How boxes of a frame are brought into the window of the page around. */
interface FrameInPage {
  frame: HTMLIFrameElement | null;
  boxOf(left: number, top: number, width: number, height: number): DOMRect;
}

/**
 * The frame of another origin that a message came from: by its size and by where it stands on the screen. A page
 * knows no more of it.
 *
 * @param own where the page's own window begins on the screen, if the mouse was in it
 */
export function frameInPage({ corner, size }: FramePlace, page: Document, own: Corner | null): FrameInPage {
  const { x, y } = own ?? guessedCorner(page.defaultView as Window);
  const guess = { left: corner.x - x, top: corner.y - y, scaleX: 1, scaleY: 1 };
  const [frame = null] = foreignFrames(page)
    .filter((each) => {
      const { width, height } = contentBox(each);
      return Math.abs(width - size.width) <= ROUNDING && Math.abs(height - size.height) <= ROUNDING;
    })
    .sort((one, other) => distance(cornerInTop(one), guess) - distance(cornerInTop(other), guess));
  return {
    frame,
    boxOf: (x, y, width, height) => {
      const { left, top, scaleX, scaleY } = frame ? { ...contentBox(frame), ...cornerInTop(frame) } : guess;
      return new DOMRect(left + x * scaleX, top + y * scaleY, width * scaleX, height * scaleY);
    },
  };
}

/** The place of the page at which a small frame is pointed into. */
export function pointedInFrame(seen: FramePointed, { frame, boxOf }: FrameInPage, page: Document): Pointed {
  return {
    block: new TextMap(frame ?? page.documentElement, seen.text, [], new Map()),
    cited: seen.cited,
    boxes: (from, to) => {
      // The next word's boxes are not known here: the card stays where it is.
      const known = seen.boxes.find((each) => each.from === from && each.to === to) ?? seen.boxes[0];
      return (known?.boxes ?? []).map(([x = 0, y = 0, width = 0, height = 0]) => boxOf(x, y, width, height));
    },
  };
}

/** Where a frame's document begins in the reader's window. */
function cornerInTop(frame: HTMLIFrameElement): { left: number; top: number } {
  const inner = contentBox(frame);
  const { left, top } = boxInTop(new DOMRect(inner.left, inner.top), frame.ownerDocument);
  return { left, top };
}

function distance(one: { left: number; top: number }, other: { left: number; top: number }): number {
  return Math.hypot(one.left - other.left, one.top - other.top);
}
