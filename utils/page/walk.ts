import { type Kind, kindOf } from './elements';

/** What a walk meets: text, a line break, a thing in the line, the border of a block, or the end of the tree. */
export type Leaf = 'text' | 'break' | 'object' | 'edge' | 'end';

/** How a tree is walked. */
export interface WalkOptions {
  /** Whether computed styles say what is drawn; without a layout engine names of elements must do. */
  layout: boolean;
  /** Whether elements that are not displayed are walked too: a page may show them at any time. */
  hidden?: boolean;
  /** Told of every open shadow root that is met. */
  onShadowRoot?: (root: ShadowRoot) => void;
}

/**
 * Walks the leaves of a tree as they are laid out, forwards or backwards, through open shadow roots and slots.
 * It keeps no stack, so that it may start anywhere and nesting costs nothing. `root` itself is an edge.
 */
export class Walk {
  readonly #root: Node;
  readonly options: WalkOptions;
  readonly #kinds = new WeakMap<Node, Kind>();
  #node: Node;
  #inside: boolean;
  /** Whether the node is still to be met itself. */
  #before: boolean;
  /** The slot last walked, so that one with many nodes takes linear time. */
  #slot: { slot: HTMLSlotElement; nodes: Node[]; place: number } | null = null;

  /** @param from the leaf with which to begin; left out, all of `root` */
  constructor(root: Node, options: WalkOptions, from?: Node) {
    this.#root = root;
    this.options = options;
    this.#node = from ?? root;
    this.#inside = from === undefined;
    this.#before = from !== undefined;
  }

  /** The node last met: the text, `<br>` or object, or the element whose border it is. */
  get node(): Node {
    return this.#node;
  }

  /** Whether the page took the node last met out of the tree, so that the walk ended before the end. */
  get isLost(): boolean {
    return this.#node !== this.#root && !isUnder(this.#node, this.#root);
  }

  next(): Leaf {
    return this.#step(firstChild, 1);
  }

  previous(): Leaf {
    return this.#step(lastChild, -1);
  }

  /** What kind the node is, asked once in a walk. */
  kind(node: Node): Kind {
    if (node.nodeType === 3) return 'text';
    let kind = this.#kinds.get(node);
    if (kind === undefined) {
      kind = kindOf(node, this.options.layout, this.options.hidden);
      this.#kinds.set(node, kind);
    }
    return kind;
  }

  /** Whether line feeds in a text node are drawn as such. */
  keepsLines(node: Text): boolean {
    const parent = node.parentNode as Element | null;
    if (parent?.nodeType !== 1) return false;
    if (!this.options.layout) return parent.closest('pre, listing, xmp') !== null;
    return /^(pre|break-spaces)/.test(getComputedStyle(parent).whiteSpace);
  }

  #step(child: (node: Node) => Node | null, by: 1 | -1): Leaf {
    if (this.#before) {
      this.#before = false;
      const kind = this.kind(this.#node);
      if (kind === 'text' || kind === 'break' || kind === 'object') return kind;
      if (kind !== 'skip') this.#enter(this.#node as Element);
      if (kind === 'edge') return 'edge';
    }
    for (;;) {
      let next = this.#inside ? child(this.#node) : null;
      this.#inside = false;
      while (!next) {
        if (this.#node === this.#root) return 'end';
        next = this.#sibling(this.#node, by);
        if (next) break;
        const parent = parentOf(this.#node);
        if (!parent) return 'end';
        this.#node = parent;
        if (parent !== this.#root && parent.nodeType === 1 && this.kind(parent) === 'edge') return 'edge';
      }
      this.#node = next;
      const kind = this.kind(next);
      if (kind === 'skip') continue;
      if (kind === 'text' || kind === 'break' || kind === 'object') return kind;
      this.#enter(next as Element);
      if (kind === 'edge') return 'edge';
    }
  }

  #enter(element: Element): void {
    this.#inside = true;
    if (this.options.onShadowRoot && element.shadowRoot) this.options.onShadowRoot(element.shadowRoot);
  }

  #sibling(node: Node, by: 1 | -1): Node | null {
    const parent = node.parentNode as Element | null;
    if (!parent?.shadowRoot) return by === 1 ? node.nextSibling : node.previousSibling;
    const slot = (node as Element | Text).assignedSlot;
    if (!slot) return null;
    let last = this.#slot;
    if (last?.slot !== slot || last.nodes[last.place] !== node) {
      const nodes = slot.assignedNodes();
      last = { slot, nodes, place: nodes.indexOf(node) };
      this.#slot = last;
    }
    last.place += by;
    return last.nodes[last.place] ?? null;
  }
}

/** The parent in the tree as it is laid out: of slotted content the slot, of a shadow root's its host. */
export function parentOf(node: Node): Node | null {
  const parent = node.parentNode;
  if (!parent) return null;
  if (parent.nodeType === 11) return (parent as ShadowRoot).host ?? null;
  if ((parent as Element).shadowRoot) return (node as Element | Text).assignedSlot ?? null;
  return parent;
}

function isUnder(node: Node, root: Node): boolean {
  for (let at: Node | null = node; at; at = parentOf(at)) if (at === root) return true;
  return false;
}

/** The nearest element around a node in the tree as it is laid out. */
export function elementOf(node: Node): Element | null {
  let parent = parentOf(node);
  while (parent && parent.nodeType !== 1) parent = parentOf(parent);
  return parent as Element | null;
}

function slotted(node: Node): Node[] | null {
  if ((node as Element).localName !== 'slot') return null;
  const assigned = (node as HTMLSlotElement).assignedNodes?.() ?? [];
  return assigned.length > 0 ? assigned : null;
}

function firstChild(node: Node): Node | null {
  const shadow = (node as Element).shadowRoot;
  if (shadow) return shadow.firstChild;
  return slotted(node)?.[0] ?? node.firstChild;
}

function lastChild(node: Node): Node | null {
  const shadow = (node as Element).shadowRoot;
  if (shadow) return shadow.lastChild;
  return slotted(node)?.at(-1) ?? node.lastChild;
}
