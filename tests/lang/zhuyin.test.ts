import { expect, test } from 'vitest';
import { spell, spellSyllables } from '@/utils/lang/spelling';
import { zhuyinOf } from '@/utils/lang/zhuyin';

test.each([
  ['lian4', 'ㄌㄧㄢˋ'],
  ['zhang3', 'ㄓㄤˇ'],
  ['zhi4', 'ㄓˋ'],
  ['si1', 'ㄙ'],
  ['de5', '˙ㄉㄜ'],
  ['yuan2', 'ㄩㄢˊ'],
  ['yue4', 'ㄩㄝˋ'],
  ['yi1', 'ㄧ'],
  ['ying1', 'ㄧㄥ'],
  ['you3', 'ㄧㄡˇ'],
  ['yong4', 'ㄩㄥˋ'],
  ['wei4', 'ㄨㄟˋ'],
  ['wen2', 'ㄨㄣˊ'],
  ['weng1', 'ㄨㄥ'],
  ['wu3', 'ㄨˇ'],
  ['jue2', 'ㄐㄩㄝˊ'],
  ['xiong2', 'ㄒㄩㄥˊ'],
  ['qun2', 'ㄑㄩㄣˊ'],
  ['lv4', 'ㄌㄩˋ'],
  ['lve4', 'ㄌㄩㄝˋ'],
  ['lüe4', 'ㄌㄩㄝˋ'],
  ['liu2', 'ㄌㄧㄡˊ'],
  ['dui4', 'ㄉㄨㄟˋ'],
  ['lun4', 'ㄌㄨㄣˋ'],
  ['nong2', 'ㄋㄨㄥˊ'],
  ['er2', 'ㄦˊ'],
  ['r5', '˙ㄦ'],
  ['Bei3', 'ㄅㄟˇ'],
  ['xx5', 'xx5'],
])('%s in zhuyin is %s', (syllable, zhuyin) => {
  expect(zhuyinOf(syllable)).toBe(zhuyin);
});

test.each([
  ['xi1 an1', "xī'ān"],
  ['lv3 you2', 'lǚyóu'],
  ['wan2 r5', 'wánr'],
  ['Mao2 Ze2 dong1', 'Máo Zédōng'],
  ['tian1 e2', "tiān'é"],
])('%s is spelled %s', (reading, spelled) => {
  expect(spell(reading)).toBe(spelled);
});

test.each([
  // The first tone has no mark, the neutral one its dot before the sign.
  ['tian1 kong1', 'ㄊㄧㄢ ㄎㄨㄥ'],
  ['hai2 zi5', 'ㄏㄞˊ ˙ㄗ'],
  ['yi1 dian3 r5', 'ㄧ ㄉㄧㄢˇ ˙ㄦ'],
  ['nv3 er2', 'ㄋㄩˇ ㄦˊ'],
  ['le4 se4', 'ㄌㄜˋ ㄙㄜˋ'],
  ['Mao2 Ze2 dong1', 'ㄇㄠˊ ㄗㄜˊ ㄉㄨㄥ'],
])('%s in zhuyin is %s', (reading, zhuyin) => {
  expect(
    spellSyllables(reading, 'zhuyin')
      .map(({ text }) => text)
      .join(''),
  ).toBe(zhuyin);
});

test('every syllable carries its tone, in every style', () => {
  expect(spellSyllables('lian4 zhang3 de5', 'marks')).toEqual([
    { text: 'liàn', tone: 4 },
    { text: 'zhǎng', tone: 3 },
    { text: 'de', tone: 5 },
  ]);
  expect(spellSyllables('lv4 se4', 'numbers').map(({ text }) => text)).toEqual(['lü4', ' se4']);
  expect(spellSyllables('lv4 se4', 'zhuyin').map(({ text }) => text)).toEqual(['ㄌㄩˋ', ' ㄙㄜˋ']);
});
