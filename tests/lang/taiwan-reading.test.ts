import { describe, expect, test } from 'vitest';
import { analyze } from '@/utils/lang/analysis';
import { hitsAt } from '@/utils/lang/hits';
import { hitInTaiwan, taiwanReading } from '@/utils/lang/taiwan-reading';
import { builtEngine } from '../engine';

const engine = builtEngine();

/** The first hit at a place as the card shows it with Taiwan's readings. */
function shown(text: string, offset: number, kind?: string): string[] {
  const analysis = analyze([text], engine);
  const words = (analysis.blocks[0]?.words ?? []).map((word) => ({
    ...word,
    form: text.slice(word.from, word.to),
    analysis,
  }));
  const hit = hitsAt(analysis, 0, text, offset).find((each) => !kind || each.kind === kind);
  if (!hit) return [];
  const form = text.slice(hit.from, hit.to);
  const { reading, entries } = hitInTaiwan(hit, form, words);
  return [form, reading, entries[0]?.reading ?? ''];
}

describe('readings by the standard of Taiwan', () => {
  test.each([
    // What the dictionary says of the word.
    ['街上有垃圾。', 3, ['垃圾', 'le4 se4', 'le4 se4']],
    ['街上有垃圾。', 4, ['垃圾', 'le4 se4', 'le4 se4']],
    // What it says of the characters.
    ['每逢星期日下雨', 2, ['星期日', 'Xing1 qi2 ri4', 'Xing1 qi2 ri4']],
    ['新學期開始了', 1, ['學期', 'xue2 qi2', 'xue2 qi2']],
    ['產品品質很好', 2, ['品質', 'pin3 zhi2', 'pin3 zhi2']],
    ['他做研究', 2, ['研究', 'yan2 jiu4', 'yan2 jiu4']],
    ['这家企业', 2, ['企业', 'qi4 ye4', 'qi4 ye4']],
    ['很危险', 1, ['危险', 'wei2 xian3', 'wei2 xian3']],
    // Names keep their capitals.
    ['去法国旅行', 1, ['法国', 'Fa4 guo2', 'Fa4 guo2']],
    // What is read alike.
    ['天气很好', 0, ['天气', 'tian1 qi4', 'tian1 qi4']],
    ['路很长', 2, ['长', 'chang2', 'chang2']],
  ])('%s at %i: %j', (text, offset, expected) => {
    expect(shown(text, offset)).toEqual(expected);
  });

  test('of the character alone, in a word too', () => {
    expect(shown('新學期開始了', 2, 'character')).toEqual(['期', 'qi2', 'qi2']);
    expect(shown('他看到危险', 3, 'character')).toEqual(['危', 'wei2', 'wei2']);
  });

  test('of a set phrase word by word', () => {
    expect(shown('推动高质量发展', 2, 'term').slice(0, 2)).toEqual([
      '高质量发展',
      'gao1 zhi2 liang4 fa1 zhan3',
    ]);
  });

  test('quantities are said as they are', () => {
    const [form, reading] = shown('一共两千期', 2, 'quantity');
    expect([form, reading]).toEqual(['两千', 'liang3 qian1']);
  });

  test('is told apart however the dictionary joins the syllables', () => {
    const note = (reading: string) => ({ notes: [{ label: 'in Taiwan', words: [{ form: '', reading }] }] });
    expect(taiwanReading(note('diao1nan2'))).toBe('diao1 nan2');
    expect(taiwanReading(note('le4 se4'))).toBe('le4 se4');
    expect(taiwanReading({})).toBeNull();
    expect(
      taiwanReading({ notes: [{ label: 'also read', words: [{ form: '', reading: 'qi2' }] }] }),
    ).toBeNull();
  });
});
