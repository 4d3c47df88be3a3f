import type { Span } from '@/utils/lang/span';

/** The element that holds the annotated copy of a text node. */
export const RUBY_ELEMENT = 'tifa-ruby';

/** A stretch of a text node's data and what is written above it. */
export interface RubyPair extends Span {
  above: string;
}

/** A copied stretch: the node that is drawn and where it begins in the data of the page's own. */
interface Copy {
  node: Text;
  start: number;
}

interface RubyText {
  /** What the page's node holds when it is not annotated. */
  data: string;
  element: HTMLElement;
  copies: Copy[];
  /** An empty text: only `normalize()` takes that out, and the emptied node of the page with it. */
  sentinel: Text;
}

/*
 * While a text node is annotated it stays where it is but is empty, and the element after it shows its text with what
 * is written above. Whoever reads the page's texts asks here, so that to all others the node holds its text as ever;
 * readings are drawn by the style, so that the page's `textContent` stays the same too.
 */
const annotated = new WeakMap<Text, RubyText>();
const origins = new WeakMap<Text, { node: Text; start: number }>();
const elements = new WeakSet<Node>();
/** Whether anything was ever annotated here: the pages of most readers never are. */
let isUsed = false;

/** A node's text as it stands in the page, annotated or not. */
export function dataOf(node: Text): string {
  return (node.data === '' && annotated.get(node)?.data) || node.data;
}

/** Whether a text node is annotated and the page has not written it since. */
export function isAnnotated(node: Text): boolean {
  return node.data === '' && annotated.has(node);
}

/** Whether an element is an annotated copy that we have put in, not one that the page has cloned. */
export function isRuby(node: Node): boolean {
  return elements.has(node);
}

/** Whether a text stands in what we have put in, or in a clone of that. */
export function isCopy(node: Text): boolean {
  return isUsed && node.parentElement?.closest(RUBY_ELEMENT) !== null;
}

/** Where a stretch of a text node is drawn: in the node itself or in its copies. */
export function drawnRanges(range: StaticRange): StaticRange[] {
  const ruby = annotated.get(range.startContainer as Text);
  if (!ruby || !isAnnotated(range.startContainer as Text)) return [range];
  return ruby.copies.flatMap(({ node, start }) => {
    const from = Math.max(range.startOffset - start, 0);
    const to = Math.min(range.endOffset - start, node.length);
    return from < to
      ? [new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to })]
      : [];
  });
}

/** The nodes in which a text node is drawn. */
export function drawnNodes(node: Text): Text[] {
  return isAnnotated(node) ? (annotated.get(node) as RubyText).copies.map((copy) => copy.node) : [node];
}

/** The page's own place of a place in a text that is drawn. */
export function ownPlace(node: Text, offset: number): { node: Text; offset: number } {
  const origin = origins.get(node);
  return origin ? { node: origin.node, offset: origin.start + offset } : { node, offset };
}

/** Shows a text of the same length in the copies of an annotated node. Throws where the lengths differ. */
export function writeAnnotated(node: Text, text: string): void {
  const ruby = annotated.get(node);
  if (!ruby) throw new Error('A text was to be written into a node that is not annotated.');
  if (ruby.data.length !== text.length)
    throw new RangeError(
      `A text of ${ruby.data.length} UTF-16 units cannot be shown as one of ${text.length}.`,
    );
  ruby.data = text;
  for (const { node: copy, start } of ruby.copies) {
    const part = text.slice(start, start + copy.length);
    if (copy.data !== part) copy.replaceData(0, copy.length, part);
  }
}

/** Annotates a text node of the page instead of however it was; pairs in order, offsets in its data. */
export function annotate(node: Text, pairs: readonly RubyPair[]): void {
  unannotate(node);
  const { data, ownerDocument: document } = node;
  if (data === '' || pairs.length === 0) return;
  const element = document.createElement(RUBY_ELEMENT);
  const copies: Copy[] = [];
  const copy = (into: Element, from: number, to: number) => {
    if (from >= to) return;
    const text = document.createTextNode(data.slice(from, to));
    into.append(text);
    copies.push({ node: text, start: from });
    origins.set(text, { node, start: from });
  };
  const sentinel = document.createTextNode('');
  let at = 0;
  for (const { from, to, above } of pairs) {
    copy(element, at, from);
    const ruby = document.createElement('ruby');
    const text = document.createElement('rt');
    text.dataset.reading = above;
    text.setAttribute('aria-hidden', 'true');
    copy(ruby, from, to);
    ruby.append(text);
    element.append(ruby);
    at = to;
  }
  copy(element, at, data.length);
  element.querySelector('rt')?.append(sentinel);
  elements.add(element);
  isUsed = true;
  keepingSelection(node, () => {
    node.data = '';
    node.after(element);
    annotated.set(node, { data, element, copies, sentinel });
  });
}

/**
 * Takes the annotation of a text node away: the node has its text again, with what the page has written into the
 * copies. Where the page has written the node itself, that stays.
 */
export function unannotate(node: Text): void {
  const ruby = annotated.get(node);
  if (!ruby) return;
  const { element, copies, sentinel } = ruby;
  keepingSelection(node, () => {
    annotated.delete(node);
    if (node.data === '') node.data = element.textContent ?? '';
    if (!node.isConnected && element.isConnected && !sentinel.parentNode) element.before(node);
    element.remove();
  });
  for (const { node: copy } of copies) origins.delete(copy);
}

/** Whether an annotation stands as it was made. */
export function isWhole(node: Text): boolean {
  const ruby = annotated.get(node);
  return ruby !== undefined && node.data === '' && node.isConnected && ruby.element.previousSibling === node;
}

/** The page has cloned an annotated copy: it gets the text alone, as the clone of an ordinary one would. */
export function flatten(clone: Element): void {
  const { previousSibling } = clone;
  if (previousSibling?.nodeType === 3 && dataOf(previousSibling as Text) === '') previousSibling.remove();
  clone.replaceWith(clone.ownerDocument.createTextNode(clone.textContent ?? ''));
}

/** Changes how a node is drawn; the reader's selection keeps its ends. */
function keepingSelection(node: Text, change: () => void): void {
  const selection = node.ownerDocument.getSelection();
  const end = (container: Node | null, offset: number) =>
    container?.nodeType === 3 ? ownPlace(container as Text, offset) : null;
  const anchor = end(selection?.anchorNode ?? null, selection?.anchorOffset ?? 0);
  const focus = end(selection?.focusNode ?? null, selection?.focusOffset ?? 0);
  change();
  if (!selection || !anchor || !focus || (anchor.node !== node && focus.node !== node)) return;
  const [from, to] = [drawnPlace(anchor), drawnPlace(focus)];
  selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

function drawnPlace({ node, offset }: { node: Text; offset: number }): { node: Text; offset: number } {
  if (!isAnnotated(node)) return { node, offset: Math.min(offset, node.length) };
  const { copies } = annotated.get(node) as RubyText;
  const copy = copies.findLast(({ start }) => start <= offset) as Copy;
  return { node: copy.node, offset: Math.min(offset - copy.start, copy.node.length) };
}
