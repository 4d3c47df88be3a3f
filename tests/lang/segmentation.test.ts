import { describe, expect, test } from 'vitest';
import { analyze } from '@/utils/lang/analysis';
import { builtEngine } from '../engine';

const engine = builtEngine();
const cut = (text: string) =>
  (analyze([text], engine).blocks[0]?.words ?? []).map(({ from, to }) => text.slice(from, to)).join('|');

describe('segmentation', () => {
  test.each([
    // words against their parts
    ['研究生命的起源', '研究|生命|的|起源'],
    ['老师和学生家长座谈', '老师|和|学生|家长|座谈'],
    ['发展中国家的经济', '发展中国家|的|经济'],
    // names, alone and beside a title
    ['县长甘小禾说', '县长|甘小禾|说'],
    ['记者 欧阳晓岚', '记者| |欧阳晓岚'],
    ['市民范玉竹介绍', '市民|范玉竹|介绍'],
    ['县长李文在主席台就座', '县长|李文|在|主席台|就座'],
    ['县委书记和镇长座谈', '县委|书记|和|镇长|座谈'],
    ['总统贝尔科维奇访问', '总统|贝尔科维奇|访问'],
    // places with what they are
    ['山东省聊城市东阿县', '山东省|聊城市|东阿县'],
    // the head of a place, but not where 长 begins a word
    ['重庆市长李明', '重庆|市长|李明'],
    ['东阿县长表示', '东阿|县长|表示'],
    ['聊城市长热线', '聊城|市长|热线'],
    ['重庆市长期坚持', '重庆市|长期|坚持'],
    ['聊城市长江路', '聊城市|长江路'],
    // numbers as units
    ['增长94.5%，投入2.8亿元', '增长|94.5%|，|投入|2.8亿|元'],
    ['第8届，第二十次，三十五年', '第8|届|，|第二十|次|，|三十五|年'],
    ['一万多名干部，三十多年', '一万多|名|干部|，|三十多|年'],
    ['四成为年轻人', '四成|为|年轻人'],
    ['之一成为典型', '之一|成为|典型'],
    ['COVID-19与e-mail', 'COVID-19|与|e-mail'],
    // the same in traditional characters, regional forms too
    ['發展中國家的經濟', '發展中國家|的|經濟'],
    ['房間裏面', '房間|裏面'],
    // a stem with 化
    ['手续便利化', '手续|便利化'],
  ])('%s', (text, words) => {
    expect(cut(text)).toBe(words);
  });

  test.each([
    ['去\n\n年春天', '去\n\n年|春天'],
    ['人\n民银行', '人\n民银行'],
    ['便利化水平，\n\n助力企业', '便利化|水平|，|\n\n|助力|企业'],
    ['经\u200b济', '经\u200b济'],
  ])('joins %j over breaks and invisible characters', (text, words) => {
    expect(cut(text)).toBe(words);
  });

  test.each(['会议结束。\n年底再开', '会议结束\n■ 年底再开'])('keeps %j apart', (text) => {
    expect(cut(text)).not.toMatch(/[^|]\n[^|]/);
  });
});
