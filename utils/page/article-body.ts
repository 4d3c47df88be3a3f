import { isRunning, LINKED_SHARE, type Outline, type OutlineBlock, PORTION } from './article-outline';

/** Where the body of an article stands. */
export interface Body {
  root: Element;
  /** Indexes of its blocks in the outline. */
  indexes: number[];
}

/** What a short text without a comma or full stop counts against the element that holds it. */
const LABEL = 10;
/** A notice counts more than a label. */
const NOTICE = 20;
/** The element that holds the first running text after the headline is preferred by this factor. */
const AFTER_HEADLINE = 2;
/** An opening that is set apart has at least so many Chinese characters outside links. */
const LONG_OPENING = 30;
/** Names of what says in short what follows: no part of the text. */
const SUMMARY = /summary|abstract|digest|desc|intro|zhaiyao|daoyu|subtitle/i;
/** Running text before the headline counts for so much. */
const BEFORE_HEADLINE = 0.3;

/** How far a block speaks for the element around it being the body: the characters of running text, less the rest. */
export function weightOf(outlined: OutlineBlock): number {
  const { han, linked, trust, notice } = outlined;
  if (isRunning(outlined)) return (han - linked) * trust;
  if (notice) return -NOTICE;
  if (linked > LINKED_SHARE * han) return -(LABEL + linked);
  return han === 0 ? -1 : -LABEL;
}

/**
 * The element whose blocks weigh most together: running text counts for it, links, labels and notices against it.
 * `null` where no element has any running text. Yields where it may pause.
 *
 * @param headline index of the headline's block; -1 where it is not known
 */
export function* findBody({ blocks }: Outline, headline: number): Generator<void, Body | null> {
  const scores = new Map<Element, number>();
  const firstRunning = blocks.findIndex(
    (block, index) => index > headline && weightOf(block) > 0 && block.trust === 1,
  );
  for (const [index, outlined] of blocks.entries()) {
    if (index % PORTION === 0) yield;
    let weight = weightOf(outlined);
    if (index < headline && weight > 0) weight *= BEFORE_HEADLINE;
    for (let element: Element | null = outlined.block.element; element; element = element.parentElement)
      scores.set(element, (scores.get(element) ?? 0) + weight);
  }
  const after = headline >= 0 ? blocks[firstRunning]?.block.element : undefined;
  let root: Element | null = null;
  let most = 0;
  let count = 0;
  for (const [element, score] of scores) {
    if (++count % PORTION === 0) yield;
    const preferred = after && element.contains(after) ? score * AFTER_HEADLINE : score;
    // Elements come from the inside out, so that of two that hold the same the inner one stays.
    if (preferred > most) {
      root = element;
      most = preferred;
    }
  }
  const body = root && bodyAt({ blocks }, root);
  return body && headline >= 0 ? withOpening(blocks, body, headline) : body;
}

/** A template may set the first paragraphs apart, between the headline and the rest. */
function withOpening(blocks: readonly OutlineBlock[], body: Body, headline: number): Body {
  const first = body.indexes[0] as number;
  const opening = blocks
    .map((_, index) => index)
    .slice(headline + 1, first)
    .filter((index) => weightOf(blocks[index] as OutlineBlock) >= LONG_OPENING);
  const isOpening = opening.length > 0 && opening.every((index) => isBodyKind(blocks, body, index));
  return isOpening ? { root: body.root, indexes: [...opening, ...body.indexes] } : body;
}

/** Whether a block stands in the same kind of element as the body's paragraphs. */
function isBodyKind(blocks: readonly OutlineBlock[], body: Body, index: number): boolean {
  const { element } = (blocks[index] as OutlineBlock).block;
  const { localName } = element;
  const names = `${element.getAttribute('class') ?? ''} ${element.parentElement?.getAttribute('class') ?? ''}`;
  return (
    localName === 'p' &&
    !SUMMARY.test(names) &&
    body.indexes.some((each) => blocks[each]?.block.element.localName === localName)
  );
}

/** The body that an element holds; `null` where it holds no text that is drawn. */
export function bodyAt({ blocks }: Pick<Outline, 'blocks'>, root: Element): Body | null {
  const indexes: number[] = [];
  for (const [index, { block }] of blocks.entries())
    if (root.contains(block.element) || isWithin(block.nodes[0], root)) indexes.push(index);
  return indexes.length > 0 ? { root, indexes } : null;
}

/** A block may stand in an element that is not laid out as a box. */
function isWithin(node: Node | undefined, root: Element): boolean {
  return node !== undefined && root.contains(node);
}
