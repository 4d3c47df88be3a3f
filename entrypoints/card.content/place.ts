import { computePosition, flip, offset, type Placement, shift, size } from '@floating-ui/dom';

/** Room between the word and the card: the pointer crosses it on its way into the card. */
const GAP = 6;
const MARGIN = 8;
/** Where the card may stand when there is no room below; beside the word only in a window wide enough for it. */
const BESIDE_TOO: Placement[] = ['top-start', 'right-start', 'left-start'];
/** A card lower than this shows nothing. */
const LOWEST = 90;

/** Puts the card under, over or beside the words whose boxes are given, inside the window and never on them. */
export function placeCard(card: HTMLElement, words: DOMRect[]): void {
  card.style.maxHeight = '';
  const around = { getBoundingClientRect: () => boundsOf(words), getClientRects: () => words };
  void computePosition(around, card, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      offset(GAP),
      flip({
        padding: MARGIN,
        fallbackPlacements: window.innerWidth > 3 * card.offsetWidth ? BESIDE_TOO : ['top-start'],
      }),
      shift({ padding: MARGIN }),
      size({
        padding: MARGIN,
        apply: ({ availableHeight }) => {
          if (card.offsetHeight > availableHeight)
            card.style.maxHeight = `${Math.max(availableHeight, LOWEST)}px`;
        },
      }),
    ],
  }).then(({ x, y }) => {
    card.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  });
}

function boundsOf(boxes: DOMRect[]): DOMRect {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
