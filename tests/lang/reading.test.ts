import { describe, expect, test } from 'vitest';
import { analyze } from '@/utils/lang/analysis';
import { builtEngine } from '../engine';

const engine = builtEngine();
const read = (text: string) =>
  (analyze([text], engine).blocks[0]?.words ?? [])
    .map(({ reading }) => reading)
    .filter(Boolean)
    .join(' ');

describe('readings in context', () => {
  test.each([
    // 为: for whom, as what
    ['为群众办实事', 'wei4 qun2 zhong4 ban4 shi2 shi4'],
    ['以创新为动力', 'yi3 chuang4 xin1 wei2 dong4 li4'],
    ['增幅为5.8%', 'zeng1 fu2 wei2'],
    ['为乡村发展提供保障', 'wei4 xiang1 cun1 fa1 zhan3 ti2 gong1 bao3 zhang4'],
    // 得, 地, 了, 着
    ['做得很好', 'zuo4 de5 hen3 hao3'],
    ['认真地学习', 'ren4 zhen1 de5 xue2 xi2'],
    ['来了客人', 'lai2 le5 ke4 ren2'],
    // 得: must
    ['还得看效果', 'hai2 dei3 kan4 xiao4 guo3'],
    ['就得抓紧', 'jiu4 dei3 zhua1 jin3'],
    ['必须得有人', 'bi4 xu1 dei3 you3 ren2'],
    ['还得到支持', 'hai2 de2 dao4 zhi1 chi2'],
    ['都得益于', 'dou1 de2 yi4 yu2'],
    // measure words
    ['三万只羊', 'san1 wan4 zhi1 yang2'],
    ['一场大雨', 'yi1 chang2 da4 yu3'],
    ['一场比赛', 'yi1 chang3 bi3 sai4'],
    // words that the dictionary reads in two ways
    ['重点工作', 'zhong4 dian3 gong1 zuo4'],
    ['积极分子', 'ji1 ji2 fen4 zi3'],
    ['分子结构', 'fen1 zi3 jie2 gou4'],
    ['还清贷款', 'huan2 qing1 dai4 kuan3'],
    // numbers and Latin letters have none, the Chinese characters beside them do
    ['2.8亿元T恤', 'yi4 yuan2 xu4'],
    // set phrases by their records
    ['以审判为中心', 'yi3 shen3 pan4 wei2 zhong1 xin1'],
    ['领导班子成员', 'ling3 dao3 ban1 zi5 cheng2 yuan2'],
    ['坚持解放思想', 'jian1 chi2 jie3 fang4 si1 xiang3'],
    ['减少腐败存量', 'jian3 shao3 fu3 bai4 cun2 liang4'],
    // traditional characters
    ['重點工作為群眾', 'zhong4 dian3 gong1 zuo4 wei4 qun2 zhong4'],
  ])('%s → %s', (text, reading) => {
    expect(read(text).toLowerCase()).toBe(reading);
  });

  test.each([
    ['县长单雨禾', 'xian4 zhang3 Shan4 Yu3 he2'],
    ['记者曾小舟', 'ji4 zhe3 Zeng1 Xiao3 zhou1'],
    ['记者欧阳晓岚', 'ji4 zhe3 Ou1 yang2 Xiao3 lan2'],
    ['在北京', 'zai4 Bei3 jing1'],
    ['单主任介绍', 'Shan4 zhu3 ren4 jie4 shao4'],
    ['会议由仇局长主持', 'hui4 yi4 you2 Qiu2 ju2 zhang3 zhu3 chi2'],
    ['区部长指出', 'Ou1 bu4 zhang3 zhi3 chu1'],
    ['解委员认为', 'Xie4 wei3 yuan2 ren4 wei2'],
    ['曾书记在会上', 'Zeng1 shu1 ji5 zai4 hui4 shang4'],
    ['任书记说', 'Ren2 shu1 ji5 shuo1'],
    ['“任书记，您来了”', 'Ren2 shu1 ji5 nin2 lai2 le5'],
    ['他任书记期间', 'ta1 ren4 shu1 ji5 qi1 jian1'],
    ['曾任书记', 'ceng2 ren4 shu1 ji5'],
    ['区书记到会', 'qu1 shu1 ji5 dao4 hui4'],
    ['应主任邀请', 'ying1 zhu3 ren4 yao1 qing3'],
    ['县长王海燕', 'xian4 zhang3 Wang2 Hai3 yan4'],
  ])('writes names with capitals: %s → %s', (text, reading) => {
    expect(read(text)).toBe(reading);
  });

  test('gives a character that no table knows the sign for an unknown reading', () => {
    expect(read('\u{2a6d6}')).toMatch(/^\S+$/);
  });
});
