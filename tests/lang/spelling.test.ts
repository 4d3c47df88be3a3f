import { describe, expect, test } from 'vitest';
import { plainGloss } from '@/utils/lang/gloss';
import { markTone, spell, spellSyllables } from '@/utils/lang/spelling';

describe('tone marks', () => {
  test.each([
    ['lv4', 'lǜ'],
    ['lve4', 'lüè'],
    ['lv5', 'lü'],
    ['Lv3', 'Lǚ'],
    ['hao3', 'hǎo'],
    ['gou3', 'gǒu'],
    ['liu2', 'liú'],
    ['gui4', 'guì'],
    ['xiong2', 'xióng'],
    ['e4', 'è'],
    ['An1', 'Ān'],
    ['ma5', 'ma'],
    ['ng2', 'ńg'],
    ['m2', 'ḿ'],
    ['xx5', 'xx'],
    ['OK', 'OK'],
  ])('%s → %s', (syllable, marked) => {
    expect(markTone(syllable)).toBe(marked);
  });
});

describe('the spelling of words', () => {
  test.each([
    ['xi1 an1', "xī'ān"],
    ['Xi1 an1', "Xī'ān"],
    ['hai3 ou1', "hǎi'ōu"],
    ['fang1 an4', "fāng'àn"],
    ['wan2 r5', 'wánr'],
    ['Mao2 Ze2 dong1', 'Máo Zédōng'],
    ['Ou1 yang2 Xiao3 lan2', 'Ōuyáng Xiǎolán'],
    ['lv3 you2', 'lǚyóu'],
    // An apostrophe before a syllable that begins with a, o or e, and only there.
    ['tian1 an1 men2', "tiān'ānmén"],
    ['Tian1 an1 men2', "Tiān'ānmén"],
    ['fan3 gan3', 'fǎngǎn'],
    ['dan1 gang1', 'dāngāng'],
    ['dang1 an4', "dāng'àn"],
    ['nv3 er2', "nǚ'ér"],
    ['ji1 e4', "jī'è"],
    ['lian2 ou3', "lián'ǒu"],
    ['yi1 wu4', 'yīwù'],
    ['yin1 wei4', 'yīnwèi'],
    // An r-coloured ending is a letter of its syllable.
    ['yi1 dian3 r5', 'yīdiǎnr'],
    ['hua1 r5', 'huār'],
    ['er2 zi5', 'érzi'],
    ['mo2 tuo1 er2', "mótuō'ér"],
    // ü keeps its dots after l and n.
    ['nv3', 'nǚ'],
    ['lve4 duo2', 'lüèduó'],
    ['nve4 ji5', 'nüèji'],
    ['xu1 yao4', 'xūyào'],
    // The generic part of a place name and each part of a person's begin with a capital of their own.
    ['Zhong1 guo2', 'Zhōngguó'],
    ['Bei3 jing1 Shi4', 'Běijīng Shì'],
    ['Zhu1 ge3 Liang4', 'Zhūgě Liàng'],
    ['', ''],
  ])('%s → %s', (reading, spelled) => {
    expect(spell(reading)).toBe(spelled);
  });

  test('with digits keeps ü', () => {
    expect(spellSyllables('lv3 you2', 'numbers').map(({ text }) => text)).toEqual(['lü3', ' you2']);
  });
});

describe('glosses in plain form', () => {
  test.each([
    ['variant of 個|个[ge4]', 'variant of 个 gè'],
    ['see also 西安[Xi1 an1]', "see also 西安 Xī'ān"],
    ['road (CL:條|条[tiao2])', 'road (measure word 条 tiáo)'],
    ['three (equivalent of 三個|三个)', 'three (equivalent of 三个)'],
    ['behavior (Taiwan pr. [xing4])', 'behavior (Taiwan pr. xìng)'],
    ['(abbr. for 旅遊|旅游[lu:3 you2])', '(abbr. for 旅游 lǚyóu)'],
    ['to travel', 'to travel'],
  ])('%s → %s', (gloss, plain) => {
    expect(plainGloss(gloss)).toBe(plain);
  });
});
