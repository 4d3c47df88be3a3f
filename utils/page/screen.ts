import { type Block, type BlockOptions, blockAround } from './blocks';

/** Distances between the points looked at, CSS pixels: below a line of text, and below a narrow column. */
const STEP_DOWN = 24;
const STEP_ACROSS = 200;

/** The blocks that are on screen now, as far as some hundred points tell; the topmost first. */
export function onScreen(document: Document, options: BlockOptions = {}): Block[] {
  const { defaultView } = document;
  if (!defaultView) return [];
  const elements = new Set<Element>();
  for (let y = STEP_DOWN / 2; y < defaultView.innerHeight; y += STEP_DOWN)
    for (let x = STEP_ACROSS / 2; x < defaultView.innerWidth; x += STEP_ACROSS) {
      let element = document.elementFromPoint(x, y);
      for (let inner = element; inner; ) {
        element = inner;
        inner = element.shadowRoot?.elementFromPoint(x, y) ?? null;
        if (inner === element || inner?.getRootNode() !== element.shadowRoot) break;
      }
      if (element) elements.add(element);
    }
  const blocks: Block[] = [];
  const seen = new Set<Text>();
  for (const element of elements)
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType !== 3 || seen.has(node as Text) || !/\S/.test((node as Text).data)) continue;
      const block = blockAround(node as Text, options);
      if (!block) continue;
      for (const each of block.nodes) seen.add(each);
      blocks.push(block);
    }
  return blocks;
}
