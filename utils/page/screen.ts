import { type Block, type BlockOptions, blocksFrom } from './blocks';
import { dataOf } from './ruby-text';

/** Columns of text are looked for at these shares of the window's width and height. */
const ACROSS = [0.2, 0.5, 0.8];
const DOWN = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75];
/** A window shows no more blocks than this in one column. */
const MOST_IN_COLUMN = 150;

/**
 * The blocks that are on screen now, column by column. A few points tell where the columns begin, since finding
 * what stands at a point takes long on a long page; from there the blocks follow one another.
 */
export function onScreen(document: Document, options: BlockOptions = {}): Block[] {
  const { defaultView } = document;
  if (!defaultView) return [];
  const { innerWidth, innerHeight } = defaultView;
  const blocks: Block[] = [];
  const seen = new Set<Text>();
  for (const across of ACROSS) {
    const first = firstText(document, innerWidth * across, innerHeight);
    if (!first || seen.has(first)) continue;
    let count = 0;
    for (const block of blocksFrom(first, options)) {
      const [node] = block.nodes;
      if (!node || seen.has(node) || ++count > MOST_IN_COLUMN) break;
      if (block.element.getBoundingClientRect().top > innerHeight) break;
      for (const each of block.nodes) seen.add(each);
      blocks.push(block);
    }
  }
  return blocks;
}

/** The first text that is met going down a column. */
function firstText(document: Document, x: number, height: number): Text | null {
  for (const down of DOWN) {
    const text = textAt(document, x, height * down);
    if (text) return text;
  }
  return null;
}

/** The first text of the element at a point, through open shadow roots. */
function textAt(document: Document, x: number, y: number): Text | null {
  let element = document.elementFromPoint(x, y);
  for (let root = element?.shadowRoot; root; root = element?.shadowRoot) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (!inner || inner.getRootNode() !== root) break;
    element = inner;
  }
  for (let node = element?.firstChild ?? null; node; node = node.nextSibling)
    if (node.nodeType === 3 && /\S/.test(dataOf(node as Text))) return node as Text;
  return null;
}
