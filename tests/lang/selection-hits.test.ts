import { describe, expect, test } from 'vitest';
import type { Analysis } from '@/utils/lang/analysis';
import type { Entry } from '@/utils/lang/entry';
import { selectionHits } from '@/utils/lang/selection-hits';

const entry = (headword: string, reading: string): Entry => ({
  headword,
  variant: headword,
  reading,
  senses: ['x'],
});

const ENTRIES = [entry('工作', 'gong1 zuo4'), entry('室', 'shi4'), entry('工作室', 'gong1 zuo4 shi4')];
const analysisOf = (block: Partial<Analysis['blocks'][number]>): Analysis => ({
  script: 'hans',
  entries: ENTRIES,
  characters: {},
  blocks: [{ words: [], terms: [], own: [], quantities: [], parts: [], ...block }],
});
const WORDS = [
  { from: 0, to: 2, reading: 'gong1 zuo4', entries: [0] },
  { from: 2, to: 3, reading: 'shi4', entries: [1] },
];
const FORMS = { headword: '工作室', variant: '工作室' };

describe('selectionHits', () => {
  test('a run that no base holds comes first, read and without senses', () => {
    const hits = selectionHits(analysisOf({ words: WORDS }), '工作室', FORMS);
    expect(hits[0]).toEqual({
      kind: 'word',
      from: 0,
      to: 3,
      reading: 'gong1 zuo4 shi4',
      entries: [{ ...FORMS, reading: 'gong1 zuo4 shi4', senses: [] }],
    });
    expect(hits.slice(1).map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [2, 3],
    ]);
  });

  test('a word that segmentation cut finer is found whole', () => {
    const whole = { from: 0, to: 3, reading: 'gong1 zuo4 shi4', entries: [2] };
    const hits = selectionHits(analysisOf({ words: WORDS, parts: [whole] }), '工作室', FORMS);
    expect(hits[0]).toMatchObject({ kind: 'part', entries: [ENTRIES[2]] });
    expect(hits).toHaveLength(3);
  });

  test('an analysis without blocks is misuse', () => {
    expect(() => selectionHits({ ...analysisOf({}), blocks: [] }, '工作室', FORMS)).toThrow('0 blocks');
  });
});
