import type { Block } from './blocks';
import { drawnNodes, drawnRanges, ownPlace } from './ruby-text';
import { elementOf } from './walk';

/** A character of the page: the text node and the UTF-16 offset at which it begins. */
export interface Point {
  node: Text;
  offset: number;
}

/** Elements that hide what lies under them. */
const OPAQUE = new Set([
  'img',
  'video',
  'canvas',
  'iframe',
  'embed',
  'object',
  'textarea',
  'input',
  'select',
]);

/** How opaque a background must be for the text under it to be unreadable. */
const HIDING_ALPHA = 0.5;

/** How many text nodes of one element are looked through where the browser's own way finds nothing. */
const NODES_LOOKED_THROUGH = 500;
/** How many elements around a picture are asked whether they let the pointer through. */
const ELEMENTS_LOOKED_THROUGH = 100;

/**
 * The character whose box is under a point of the window (CSS pixels); `null` where there is none. Nothing of the
 * page is changed: not the selection, the focus, a style or a node.
 */
export function pointAt(x: number, y: number, document: Document): Point | null {
  const stack = elementsAt(x, y, document);
  if (stack.length === 0) return null;
  const shadowRoots = [...new Set(stack.map((element) => element.getRootNode()))].filter(isShadowRoot);
  for (const { shadowRoot } of stack)
    if (shadowRoot && !shadowRoots.includes(shadowRoot)) shadowRoots.push(shadowRoot);
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
  const range = document.createRange();
  const node = caret?.offsetNode;
  // What is annotated lets the pointer through, so its own node tells whether it is under the point.
  if (caret && node && isText(node) && stack.some((element) => isParent(element, ownPlace(node, 0).node))) {
    const offset = characterAt(node, caret.offset, x, y, range);
    if (offset !== null) return seen(ownPlace(node, offset));
  }
  // Under a transparent overlay, in text that cannot be selected or is drawn out of its place the browser names
  // another node; the boxes still tell.
  for (const element of [...stack, ...clickedThrough(stack[0] as Element)]) {
    let count = 0;
    for (
      let node = (element.shadowRoot ?? element).firstChild;
      node && count < NODES_LOOKED_THROUGH;
      node = node.nextSibling
    ) {
      if (!isText(node)) continue;
      count++;
      for (const drawn of drawnNodes(node)) {
        const offset = search(drawn, x, y, range);
        if (offset !== null) return seen(ownPlace(drawn, offset));
      }
    }
  }
  return null;
}

function isParent(element: Element, node: Node): boolean {
  return node.parentNode === element || node.parentNode === element.shadowRoot;
}

/** Elements near one that lies under them but let the pointer through: captions over a picture. */
function clickedThrough(hit: Element): Element[] {
  const around = hit.parentElement;
  if (!around || !OPAQUE.has(hit.localName)) return [];
  const near = [...(around.parentElement ?? around).querySelectorAll('*')].slice(0, ELEMENTS_LOOKED_THROUGH);
  return near.filter((element) => getComputedStyle(element).pointerEvents === 'none');
}

/** The boxes of a stretch of a block in the window, one or more per line. */
export function boxesOf(block: Block, from: number, to: number): DOMRect[] {
  const boxes: DOMRect[] = [];
  for (const { startContainer, startOffset, endOffset } of block.rangesOf(from, to).flatMap(drawnRanges)) {
    const node = startContainer as Text;
    if (!node.isConnected || endOffset > node.length) continue;
    const range = node.ownerDocument.createRange();
    range.setStart(node, startOffset);
    range.setEnd(node, endOffset);
    for (const box of range.getClientRects()) if (box.width > 0 && box.height > 0) boxes.push(box);
  }
  return boxes;
}

/** The elements at a point, the topmost first, down to the first that hides the rest; through open shadow roots. */
function elementsAt(x: number, y: number, root: Document | ShadowRoot): Element[] {
  const found: Element[] = [];
  for (const element of root.elementsFromPoint(x, y)) {
    if (element.getRootNode() !== root) continue;
    if (element.shadowRoot) found.push(...elementsAt(x, y, element.shadowRoot));
    found.push(element);
    if (isOpaque(element)) break;
  }
  return found;
}

function isOpaque(element: Element): boolean {
  if (OPAQUE.has(element.localName)) return true;
  const style = getComputedStyle(element);
  if (Number(style.opacity) < HIDING_ALPHA) return false;
  if (style.backgroundImage !== 'none') return true;
  const alpha = /^rgba\(.*,\s*([\d.]+)\)$|\/\s*([\d.]+)\)$/.exec(style.backgroundColor);
  return alpha ? Number(alpha[1] ?? alpha[2]) >= HIDING_ALPHA : style.backgroundColor !== 'transparent';
}

/** A point in text that is drawn at all. */
function seen(point: Point): Point | null {
  let element = elementOf(point.node);
  // What has no box of its own is drawn as its parent is.
  while (element && getComputedStyle(element).display === 'contents') element = elementOf(element);
  return element?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ? point : null;
}

/** The character before or after a caret position whose box holds the point; where boxes overlap, the nearer one. */
function characterAt(node: Text, offset: number, x: number, y: number, range: Range): number | null {
  const { data } = node;
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const near of [offset, offset - 1]) {
    if (near < 0 || near >= data.length) continue;
    const start = isLowSurrogate(data, near) ? near - 1 : near;
    const end = (data.codePointAt(start) as number) > 0xffff ? start + 2 : start + 1;
    const box = boxAt(node, start, end, x, y, range);
    if (!box) continue;
    // Boxes of turned text overlap.
    const distance = Math.hypot(x - (box.left + box.right) / 2, y - (box.top + box.bottom) / 2);
    if (distance >= least) continue;
    best = start;
    least = distance;
  }
  return best;
}

/** The same without a caret position: halves the node until one character is left. */
function search(node: Text, x: number, y: number, range: Range): number | null {
  let from = 0;
  let to = node.length;
  if (to === 0 || !holds(node, from, to, x, y, range)) return null;
  while (to - from > 1) {
    let middle = (from + to) >> 1;
    if (isLowSurrogate(node.data, middle)) middle = middle - 1 > from ? middle - 1 : middle + 1;
    if (middle >= to) break;
    if (holds(node, from, middle, x, y, range)) to = middle;
    else if (holds(node, middle, to, x, y, range)) from = middle;
    else return null;
  }
  return from;
}

function holds(node: Text, from: number, to: number, x: number, y: number, range: Range): boolean {
  return boxAt(node, from, to, x, y, range) !== null;
}

/** The box of a stretch of text that holds a point. */
function boxAt(node: Text, from: number, to: number, x: number, y: number, range: Range): DOMRect | null {
  range.setStart(node, from);
  range.setEnd(node, to);
  for (const box of range.getClientRects())
    if (x >= box.left && x < box.right && y >= box.top && y < box.bottom) return box;
  return null;
}

function isLowSurrogate(text: string, at: number): boolean {
  return at > 0 && /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));
}

function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === 11 && 'host' in node;
}
