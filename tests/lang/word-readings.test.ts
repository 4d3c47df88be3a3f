import { describe, expect, test } from 'vitest';
import { spell } from '@/utils/lang/spelling';
import { wordReadings } from '@/utils/lang/word-readings';
import { builtEngine } from '../engine';

const engine = builtEngine();

describe('a set phrase spelt by its words', () => {
  test.each([
    ['高质量发展', 'gao1 zhi4 liang4 fa1 zhan3', 'gāozhìliàng fāzhǎn'],
    ['毛泽东思想', 'mao2 ze2 dong1 si1 xiang3', 'Máo Zédōng Sīxiǎng'],
    ['链长制', 'lian4 zhang3 zhi4', 'liànzhǎngzhì'],
    ['溪口县委书记', 'xi1 kou3 xian4 wei3 shu1 ji4', 'xīkǒu xiànwěi shūjì'],
    ['中国式现代化', 'zhong1 guo2 shi4 xian4 dai4 hua4', 'Zhōngguóshì xiàndàihuà'],
    ['人民', 'ren2 min2', 'rénmín'],
    // A reading that does not go with the headword stays whole.
    ['人民', 'ren2', 'rén'],
    ['', '', ''],
  ])('%s (%s) → %s', (form, reading, spelt) => {
    expect(wordReadings({ form, reading }, engine).map(spell).join(' ')).toBe(spelt);
  });
});
