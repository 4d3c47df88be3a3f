import type { Article } from '@/utils/page/article';
import { type Block, blockAround, isChinese } from '@/utils/page/blocks';

/** So many blocks outside the article keep their analyses when the page changes. */
const POINTED_KEPT = 20;

/** The blocks of one page: those of its article, and others as they are pointed at. */
export class BlockIndex {
  readonly #sourceOf: (node: Text) => string;
  #blocks: Block[] = [];
  #byNode = new Map<Text, { blocks: Block[]; source: string }>();
  #byElement = new Map<Element, Block[]>();
  #outside = new WeakMap<Text, Block>();
  /** Texts outside the article that were pointed at lately. */
  #pointed: string[] = [];

  constructor(sourceOf: (node: Text) => string) {
    this.#sourceOf = sourceOf;
  }

  /** The article's blocks of Chinese text. */
  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  /** The elements of those blocks. */
  get elements(): Iterable<Element> {
    return this.#byElement.keys();
  }

  /** The texts whose analyses are still wanted. */
  get texts(): Set<string> {
    return new Set([...this.#blocks.map(({ text }) => text), ...this.#pointed]);
  }

  /** Takes the blocks of an article instead of those before. */
  take(article: Article | null): void {
    this.#blocks = (article?.blocks ?? []).filter(isChinese);
    this.#byElement = Map.groupBy(this.#blocks, ({ element }) => element);
    this.#byNode = new Map();
    for (const block of this.#blocks)
      block.nodes.forEach((node, index) => {
        const known = this.#byNode.get(node);
        if (known) known.blocks.push(block);
        else this.#byNode.set(node, { blocks: [block], source: block.sources[index] as string });
      });
  }

  blocksAt(element: Element): readonly Block[] {
    return this.#byElement.get(element) ?? [];
  }

  /** The source of a node of the article when it was taken; `undefined` of other nodes. */
  takenSourceOf(node: Text): string | undefined {
    return this.#byNode.get(node)?.source;
  }

  /** The block of the character at `offset` of a text node; `null` where it is not drawn or not Chinese. */
  blockOf(node: Text, offset: number): Block | null {
    const known = [...(this.#byNode.get(node)?.blocks ?? []), this.#outside.get(node)].find(
      (block) => block?.has(node, offset) && block.isCurrent(this.#sourceOf),
    );
    const block = known ?? blockAround(node, { sourceOf: this.#sourceOf });
    if (!block || !isChinese(block)) return null;
    if (!known) {
      this.#outside.set(node, block);
      this.note(block.text);
    }
    return block;
  }

  /** A text outside the article was pointed at. */
  note(text: string): void {
    if (this.#pointed[0] !== text) this.#pointed = [text, ...this.#pointed].slice(0, POINTED_KEPT);
  }
}
