// Runs in the page: readings above the words of a small page.
import { type Block, blocksOf } from '@/utils/page/blocks';
import { boxesOf, pointAt } from '@/utils/page/hover';
import { Ruby } from '@/utils/page/ruby';

const READINGS: Record<string, string> = {
  推行: 'tui1 xing2',
  河长制: 'he2 zhang3 zhi4',
  夯实: 'hang1 shi2',
  基础: 'ji1 chu3',
};
const WORDS = new RegExp(Object.keys(READINGS).join('|'), 'g');

export const ruby = new Ruby();

/** Annotates every known word of the page; answers what a reader sees of it, readings in brackets. */
export async function annotatePage(style: 'marks' | 'zhuyin' = 'marks'): Promise<string> {
  const blocks = blocksOf(document.body);
  await ruby.show(
    blocks.map((block) => ({
      block,
      words: [...block.text.matchAll(WORDS)].map(({ index, 0: word }) => ({
        from: index,
        to: index + word.length,
        reading: READINGS[word] as string,
      })),
    })),
    style,
  );
  return drawn();
}

/** The page's text with the readings in brackets. */
export function drawn(): string {
  const copy = document.body.cloneNode(true) as HTMLElement;
  for (const above of copy.querySelectorAll<HTMLElement>('tifa-ruby rt'))
    above.textContent = `[${above.dataset.reading}]`;
  return copy.textContent ?? '';
}

/** The first block of the page, read anew. */
export function firstBlock(): Block {
  return blocksOf(document.body)[0] as Block;
}

/** What is pointed at in the middle of a stretch of the first block, in the block's offsets. */
export function pointedAt(from: number, to: number): number | null {
  const block = firstBlock();
  const [box] = boxesOf(block, from, to);
  const point = box && pointAt(box.left + box.width / 2, box.top + box.height / 2, document);
  return point ? block.offsetOf(point.node, point.offset) : null;
}

/** Every node under the body with its data, to compare one by one. */
export function nodesOf(): { node: Node; data: string | null }[] {
  const walker = document.createTreeWalker(document.body);
  const nodes: { node: Node; data: string | null }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    nodes.push({ node, data: node.nodeValue });
  return nodes;
}
