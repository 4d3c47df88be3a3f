import type { Block } from './blocks';
import { TextMap } from './text-map';

/** A character in a text box: boxes have no text nodes, so the block has a text but no ranges. */
export interface FieldPoint {
  /** The box's value as a block; its element is the box. */
  block: Block;
  offset: number;
  /**
   * About where a stretch in the line of that character stands in the window, within the text box: fonts of boxes
   * are not asked for their widths.
   */
  boxesOf(from: number, to: number): DOMRect[];
}

type TextBox = HTMLInputElement | HTMLTextAreaElement;

const TEXT_TYPES = new Set(['text', 'search', 'url', 'email', 'tel', '']);

/** The character of a text box under a point of the window; the caret and the selection in it stay as they are. */
export function fieldPointAt(x: number, y: number, document: Document): FieldPoint | null {
  const caret = document.caretPositionFromPoint(x, y);
  const field = caret?.offsetNode;
  if (!caret || field?.nodeType !== 1 || !isTextBox(field as Element)) return null;
  const textBox = field as TextBox;
  const caretBox = caret.getClientRect();
  const { value } = textBox;
  if (!caretBox || y < caretBox.top || y >= caretBox.bottom || value === '') return null;
  const size = Number.parseFloat(getComputedStyle(textBox).fontSize);
  const isBefore = x < caretBox.left;
  const offset = isBefore ? caret.offset - 1 : caret.offset;
  // Chinese characters are as wide as the font is large; narrower ones are no concern of ours.
  if (offset < 0 || offset >= value.length || Math.abs(x - caretBox.left) > size) return null;
  const start = /[\udc00-\udfff]/.test(value.charAt(offset)) ? Math.max(0, offset - 1) : offset;
  const left = isBefore ? caretBox.left - size : caretBox.left;
  return {
    block: new TextMap(textBox, value, [], new Map()),
    offset: start,
    boxesOf: (from, to) => {
      const around = textBox.getBoundingClientRect();
      const begins = Math.max(left + (from - start) * size, around.left);
      const ends = Math.min(left + (to - start) * size, around.right);
      if (ends <= begins || !textBox.isConnected) return [];
      return [new DOMRect(begins, caretBox.top, ends - begins, caretBox.height)];
    },
  };
}

function isTextBox(element: Element): boolean {
  return (
    element.localName === 'textarea' ||
    (element.localName === 'input' && TEXT_TYPES.has((element as HTMLInputElement).type))
  );
}
