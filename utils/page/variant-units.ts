import type { Block } from './blocks';
import { type Convertible, SHOWN_ATTRIBUTES } from './convertible';
import { hasHan, isForeignText } from './language';
import { TextMap } from './text-map';
import type { VariantRecord } from './variant-record';

/** One text that may be shown in another script. */
export interface Unit {
  /** Where it stands; with the text it tells whether the page writes the same again and again. */
  place: Node;
  text: string;
  /** Shows what the text was converted to, of the same length. */
  show(converted: string): void;
}

/** The unit of a block; `null` where nothing in it may be converted. */
export function textUnit(block: Block, convertible: Convertible, record: VariantRecord): Unit | null {
  if (!hasHan(block.text)) return null;
  const open = block.nodes.map(
    (node) => node.parentElement !== null && convertible.allows(node.parentElement),
  );
  if (!open.includes(true)) return null;
  const text = open.includes(false)
    ? block.nodes.map((node, index) => (open[index] ? record.sourceOf(node) : '')).join('')
    : block.text;
  if (!hasHan(text) || isForeignText(text)) return null;
  return {
    place: block.element,
    text: block.text,
    show: (converted) => showBlock(block, open, converted, record),
  };
}

function showBlock(block: Block, open: readonly boolean[], converted: string, record: VariantRecord): void {
  const { pieces, text } = block;
  let index = 0;
  for (let at = 0; at < pieces.length; ) {
    const node = pieces[at]?.node as Text;
    while (block.nodes[index] !== node) index++;
    const source = block.sources[index] as string;
    let shown = '';
    let done = 0;
    for (let piece = pieces[at]; piece?.node === node; piece = pieces[++at]) {
      const { from, start, length } = piece;
      const part = converted.slice(from, from + length);
      // Folded white space stands as one space in the block, but must stay what it is in the node.
      if (part === text.slice(from, from + length)) continue;
      shown += source.slice(done, start) + part;
      done = start + length;
    }
    if (open[index]) record.showText(node, source, shown + source.slice(done));
  }
}

/** The units of an element's attributes that a reader sees or hears. */
export function attributeUnits(element: Element, convertible: Convertible, record: VariantRecord): Unit[] {
  // The titles of style sheets are names.
  if (element.localName === 'link' || element.localName === 'style') return [];
  return SHOWN_ATTRIBUTES.flatMap((name) => {
    const text = record.attributeSource(element, name);
    if (!text || !hasHan(text) || isForeignText(text) || !convertible.allowsAttributes(element)) return [];
    const show = (converted: string) => record.showAttribute(element, name, text, converted);
    return [{ place: element, text, show }];
  });
}

/** The document's title, as it stands in the tab. */
export function titleUnits(document: Document, record: VariantRecord): Unit[] {
  const title = document.head?.querySelector('title');
  return [...(title?.childNodes ?? [])].flatMap((node) => {
    if (!title || node.nodeType !== 3) return [];
    const text = record.sourceOf(node as Text);
    const pieces = [{ node: node as Text, start: 0, from: 0, length: text.length }];
    const block = new TextMap(title, text, pieces, new Map([[node as Text, text]]));
    if (!hasHan(text) || isForeignText(text)) return [];
    return [{ place: title, text, show: (converted: string) => showBlock(block, [true], converted, record) }];
  });
}
