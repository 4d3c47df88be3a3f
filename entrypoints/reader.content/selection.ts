import type { Span } from '@/utils/lang/span';
import type { Block } from '@/utils/page/blocks';
import { ownPlace } from '@/utils/page/ruby-text';

/** A longer run is a passage, not a term. */
export const LONGEST_SELECTION = 60;

/** Elements whose text stands on lines of its own. */
const PARAGRAPHS =
  'p, li, h1, h2, h3, h4, h5, h6, td, th, dd, dt, figcaption, blockquote, div, section, article';

/** A run that is selected within one block. */
export interface SelectedSpan extends Span {
  block: Block;
  /** The source text of the selection, breaks taken out. */
  text: string;
}

/** The run of Chinese text that is selected within one block, to the character; `null` where there is none. */
export function selectedSpan(
  page: Document,
  blockOf: (node: Text, offset: number) => Block | null,
): SelectedSpan | null {
  const selection = page.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const texts = textsIn(range);
  const [first] = texts;
  const last = texts.at(-1);
  if (!first || !last) return null;
  const block = blockOf(first.node, first.start);
  if (!block?.nodes.includes(last.node)) return null;
  const from = block.offsetOf(first.node, first.start);
  const end = block.offsetOf(last.node, last.end - 1);
  if (from === null || end === null) return null;
  const raw = block.text.slice(from, end + 1);
  const text = raw.replace(/\s+/g, '');
  if (!/\p{Script=Han}/u.test(text)) return null;
  const leading = raw.length - raw.trimStart().length;
  return { block, text, from: from + leading, to: from + raw.trimEnd().length };
}

/** The source of all that is selected, a line for each paragraph; empty where nothing is. */
export function selectedText(page: Document, sourceOf: (node: Text) => string): string {
  const selection = page.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return '';
  let text = '';
  let last: Element | null = null;
  for (const { node, start, end } of textsIn(selection.getRangeAt(0))) {
    const paragraph = node.parentElement?.closest(PARAGRAPHS) ?? null;
    if (text !== '' && paragraph !== last) text += '\n';
    last = paragraph;
    text += sourceOf(node).slice(start, end);
  }
  return text.trim();
}

/** The stretches of text nodes in a range, without white space between blocks: a triple click selects that too. */
function textsIn(range: Range): { node: Text; start: number; end: number }[] {
  const root = range.commonAncestorContainer;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: { node: Text; start: number; end: number }[] = [];
  for (
    let node = root.nodeType === Node.TEXT_NODE ? root : walker.nextNode();
    node;
    node = walker.nextNode()
  ) {
    if (!range.intersectsNode(node)) continue;
    const text = node as Text;
    const start = text === range.startContainer ? range.startOffset : 0;
    const end = text === range.endContainer ? range.endOffset : text.length;
    if (text.data.slice(start, end).trim() === '') continue;
    const { node: own, offset } = ownPlace(text, start);
    found.push({ node: own, start: offset, end: offset + end - start });
  }
  return found;
}
