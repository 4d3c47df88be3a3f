import { describe, expect, test } from 'vitest';
import { numeralEnd, unitEnd } from '@/utils/lang/numerals';

const units = (text: string) => Uint16Array.from(text, (character) => character.charCodeAt(0));

describe('units of digits and letters', () => {
  test.each([
    ['2.8亿元', '2.8亿'],
    ['1,000余户', '1,000余'],
    ['500多万人', '500多万'],
    ['94.5%。', '94.5%'],
    ['2022年', '2022'],
    ['第8届', '第8'],
    ['第二十次', '第二十'],
    ['COVID-19疫情', 'COVID-19'],
    ['3D打印', '3D'],
    ['1.', '1'],
    ['第一线', '第一'],
    ['第届', ''],
    ['年', ''],
  ])('%s begins with %j', (text, unit) => {
    expect(text.slice(0, unitEnd(units(text), 0))).toBe(unit);
  });
});

describe('Chinese numerals', () => {
  test.each([
    ['三十五年', '三十五'],
    ['二〇二二年', '二〇二二'],
    ['一千零一夜', '一千零一'],
    ['十三', '十三'],
    ['一万多名', '一万多'],
    ['三百余名', '三百余'],
    ['五', ''],
    ['一二', ''],
    ['万一', ''],
  ])('%s begins with %j', (text, numeral) => {
    expect(text.slice(0, numeralEnd(units(text), 0))).toBe(numeral);
  });
});
