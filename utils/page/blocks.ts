import { breaksOf } from '@/utils/lang/column-break';
import { BlockText } from './block-text';
import { hasLayout } from './elements';
import { hasHan, isForeignLanguage, isForeignText, statedLanguage } from './language';
import { dataOf } from './ruby-text';
import { TextMap } from './text-map';
import { elementOf, parentOf, Walk } from './walk';

/** A page that goes on taking out what is being read is left after so many tries. */
const MOST_BEGUN = 10;

/** One run of a page's text and where it stands. */
export type Block = TextMap;

export interface BlockOptions {
  /** The source of a node where the page is shown in another script; left out, the node's own text. */
  sourceOf?: (node: Text) => string;
  /** Whether text that is not displayed counts too: a page may show it at any time. */
  hidden?: boolean;
  /** Whether a text node always stands in one block, empty lines or not. */
  whole?: boolean;
  /** Told of every open shadow root that is met. */
  onShadowRoot?: (root: ShadowRoot) => void;
}

/**
 * The blocks of all text under a node in the order of the page, those without Chinese too. What stands next to
 * each other in the tree but is drawn apart (paragraphs, cells, lines with an empty one between) is apart.
 */
export function blocksOf(root: Node, options: BlockOptions = {}): Block[] {
  return [...eachBlock(root, options)];
}

/**
 * The same one by one, so that a large page can be read in slices. Where the page takes out between two slices what
 * is being read, it begins again, so that nothing is missed; blocks may then come twice.
 */
export function* eachBlock(root: Node, options: BlockOptions = {}): Generator<Block> {
  for (let begun = 0; begun < MOST_BEGUN; begun++) {
    const walk = walkOf(root, options);
    yield* gather(walk, options);
    if (!walk.isLost) return;
  }
}

/**
 * The block in which a text node stands; `null` where it is not drawn as text (an annotation, a hidden element,
 * white space between blocks). A node with an empty line in it stands in several blocks: with an `offset` it is
 * the one that holds that character, else the first.
 */
export function blockAround(node: Text, options: BlockOptions & { offset?: number } = {}): Block | null {
  const { offset } = options;
  const document = node.ownerDocument;
  const walk = walkOf(document, options, node);
  for (let parent = parentOf(node); parent; parent = parentOf(parent))
    if (parent.nodeType === 1 && walk.kind(parent) === 'skip') return null;

  const { start, run } = runStart(walk, node, options);
  for (const block of gather(walkOf(document, options, start), options)) {
    if (offset === undefined ? block.nodes.includes(node) : block.has(node, offset)) return block;
    // Past the run: the node holds nothing that is drawn.
    if (!block.nodes.some((each) => run.has(each))) return null;
  }
  return null;
}

/** The blocks from the one in which a text node stands to the end of the document. */
export function blocksFrom(node: Text, options: BlockOptions = {}): Generator<Block> {
  const document = node.ownerDocument;
  return gather(
    walkOf(document, options, runStart(walkOf(document, options, node), node, options).start),
    options,
  );
}

/** Where the run of text around a node begins, and its leaves up to the node. */
function runStart(walk: Walk, node: Text, options: BlockOptions): { start: Node; run: Set<Node> } {
  let first: Node = node;
  const run = new Set<Node>([node]);
  for (let breaks = 0; breaks < 2 || options.whole; ) {
    const leaf = walk.previous();
    if (leaf === 'edge' || leaf === 'end') break;
    if (leaf === 'break') breaks++;
    else if (leaf === 'object' || /\S/.test(dataOf(walk.node as Text))) {
      breaks = 0;
      first = walk.node;
      run.add(first);
    }
  }
  return { start: paragraphStart(first, walk, options), run };
}

/** Whether a block is text that we read: Chinese, neither Japanese nor Korean. */
export function isChinese(block: Block): boolean {
  return (
    hasHan(block.text) && !isForeignText(block.text) && !isForeignLanguage(statedLanguage(block.element))
  );
}

