import { expect, test } from 'vitest';
import { parseReading } from '@/utils/glossary/reading';

test.each([
  ['lian4 zhang3 zhi4', 3, 'lian4 zhang3 zhi4'],
  ['lian4zhang3zhi4', 3, 'lian4 zhang3 zhi4'],
  ['liàn zhǎng zhì', 3, 'lian4 zhang3 zhi4'],
  ['liànzhǎngzhì', 3, 'lian4 zhang3 zhi4'],
  ['liànzhǎngzhì'.normalize('NFD'), 3, 'lian4 zhang3 zhi4'],
  ["Xī'ān", 2, 'Xi1 an1'],
  ["fāng'àn", 2, 'fang1 an4'],
  ['fāngàn', 2, 'fan1 gan4'],
  ['nǚrén', 2, 'nv3 ren2'],
  ['lu:4 se4', 2, 'lv4 se4'],
  ['lüè', 1, 'lve4'],
  ['yìyuán', 2, 'yi4 yuan2'],
  ['guānyú', 2, 'guan1 yu2'],
  ['dàngōng', 2, 'dan4 gong1'],
  ['érqiě', 2, 'er2 qie3'],
  ['shuāngxiàng bēnfù', 4, 'shuang1 xiang4 ben1 fu4'],
  ['zhong', 1, 'zhong'],
  ['de5', 1, 'de5'],
  ['wan2 r5', 2, 'wan2 r5'],
  ['lian zhang', 3, null],
  ['chain chief', 3, null],
  ['链长制', 3, null],
  ['', 3, null],
])('%s for %d characters', (text, characters, reading) => {
  expect(parseReading(text, characters)).toBe(reading);
});
