import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TermFinder } from '@/entrypoints/sidepanel/term-finder';
import type { FoundTerms } from '@/utils/ext/messages';
import { SLICE } from '@/utils/lang/slices';
import type { Term } from '@/utils/lang/term';

const WORD = '链长制';
const term: Term = {
  id: 'lianzhangzhi',
  headword: { hans: WORD, hant: '鏈長制' },
  kind: 'title',
  reading: 'lian4 zhang3 zhi4',
  renderings: [],
  meaning: '',
  category: ['economy'],
  review: { level: 0 },
};

/** Finds one word, and notes what it was asked. */
function finder() {
  const asked: string[] = [];
  const find = async (texts: string[]): Promise<FoundTerms> => {
    asked.push(...texts);
    const met = texts.flatMap((text, block) =>
      [...text.matchAll(new RegExp(WORD, 'g'))].map(({ index }) => ({
        id: term.id,
        met: WORD,
        block,
        from: index,
        to: index + WORD.length,
      })),
    );
    return { met, terms: met.length > 0 ? [term] : [] };
  };
  return { asked, terms: new TermFinder(find) };
}

test('every place is where the phrase stands, in blocks of any length and repeated ones', async () => {
  const sentence = fc.constantFrom(`推行${WORD}。`, '今天天气好。', `${WORD}，${WORD}！`, '。'.repeat(1500));
  const block = fc.array(sentence, { minLength: 1, maxLength: 30 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 8 }), async (blocks) => {
      const [phrase] = await finder().terms.phrasesOf(blocks);
      const places = phrase?.places ?? [];
      for (const { block, from, to } of places) expect(blocks[block]?.slice(from, to)).toBe(WORD);
      expect(places).toHaveLength(blocks.join('\n').split(WORD).length - 1);
    }),
    { numRuns: 40 },
  );
});

test('a text is asked for once, in requests that are not too long', async () => {
  const { asked, terms } = finder();
  const long = `${WORD}。`.repeat(3000);
  await terms.phrasesOf([long, '一', '一']);
  expect(Math.max(...asked.map((text) => text.length))).toBeLessThanOrEqual(SLICE);
  expect(asked.filter((text) => text === '一')).toHaveLength(1);
  asked.length = 0;
  const [phrase] = await terms.phrasesOf(['二', long]);
  expect(asked).toEqual(['二']);
  expect(phrase?.places[0]?.block).toBe(1);
});

test('nothing is remembered of an article that is no longer read', async () => {
  const { asked, terms } = finder();
  await terms.phrasesOf([WORD]);
  await terms.phrasesOf(['二']);
  asked.length = 0;
  await terms.phrasesOf([WORD]);
  expect(asked).toEqual([WORD]);
});

test('an article that takes the place of another while that is looked through has its own phrases', async () => {
  const { terms } = finder();
  const [first, second] = await Promise.all([
    terms.phrasesOf(['一', WORD]),
    terms.phrasesOf([WORD, '一', '二']),
  ]);
  expect(first.map(({ places }) => places.map(({ block }) => block))).toEqual([[1]]);
  expect(second.map(({ places }) => places.map(({ block }) => block))).toEqual([[0]]);
});
