import { RUBY_ELEMENT } from './ruby-text';

/** What an element does to the run of text around it. */
export type Kind = 'text' | 'break' | 'object' | 'inline' | 'edge' | 'skip';

/**
 * Elements whose text a reader never sees as text of the page. `rt` and `rp` annotate, they are no text; what we have
 * annotated is read in the node before.
 */
const SKIPPED = new Set(
  (
    'script style noscript template head title meta link base rt rp rtc textarea datalist audio video canvas object ' +
    `embed iframe frame frameset noframes math area map param source track ${RUBY_ELEMENT}`
  ).split(' '),
);

/** Elements that are a thing in the line rather than text: they part words, but not a sentence. */
const OBJECTS = new Set(['img', 'input', 'picture', 'meter', 'progress']);

/** Elements that stay in the line unless a style says otherwise. */
const PHRASING = new Set(
  (
    'a abbr acronym b basefont bdi bdo big blink cite code data del dfn em font i ins kbd label mark nobr output q ' +
    'ruby rb s samp slot small span strike strong sub sup time tt u var wbr slot tspan textpath'
  ).split(' '),
);

/** Controls whose label is a text of its own wherever they stand in the line. */
const CONTROLS = new Set(['button', 'select', 'option', 'optgroup', 'summary', 'legend']);

/** Values of `display` that keep an element's text in the line. */
const IN_LINE = new Set(['inline', 'contents', 'ruby', 'ruby-base', 'block ruby']);

const STYLE_DISPLAY = /(?:^|;)\s*display\s*:\s*([a-z-]+)/i;

/**
 * Whether the document has a layout engine behind it, so that computed styles say how the page looks. A saved
 * page that was only parsed has none; there names of elements and `style` attributes must do.
 */
export function hasLayout(document: Document): boolean {
  return document.defaultView !== null && typeof document.documentElement?.checkVisibility === 'function';
}

/**
 * What kind of thing a node is for the text around it, as the page is laid out.
 *
 * @param hidden whether what is not displayed counts as a block all the same
 */
export function kindOf(node: Node, layout: boolean, hidden = false): Kind {
  if (node.nodeType === 3) return 'text';
  if (node.nodeType !== 1) return 'skip';
  const element = node as Element;
  const name = element.localName;
  if (name === 'br') return 'break';
  if (name === 'wbr') return 'inline';
  if (SKIPPED.has(name)) return 'skip';
  const display = layout ? computedDisplay(element) : statedDisplay(element);
  if (display === 'none') return hidden ? 'edge' : 'skip';
  if (OBJECTS.has(name)) return 'object';
  if (CONTROLS.has(name)) return 'edge';
  if (name === 'svg') return 'edge';
  if (display === '') return PHRASING.has(name) || isUnknown(name) ? 'inline' : 'edge';
  if (display === 'ruby-text') return 'skip';
  if (IN_LINE.has(display)) return 'inline';
  // Pages wrap single characters and emphasised words in inline-blocks; a list item or a box is one by its name.
  if (display === 'inline-block' && PHRASING.has(name)) return 'inline';
  if (hidden && display === 'block' && PHRASING.has(name) && goesOnBefore(element)) return 'inline';
  return 'edge';
}

/** Whether a word may run from the text before into the element, however it is drawn. */
function goesOnBefore(element: Element): boolean {
  const before = element.previousSibling;
  return before?.nodeType === 3 && /\S$/.test((before as Text).data) && /^\S/.test(element.textContent ?? '');
}

/** Custom elements are inline until a style says otherwise, as in a browser. */
function isUnknown(name: string): boolean {
  return name.includes('-');
}

function computedDisplay(element: Element): string {
  const style = getComputedStyle(element);
  const { display } = style;
  // A drop cap floats out of its word; `float` turns its display into block.
  if (display === 'block' && PHRASING.has(element.localName) && isDropCap(element, style)) return 'inline';
  return display;
}

function isDropCap(element: Element, style: CSSStyleDeclaration): boolean {
  return style.float !== 'none' && [...(element.textContent ?? '').trim()].length === 1;
}

function statedDisplay(element: Element): string {
  if (element.hasAttribute('hidden')) return 'none';
  const style = element.getAttribute('style');
  if (!style) return '';
  const display = STYLE_DISPLAY.exec(style)?.[1]?.toLowerCase() ?? '';
  return display === 'inherit' || display === 'initial' || display === 'unset' ? '' : display;
}

/** Whether text in the element is the reader's or an editor's to write: never to be changed by us. */
export function isEditable(element: Element): boolean {
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  return element.localName === 'textarea' || element.getAttribute('role') === 'textbox';
}
