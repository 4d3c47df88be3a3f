// Runs in the page: points where a case says and tells what is found.
import { blockAround, isChinese } from '@/utils/page/blocks';
import { pointAt } from '@/utils/page/hover';
import type { PointingCase } from './pointing-cases';

/** The block found, with the character pointed at in brackets; `null` where nothing is. */
export function pointed({ at, in: [across, down] = [0.5, 0.5], point, before }: PointingCase): string | null {
  if (before) new Function(before)();
  const box = boxOf(at);
  const [x, y] = point ?? [box.left + box.width * across, box.top + box.height * down];
  const found = pointAt(x, y, document);
  const block = found && blockAround(found.node, { offset: found.offset });
  const offset = found && block?.offsetOf(found.node, found.offset);
  if (!block || !isChinese(block) || typeof offset !== 'number') return null;
  const character = String.fromCodePoint(block.text.codePointAt(offset) as number);
  return `${block.text.slice(0, offset)}[${character}]${block.text.slice(offset + character.length)}`;
}

/** The box of the first character that begins a string in the page, through open shadow roots. */
function boxOf(text: string): DOMRect {
  const roots: ParentNode[] = [document.body];
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const from = (node as Text).data.indexOf(text);
      if (from < 0 || node.parentElement?.localName === 'style') continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + ((text.codePointAt(0) as number) > 0xffff ? 2 : 1));
      return range.getBoundingClientRect();
    }
  }
  throw new Error(`The page has no ${text}.`);
}
