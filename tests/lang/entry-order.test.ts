import { describe, expect, test } from 'vitest';
import { analyze } from '@/utils/lang/analysis';
import { inOrder, standing } from '@/utils/lang/entry-order';
import { hitsAt } from '@/utils/lang/hits';
import { builtEngine } from '../engine';

const engine = builtEngine();

/** Reading of the character, then traditional form, reading and first sense of its first entry. */
const first = (text: string, character: string) => {
  const hit = hitsAt(analyze([text], engine), 0, text, text.indexOf(character)).at(-1);
  const [entry] = hit?.entries ?? [];
  return [hit?.reading, entry?.variant, entry?.reading, entry?.senses[0]];
};

describe('the entries of a character', () => {
  test.each([
    ['价值', '价', 'jia4', '價', 'price'],
    ['药品', '药', 'yao4', '藥', 'medicine'],
    ['证据', '证', 'zheng4', '證', 'certificate'],
    ['终于', '于', 'yu2', '於', '(of time or place) in'],
    ['国家', '家', 'jia1', '家', 'home'],
    ['细节', '节', 'jie2', '節', 'joint'],
    ['理发', '发', 'fa4', '髮', 'hair'],
    ['面条', '面', 'mian4', '麵', 'flour'],
    ['皇后', '后', 'hou4', '后', 'empress'],
    ['中国', '中', 'zhong1', '中', 'within'],
    ['王小明', '王', 'Wang2', '王', 'surname Wang'],
    ['價值', '價', 'jia4', '價', 'price'],
  ])(
    '%s: %s is read %s, in traditional form %s, and means “%s”',
    (word, character, reading, variant, sense) => {
      expect(first(word, character)).toMatchObject([
        reading,
        variant,
        reading,
        expect.stringContaining(sense),
      ]);
    },
  );

  test.each([
    ['价', '價'],
    ['药', '藥'],
    ['证', '證'],
  ])('%s alone has its usual traditional form %s first', (character, variant) => {
    expect(first(character, character)[1]).toBe(variant);
  });

  test('a surname comes last where it is none', () => {
    const hit = hitsAt(analyze(['国王'], engine), 0, '国王', 1).at(-1);
    expect(hit?.entries.map(({ reading }) => reading)).toEqual(['wang2', 'wang4', 'Wang2']);
  });
});

describe('the order of entries', () => {
  const entry = (variant: string, reading: string, ...senses: string[]) => ({
    headword: '溪',
    variant,
    reading,
    senses,
  });
  const common = entry('溪', 'xi1', 'creek', 'surname Xi');
  const other = entry('溪', 'qi1', 'creek in a place name');
  const reference = entry('谿', 'xi1', 'variant of 溪 xī');
  const surname = entry('溪', 'Xi1', 'surname Xi');

  test('puts references and surnames last', () => {
    expect(inOrder([surname, reference, other, common], { reading: 'xi1' })).toEqual([
      common,
      other,
      reference,
      surname,
    ]);
  });

  test('puts a surname first where the reading has its capital', () => {
    expect(inOrder([common, surname], { reading: 'Xi1' })).toEqual([surname, common]);
  });

  test('puts a reference first where nothing else has its traditional form', () => {
    expect(inOrder([common, reference], { reading: 'xi1', variant: '谿' })).toEqual([reference, common]);
  });

  test.each([
    [['to go', '(literary) at'], 0],
    [['(literary) messenger', '(archaic) to send'], 1],
    [['used in 家伙 jiāhuo'], 2],
    [['old variant of 溪 xī'], 3],
    [['see 节骨眼 jiēguyǎn'], 3],
    [['see you later'], 0],
    [['surname Xi'], 4],
    [[], 0],
  ])('%j stands at %i', (senses, expected) => {
    expect(standing({ senses })).toBe(expected);
  });
});
