import { describe, expect, test } from 'vitest';
import { variantTable } from '@/utils/build/variant';
import { VariantEngine } from '@/utils/lang/variant';

const engine = new VariantEngine(variantTable().buffer as ArrayBuffer);

describe('simplified to Taiwan’s forms', () => {
  test.each([
    ['头发和发展', '頭髮和發展'],
    ['踏上新征程', '踏上新征程'],
    ['全美发表的报告', '全美發表的報告'],
    ['中国制度的优势', '中國制度的優勢'],
    ['不准外传', '不准外傳'],
    ['头\n发很长', '頭\n髮很長'],
  ])('%s', (source, form) => {
    expect(engine.convert(source, 'tw').text).toBe(form);
  });
});
