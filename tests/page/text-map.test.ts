import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Block, blocksOf } from '@/utils/page/blocks';
import { parse, textWith } from './dom';

function blockOf(html: string): { block: Block; document: Document } {
  const document = parse(html);
  const [block] = blocksOf(document.body);
  if (!block) throw new Error('The page has no text.');
  return { block, document };
}

describe('TextMap', () => {
  it('maps offsets over inline elements, breaks and folded white space', () => {
    const { block, document } = blockOf('<p>推行<b>河长</b>制<br> 夯实\n  基础</p>');
    expect(block.text).toBe('推行河长制\n夯实基础');
    const bold = textWith(document, '河长');
    expect(block.offsetOf(bold, 0)).toBe(2);
    expect(block.offsetOf(bold, 2)).toBe(4);
    const last = textWith(document, '夯实');
    expect(block.offsetOf(last, 1)).toBe(6);
    expect(block.offsetOf(last, 6)).toBe(8);
    expect(block.pointOf(8)).toEqual({ node: last, offset: 6 });
    expect(block.pointOf(5)).toBeNull();
  });

  it('gives one stretch per node', () => {
    const { block } = blockOf('<p>推行<b>河长</b>制</p>');
    const ranges = block
      .rangesOf(1, 5)
      .map((range) => [range.startContainer.textContent, range.startOffset, range.endOffset]);
    expect(ranges).toEqual([
      ['推行', 1, 2],
      ['河长', 0, 2],
      ['制', 0, 1],
    ]);
    const whole = block.rangeOf(1, 5);
    expect([
      whole.startContainer.textContent,
      whole.startOffset,
      whole.endContainer.textContent,
      whole.endOffset,
    ]).toEqual(['推行', 1, '制', 1]);
  });

  it('counts a boundary in folded white space as that before the next character', () => {
    const { block, document } = blockOf('<p>甲  乙</p>');
    const node = textWith(document, '甲');
    expect(block.text).toBe('甲 乙');
    expect([0, 1, 2, 3, 4].map((offset) => block.offsetOf(node, offset))).toEqual([0, 1, 2, 2, 3]);
    expect([0, 1, 2, 3].map((offset) => block.has(node, offset))).toEqual([true, true, false, true]);
  });

  it('knows nothing of other nodes', () => {
    const { block, document } = blockOf('<p>甲</p><p>乙</p>');
    expect(block.offsetOf(textWith(document, '乙'), 0)).toBeNull();
  });

  it('tells when the page has changed', () => {
    const { block, document } = blockOf('<p>甲乙</p>');
    expect(block.isCurrent()).toBe(true);
    textWith(document, '甲').data = '甲丙';
    expect(block.isCurrent()).toBe(false);
  });

  it('throws where a stretch is not in the block', () => {
    const { block } = blockOf('<p>甲乙</p>');
    expect(() => block.rangesOf(0, 3)).toThrow('0 to 3 was asked for in a block of 2 UTF-16 units.');
    expect(() => block.rangesOf(2, 1)).toThrow(RangeError);
    expect(() => block.pointOf(-1)).toThrow(RangeError);
    expect(() => block.rangeOf(1, 1)).toThrow(RangeError);
  });

  const inline = fc.constantFrom('', 'b', 'i', 'span', 'ruby');
  const piece = fc.tuple(
    inline,
    fc.string({
      unit: fc.constantFrom('石', '桥', '，', ' ', '\n', 'a', '\u200b', '\u3000', '𠮷'),
      maxLength: 6,
    }),
    fc.constantFrom('', '<br>', '<wbr>', '<rt>x</rt>'),
  );

  test('every character of a block leads to its node and back', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const html = pieces
          .map(([tag, text, after]) => (tag ? `<${tag}>${text}${after}</${tag}>` : text + after))
          .join('');
        for (const block of blocksOf(parse(`<div>${html}</div>`).body)) {
          for (let offset = 0; offset < block.text.length; offset++) {
            const point = block.pointOf(offset);
            if (!point) {
              expect(['\n', ' ']).toContain(block.text.charAt(offset));
              continue;
            }
            expect(block.offsetOf(point.node, point.offset)).toBe(offset);
            const there = point.node.data.charAt(point.offset);
            expect(
              /\s/.test(there)
                ? there.trim() === block.text.charAt(offset).trim()
                : there === block.text.charAt(offset),
            ).toBe(true);
          }
        }
      }),
    );
  });

  test('a stretch holds the characters that it names', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        const html = pieces
          .map(([tag, text, after]) => (tag ? `<${tag}>${text}${after}</${tag}>` : text + after))
          .join('');
        for (const block of blocksOf(parse(`<div>${html}</div>`).body)) {
          const [from, to] = [a % (block.text.length + 1), b % (block.text.length + 1)].sort(
            (x, y) => x - y,
          ) as [number, number];
          const plain = (text: string) => text.replace(/[\s\u200b]/g, '');
          const held = block
            .rangesOf(from, to)
            .map((range) => (range.startContainer as Text).data.slice(range.startOffset, range.endOffset))
            .join('');
          expect(plain(held)).toBe(plain(block.text.slice(from, to)));
        }
      }),
    );
  });
});
