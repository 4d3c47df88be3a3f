import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '@/utils/lang/analysis';
import { withOwnPhrases } from '@/utils/lang/engine';
import { isHan } from '@/utils/lang/han';
import { hitsAt } from '@/utils/lang/hits';
import { builtEngine } from '../engine';

const engine = builtEngine();

/** Text with all that papers and pages put between characters, and what should never be there. */
const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'的一是在人民银行去年王小明北京市后後裏著〇二十万多个') },
      { weight: 3, arbitrary: fc.constantFrom(...'，。“”「」、：1.5%Aé ·\n\r\t　成倍月日年亩') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '\u200b',
          '\ufeff',
          '\ufe0f',
          '\u{e0100}',
          '\ue000',
          '\ud842',
          '\udfb7',
          '𠮷',
          '\u2ff0',
          '\uf900',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('the analysis of any text', () => {
  test('cuts every block into words that leave nothing out and do not overlap', () => {
    fc.assert(
      fc.property(text, (block) => {
        let at = 0;
        for (const word of analyze([block], engine).blocks[0]?.words ?? []) {
          expect(word.from).toBe(at);
          expect(word.to).toBeGreaterThan(at);
          at = word.to;
        }
        expect(at).toBe(block.length);
      }),
    );
  });

  test('gives every Han character one syllable, in every word, set phrase and part', () => {
    fc.assert(
      fc.property(text, (block) => {
        const analysis = analyze([block], engine).blocks[0];
        for (const match of [
          ...(analysis?.words ?? []),
          ...(analysis?.terms ?? []),
          ...(analysis?.parts ?? []),
        ]) {
          const characters = [...block.slice(match.from, match.to)].filter(isHan).length;
          expect(match.reading.split(' ').filter(Boolean)).toHaveLength(characters);
        }
      }),
    );
  });

  test('says every quantity aloud, and none is inside of another', () => {
    fc.assert(
      fc.property(text, (block) => {
        const { blocks, entries } = analyze([block], engine);
        let at = 0;
        for (const match of blocks[0]?.quantities ?? []) {
          expect(match.from).toBeGreaterThanOrEqual(at);
          at = match.to;
          const entry = entries[match.entries[0] ?? -1];
          expect(match.reading).toMatch(/^[a-z]+[1-5]( [a-z]+[1-5])*$/i);
          expect(entry?.quantity?.join(' ')).toBe(match.reading);
          expect(entry?.senses[0]).toMatch(/\w/);
        }
      }),
    );
  });

  test('is the same for the same text, whatever stands in other blocks', () => {
    fc.assert(
      fc.property(text, text, (block, other) => {
        const alone = analyze([block], engine);
        expect(analyze([block], engine)).toEqual(alone);
        const spans = (analysis: typeof alone, at: number) =>
          analysis.blocks[at]?.words.map(({ from, to, reading }) => [from, to, reading]);
        expect(spans(analyze([other, block], engine), 1)).toEqual(spans(alone, 0));
      }),
    );
  });

  test('answers at every offset', () => {
    fc.assert(
      fc.property(text, (block) => {
        const analysis = analyze([block], engine);
        for (let offset = 0; offset < block.length; offset++)
          for (const hit of hitsAt(analysis, 0, block, offset)) {
            expect(hit.from).toBeLessThanOrEqual(offset);
            expect(hit.to).toBeGreaterThan(offset);
          }
      }),
    );
  });

  test.each([
    '一',
    '为',
    '人',
    '王',
    '的',
    '啊',
    '9',
    'A',
    '“',
    '\n',
    '\u200b',
    '\ud842',
    '1月',
    '一成',
    '9.',
    '万亿',
    '\ue000',
    '豈',
    '⿰',
  ])('goes through 20,000 times %j', (character) => {
    const block = character.repeat(20_000);
    expect(analyze([block], engine).blocks[0]?.words.at(-1)?.to).toBe(block.length);
  });

  test('goes through a block of 1,000,000 characters of all kinds', () => {
    const piece = '溪口镇去年投资2.8亿元，\ud842𠮷\ue000\u200b⿰王小明\n\n说：“链长制”。';
    const block = piece.repeat(Math.ceil(1_000_000 / piece.length)).slice(0, 1_000_000);
    expect(analyze([block], engine).blocks[0]?.words.at(-1)?.to).toBe(block.length);
  }, 120_000);
});

describe('what an analysis holds', () => {
  test('the entries of words, those with the reading met first', () => {
    const block = '他长得高，路很长';
    const analysis = analyze([block], engine);
    const readings = analysis.blocks[0]?.words.map((word) => [
      block.slice(word.from, word.to),
      word.entries.map((index) => analysis.entries[index]?.reading)[0],
    ]);
    expect(readings).toContainEqual(['长', 'chang2']);
  });

  test('each entry once, however often it is met', () => {
    const { entries } = analyze(['人民银行，人民银行', '人民'], engine);
    const keys = entries.map((entry) => JSON.stringify(entry));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('a word without the break inside of it', () => {
    const block = '去\n\n年，在县里';
    const analysis = analyze([block], engine);
    const [word] = analysis.blocks[0]?.words ?? [];
    expect(word).toMatchObject({ from: 0, to: 4, reading: 'qu4 nian2' });
    expect(analysis.entries[word?.entries[0] ?? -1]?.headword).toBe('去年');
  });

  test('own phrases, in either script and over quotation marks, and only those that no base holds', () => {
    const own = [
      { hans: '溪口三问', hant: '溪口三問', reading: 'xi1 kou3 san1 wen4', gloss: 'my note' },
      { hans: '人民', hant: '人民', reading: 'ren2 min2', gloss: '' },
    ];
    const mine = withOwnPhrases(engine, own);
    for (const block of ['学习溪口三问', '學習溪口三問', '学习溪口“三问”，人民']) {
      const analysis = analyze([block], mine);
      const found = analysis.blocks[0]?.own ?? [];
      expect(found).toHaveLength(1);
      expect(analysis.entries[found[0]?.entries[0] ?? -1]).toMatchObject({ own: true, senses: ['my note'] });
    }
  });
});
