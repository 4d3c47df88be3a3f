import { describe, expect, test } from 'vitest';
import { detectRegion, detectScript } from '@/utils/lang/script';

describe('the script of a text', () => {
  test.each([
    ['县里召开会议，部署明年的农业工作。', 'hans'],
    ['縣裡召開會議，部署明年的農業工作。', 'hant'],
    ['縣裏召開會議，説明來年的農務。', 'hant'],
    ['县里召开会议，展出了写有“國”字的匾额，观众说：“这是从东乡来的。”', 'hans'],
    ['县里召开会议。縣裡召開會議。', 'mixed'],
    ['山水', 'hans'],
    ['', 'hans'],
    ['No Chinese at all', 'hans'],
  ] as const)('%s', (text, script) => {
    expect(detectScript(text)).toBe(script);
  });
});

describe('the region of a text', () => {
  test.each([
    ['县里召开会议', 'cn'],
    ['縣裡召開會議，說明來年的農務', 'tw'],
    ['縣裏召開會議，説明來年的農務', 'hk'],
    ['佢哋開會', 'hk'],
  ] as const)('%s', (text, region) => {
    expect(detectRegion(text)).toBe(region);
  });
});
