import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ConversionTarget, VariantEngine } from '@/utils/lang/variant';
import { loadVariantEngine } from './variant-engine';

const engine = loadVariantEngine();
const TARGETS: ConversionTarget[] = ['cn', 't', 'tw', 'hk'];
const direction = fc.record({ from: fc.constantFrom(...TARGETS), to: fc.constantFrom(...TARGETS) });
/** Characters at which words decide, their neighbours, breaks, and what is no text at all. */
const unit = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...'发展头干部里面台后制度只有一个中国新征程于余万历系关联岩范游客\n\u200b。，',
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(...'發髮乾隆幹著名沈後裡裏麼鍾鍊為爲説說綫線臺甚') },
  { weight: 2, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) },
  { weight: 1, arbitrary: fc.constantFrom('𠮷', '𫗧', '殢', '⿰', '⿱', '豈', '\ufe00', '\u{e0100}', '😀') },
);
const anyText = fc.array(unit, { maxLength: 60 }).map((units) => units.join(''));

describe('laws of conversion', () => {
  test('length is kept, and equal input gives equal output', () => {
    const other = loadVariantEngine();
    fc.assert(
      fc.property(anyText, direction, (text, { from, to }) => {
        const first = engine.convert(text, to, { from });
        expect(first.text).toHaveLength(text.length);
        expect(other.convert(text, to, { from })).toEqual(first);
        expect(engine.convert(text, to, { from })).toEqual(first);
      }),
      { numRuns: 400 },
    );
  });

  test('what is no Han character is never changed', () => {
    fc.assert(
      fc.property(anyText, direction, (text, { from, to }) => {
        const { changed } = engine.convert(text, to, { from });
        // Half of a character outside the basic plane is looked at as a whole.
        for (const at of changed)
          expect(text.codePointAt(isTrail(text, at) ? at - 1 : at)).toSatisfy((point: number) =>
            /\p{Script=Han}/u.test(String.fromCodePoint(point)),
          );
      }),
      { numRuns: 400 },
    );
  });

  test('offsets and replacements lie in the text, in order', () => {
    fc.assert(
      fc.property(anyText, direction, (text, { from, to }) => {
        const conversion = engine.convert(text, to, { from, vocabulary: 'technical' });
        let last = 0;
        for (const { from: start, to: end } of conversion.replaced) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        expect(conversion.changed.every((at) => text[at] !== conversion.text[at])).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('Taiwan’s and Hong Kong’s forms stay when they are converted from the standard once more', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom<ConversionTarget>('tw', 'hk'), (text, to) => {
        const once = engine.convert(text, to, { from: 't' }).text;
        expect(engine.convert(once, to, { from: 't' }).text).toBe(once);
      }),
      { numRuns: 400 },
    );
  });

  test('a description of a character stays as it is', () => {
    for (const sequence of ['⿰发展', '⿱⿰发干后', '⿳发干后'])
      expect(engine.convert(`干部${sequence}`, 'tw', { from: 'cn' }).text).toBe(`幹部${sequence}`);
  });

  test('a million equal characters, or one run without an end', () => {
    for (const text of ['发'.repeat(1_000_000), '中国制度'.repeat(250_000), '\n'.repeat(1_000_000)])
      expect(engine.convert(text, 'tw', { from: 'cn' }).text).toHaveLength(text.length);
  });

  test('a large text leaves no trace in the next', () => {
    const fresh = new VariantEngine(fileBuffer());
    engine.convert('发展'.repeat(100_000), 'tw', { from: 'cn' });
    expect(engine.convert('头发', 'tw', { from: 'cn' })).toEqual(fresh.convert('头发', 'tw', { from: 'cn' }));
  });
});

function isTrail(text: string, at: number): boolean {
  return /[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(Math.max(0, at - 1), at + 1)) && at > 0;
}

function fileBuffer(): ArrayBuffer {
  const bytes = readFileSync('public/dict/variant.bin');
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
}
