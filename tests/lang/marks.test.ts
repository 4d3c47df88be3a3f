import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze, type BlockAnalysis, type Match } from '@/utils/lang/analysis';
import { type Engine, withOwnPhrases } from '@/utils/lang/engine';
import type { Entry } from '@/utils/lang/entry';
import { type MarkKind, markBlocks, marksOf } from '@/utils/lang/marks';
import type { Term, TermKind } from '@/utils/lang/term';
import { builtEngine } from '../engine';

const term = (opaque?: false, kind: TermKind = 'phrase'): Entry => ({
  headword: '甲',
  variant: '甲',
  reading: 'jia3',
  senses: [],
  term: {
    id: 'jia',
    headword: { hans: '甲', hant: '甲' },
    kind,
    reading: 'jia3',
    renderings: [{ en: 'A', status: 'literal' }],
    meaning: 'A letter.',
    category: ['media'],
    review: { level: 0 },
    ...(opaque === false ? { opaque } : {}),
  } satisfies Term,
});
const ENTRIES = [term(), term(false)];
const at = (from: number, to: number, ...entries: number[]): Match => ({ from, to, reading: '', entries });
const blockOf = (...terms: Match[]): BlockAnalysis => ({
  words: [],
  terms,
  own: [],
  quantities: [],
  parts: [],
});

test('a page that is looked at is marked as one that is pointed at', () => {
  const engine = builtEngine();
  const page = readFileSync('tests/fixtures/front-page/index.html', 'utf8');
  const blocks = [...page.matchAll(/<p[^>]*>(.*?)<\/p>/gs)].map(([, text]) =>
    (text ?? '').replace(/<[^>]+>/g, ''),
  );
  const analysis = analyze(blocks, engine);
  const { marks, terms } = markBlocks(blocks, engine);
  expect(marks).toEqual(analysis.blocks.map((block) => marksOf(block, analysis.entries)));
  expect(marks.flat().length).toBeGreaterThan(20);
  const ids = analysis.entries.flatMap(({ term: record }) => record?.id ?? []);
  expect(terms.toSorted()).toEqual([...new Set(ids)].sort());
});

test('what is written into a page tells nothing of the reader’s own phrases', () => {
  const engine = builtEngine();
  const blocks = ['槐县推行链长制，门前小道修好了。', '两代表一委员当场答复，质量有了保障。'];
  const phrases = ['县推行链', '链长制', '前小道', '小道修好了', '一委员当场', '质量有'];
  const mine = withOwnPhrases(
    engine,
    phrases.map((phrase) => ({ hans: phrase, hant: phrase, reading: 'ma1', gloss: 'a note' })),
  );
  // Marks, and the words above which readings may stand.
  const written = (by: Engine) => {
    const analysis = analyze(blocks, by);
    return analysis.blocks.map((block) => ({
      marks: marksOf(block, analysis.entries),
      words: block.words.map(({ from, to, reading }) => ({ from, to, reading })),
    }));
  };
  expect(analyze(blocks, mine).blocks.flatMap(({ own }) => own)).not.toEqual([]);
  expect(written(mine)).toEqual(written(engine));
});

describe('marksOf', () => {
  test.each<[string, Match[], [number, number][]]>([
    ['a set phrase', [at(2, 6, 0)], [[2, 6]]],
    ['a transparent one is explained, not marked', [at(2, 6, 1)], []],
    ['of phrases inside one another the longest', [at(0, 6, 0), at(0, 2, 0), at(2, 6, 0)], [[0, 6]]],
    ['a transparent one around it hides nothing', [at(0, 6, 1), at(2, 6, 0)], [[2, 6]]],
    [
      'both where they overlap',
      [at(0, 4, 0), at(2, 6, 0)],
      [
        [0, 4],
        [2, 6],
      ],
    ],
  ])('%s', (_, terms, marks) => {
    expect(marksOf(blockOf(...terms), ENTRIES).map(({ from, to }) => [from, to])).toEqual(marks);
  });

  test.each<[TermKind, MarkKind]>([
    ['phrase', 'slogan'],
    ['pattern', 'slogan'],
    ['document', 'slogan'],
    ['genre', 'slogan'],
    ['institution', 'institution'],
    ['title', 'institution'],
    ['numeric', 'numeric'],
    ['metaphor', 'metaphor'],
  ])('a %s is marked as %s', (kind, marked) => {
    expect(marksOf(blockOf(at(0, 2, 0)), [term(undefined, kind)])).toEqual([
      { from: 0, to: 2, kind: marked },
    ]);
  });

  test('the first entry that is opaque tells the kind; a word of the dictionary tells none', () => {
    const word: Entry = { headword: '甲', variant: '甲', reading: 'jia3', senses: ['A'] };
    const entries = [term(false), word, term(undefined, 'metaphor'), term(undefined, 'title')];
    expect(marksOf(blockOf(at(0, 2, 0, 1, 2, 3)), entries)).toEqual([{ from: 0, to: 2, kind: 'metaphor' }]);
    expect(marksOf(blockOf(at(0, 2, 0, 1)), entries)).toEqual([]);
  });
});
