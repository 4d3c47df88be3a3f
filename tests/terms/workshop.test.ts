import { expect, describe as group, test } from 'vitest';
import { copiedRuns } from '@/utils/build/terms-copied';
import { draftOf, neighboursOf } from '@/utils/build/terms-draft';
import { findsIn } from '@/utils/build/terms-precision';
import { unknownPhrases } from '@/utils/build/terms-unknown';
import type { Term } from '@/utils/lang/term';
import { checkTerm } from '@/utils/terms/rules';
import { builtEngine } from '../engine';

const engine = builtEngine();

const term = (id: string, hans: string, hant: string, more: Partial<Term> = {}): Term => ({
  id,
  headword: { hans, hant },
  kind: 'phrase',
  reading: 'jia3',
  renderings: [{ en: 'a rendering', status: 'literal' }],
  meaning: 'For the test.',
  category: ['environment'],
  review: { level: 0 },
  ...more,
});

const TERMS = [
  term('hezhang-zhi', '河长制', '河長制'),
  term('hezhang', '河长', '河長'),
  term('tianzhang-zhi', '田长制', '田長制', { category: ['agri'] }),
];

group('a record begun', () => {
  const { term: draft, remarks } = draftOf('溪河长制', TERMS, engine, [
    { kind: 'report', when: '2001', text: '推行“溪河长”制。' },
    { kind: 'broadcast', when: '2022-03-01', text: '溪河长制' },
    { kind: 'broadcast', when: '2022-04-01', text: '天晴' },
  ]);

  test('has both scripts, its reading, its category and its neighbours', () => {
    expect(draft).toMatchObject({
      headword: { hans: '溪河长制', hant: '溪河長制' },
      reading: expect.stringMatching(/^xi1 he2 \S+ zhi4$/),
      category: ['environment'],
      relations: { related: ['hezhang-zhi', 'hezhang'] },
    });
  });

  test('tells where it stands, and what shares its characters', () => {
    const said = remarks.join('\n');
    expect(said).toContain('Reports held: 2001.');
    expect(said).toContain('Broadcast days: 1, 2022-03-01 to 2022-03-01.');
    expect(said).toContain('Shares characters with: 田长制');
  });

  test('passes no check before it is written', () => {
    const remedies = checkTerm({ file: 'environment.json', term: draft }).map(({ remedy }) => remedy);
    expect(remedies.join('\n')).toContain('holds a placeholder');
  });

  test('is told to be there already', () => {
    expect(draftOf('“河长”制', TERMS, engine).remarks.join()).toContain('is a form of hezhang-zhi');
  });

  test('needs Chinese', () => {
    expect(() => draftOf('river', TERMS, engine)).toThrow('river');
  });

  test('neighbours hold it, lie in it or share its characters', () => {
    const { holders, parts, alike } = neighboursOf('河长', TERMS);
    expect([holders, parts, alike].map((terms) => terms.map(({ id }) => id))).toEqual([
      ['hezhang-zhi'],
      [],
      [],
    ]);
  });
});

group('unknown phrases', () => {
  const sentences = [
    '我们要推进山海共治，早晚巡河。',
    '镇里谈山海共治和夜校。',
    '老人问起山海共治，没有人回答。',
    '他说山海共治很难。',
    '她写了山海共治三年的账。',
    '今天下雨，山海共治停了一天。',
  ];

  test('are those that hold together and are free on both sides', () => {
    const [first, ...others] = unknownPhrases(sentences, engine, { least: 4 });
    expect(first).toMatchObject({ phrase: '山海共治', count: 6, texts: 6 });
    expect(others).toEqual([]);
  });

  test('not rarer ones, nor those of one text', () => {
    expect(unknownPhrases(sentences, engine, { least: 7 })).toEqual([]);
    expect(unknownPhrases([sentences.join('')], engine, { least: 4 })).toEqual([]);
  });

  test('not what the bases have', () => {
    const known = sentences.map((sentence) => sentence.replace('山海共治', '营商环境'));
    expect(unknownPhrases(known, engine, { least: 4 }).map(({ phrase }) => phrase)).not.toContain('营商环境');
  });

  test('not parts of a longer one', () => {
    const longer = sentences.map((sentence) => sentence.replace('山海共治', '山海共治夜话'));
    expect(unknownPhrases(longer, engine, { least: 4 }).map(({ phrase }) => phrase)).toEqual([
      '山海共治夜话',
    ]);
  });
});

group('shared runs', () => {
  const runs = (record: Term, text: string) =>
    copiedRuns([record], [{ source: 'a paper', text }]).map(({ remedy }) => remedy);
  const english = 'the pond of the village is cleaned by every household in turn';

  test.each([
    ['eight English words', term('a', '甲', '甲', { meaning: `Here ${english}.` }), `So ${english}!`, 1],
    ['seven', term('a', '甲', '甲', { meaning: 'The pond of the village is cleaned.' }), english, 0],
    [
      'eight characters',
      term('a', '甲', '甲', { literal: 'so: 村塘由各户轮流清洗' }),
      '本村村塘由各户轮流清洗。',
      1,
    ],
    [
      'its own form',
      term('a', '村塘由各户轮流清洗', '村塘由各戶輪流清洗', { literal: 'so: 村塘由各户轮流清洗' }),
      '村塘由各户轮流清洗。',
      0,
    ],
    [
      'the name of a document',
      term('a', '甲', '甲', { meaning: 'In 《村塘由各户轮流清洗办法》.' }),
      '村塘由各户轮流清洗。',
      0,
    ],
  ])('%s', (_, record, text, count) => {
    expect(runs(record, text)).toHaveLength(count);
  });

  test('a meaning is no official rendering said again', () => {
    const rendered = term('a', '甲', '甲', {
      renderings: [{ en: english, status: 'official' }],
      meaning: `It says that ${english}.`,
    });
    expect(runs(rendered, '')).toEqual([expect.stringContaining('the rendering of 甲')]);
  });
});

test('finds are counted by phrase, marks apart', () => {
  const { characters, found, marked, phrases } = findsIn(['营商环境好，营商环境要紧。', '下雨。'], engine);
  expect({ characters, found }).toEqual({ characters: 13, found: 2 });
  expect(phrases).toMatchObject([{ phrase: '营商环境', count: 2, marked }]);
});
