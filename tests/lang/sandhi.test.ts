import { expect, test } from 'vitest';
import { spoken } from '@/utils/lang/sandhi';

test.each([
  ['不是', 'bu4 shi4', 'bu2 shi4'],
  ['不好', 'bu4 hao3', 'bu4 hao3'],
  ['好不好', 'hao3 bu4 hao3', 'hao3 bu5 hao3'],
  ['决不', 'jue2 bu4', 'jue2 bu4'],
  ['一定', 'yi1 ding4', 'yi2 ding4'],
  ['一个', 'yi1 ge5', 'yi2 ge5'],
  ['一天', 'yi1 tian1', 'yi4 tian1'],
  ['一起', 'yi1 qi3', 'yi4 qi3'],
  ['一百', 'yi1 bai3', 'yi4 bai3'],
  ['看一看', 'kan4 yi1 kan4', 'kan4 yi5 kan4'],
  ['第一', 'di4 yi1', 'di4 yi1'],
  ['第一次', 'di4 yi1 ci4', 'di4 yi1 ci4'],
  ['十一届', 'shi2 yi1 jie4', 'shi2 yi1 jie4'],
  ['统一', 'tong3 yi1', 'tong3 yi1'],
  ['一月', 'yi1 yue4', 'yi1 yue4'],
  ['医院', 'yi1 yuan4', 'yi1 yuan4'],
  ['领导', 'ling3 dao3', 'ling2 dao3'],
  ['李小姐', 'Li3 xiao3 jie3', 'Li2 xiao2 jie3'],
  ['可以', 'ke3 yi3', 'ke2 yi3'],
  ['T恤', 'xu4', 'xu4'],
  ['玩儿', 'wan2 r5', 'wan2 r5'],
  ['', '', ''],
])('%s (%s) is spoken %s', (characters, reading, heard) => {
  expect(spoken(characters, reading)).toBe(heard);
});