function walkOf(root: Node, { hidden, onShadowRoot }: BlockOptions, from?: Node): Walk {
  const document = root.nodeType === 9 ? (root as Document) : (root.ownerDocument as Document);
  return new Walk(root, { layout: hasLayout(document), hidden, onShadowRoot }, from);
}

/** Joins the paragraphs between which the text goes on: columns of a paper that was set as text. */
function* joined(blocks: Iterable<Block>): Generator<Block> {
  let parts: Block[] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (last && (parts.length >= MOST_PIECES || !goesOn(last, block))) {
      yield TextMap.joined(parts, '\n');
      parts = [];
    }
    parts.push(block);
  }
  if (parts.length > 0) yield TextMap.joined(parts, '\n');
}

/** An indent begins a paragraph; the name of a photographer ends a caption. */
const INDENT = /^[\u3000\u00a0]/;
const CAPTION_END = /[摄攝图圖绘繪]$/;
/** A paragraph is cut into so many pieces at most. */
const MOST_PIECES = 20;

/** Only paragraphs side by side: a list of headlines or a table is not cut by columns. */
function goesOn(before: Block, after: Block): boolean {
  const { element } = before;
  if (element.localName !== 'p' || after.element.localName !== 'p') return false;
  if (element === after.element || element.nextElementSibling !== after.element) return false;
  if (INDENT.test(after.text) || CAPTION_END.test(before.text)) return false;
  const lastLine = before.text.slice(before.text.lastIndexOf('\n') + 1);
  return breaksOf(`${lastLine}\n${after.text.slice(0, 20)}`)[0]?.kind === 'open';
}

/** Where to begin so that a block that starts at a leaf is whole: at the paragraph of which it is a later piece. */
function paragraphStart(first: Node, walk: Walk, options: BlockOptions): Node {
  let start = first;
  for (let pieces = 0; pieces < MOST_PIECES; pieces++) {
    let element = start.nodeType === 1 ? (start as Element) : elementOf(start);
    while (element && walk.kind(element) === 'inline') element = elementOf(element);
    const previous = element?.localName === 'p' ? element.previousElementSibling : null;
    if (!element || previous?.localName !== 'p') break;
    const before = last(runsOf(walkOf(previous, options), options));
    const [after] = runsOf(walkOf(element, options), options);
    if (!before || !after || !goesOn(before, after)) break;
    start = previous;
  }
  return start;
}

function last(blocks: Iterable<Block>): Block | undefined {
  let found: Block | undefined;
  for (const block of blocks) found = block;
  return found;
}

function gather(walk: Walk, options: BlockOptions): Generator<Block> {
  return joined(runsOf(walk, options));
}

function* runsOf(walk: Walk, options: BlockOptions): Generator<Block> {
  const sourceOf = options.sourceOf ?? dataOf;
  const elementAround = (node: Text): Element => {
    let element = elementOf(node) as Element;
    while (walk.kind(element) === 'inline') {
      const parent = elementOf(element);
      if (!parent) break;
      element = parent;
    }
    return element;
  };

  let text = new BlockText();
  function* finish(): Generator<Block> {
    const block = text.finish(elementAround);
    text = new BlockText();
    if (block) yield block;
  }
  for (;;) {
    const leaf = walk.next();
    if (leaf === 'text') {
      const node = walk.node as Text;
      const source = sourceOf(node);
      if (!source.includes('\n') || !walk.keepsLines(node)) {
        text.add(node, source);
        continue;
      }
      for (let start = 0; start < source.length; ) {
        const end = source.indexOf('\n', start);
        text.addKept(node, source, start, end < 0 ? source.length : end);
        if (end < 0) break;
        if (text.atLineStart && !options.whole) yield* finish();
        else text.breakLine();
        start = end + 1;
      }
    } else if (leaf === 'object') text.part();
    else if (leaf === 'break' && (options.whole || !text.atLineStart)) text.breakLine();
    else {
      yield* finish();
      if (leaf === 'end') return;
    }
  }
}
