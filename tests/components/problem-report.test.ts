import { describe, expect, test } from 'vitest';
import type { PageView } from '@/components/PagePanel';
import { problemReport } from '@/components/problem-report';
import type { Settings } from '@/utils/ext/settings';

const ARTICLE: PageView = {
  kind: 'reading',
  state: {
    article: { headline: '一盏灯照亮一条街', paper: '澄川日报', date: '2026-03-20' },
    chinese: true,
    terms: 12,
    shown: 'tw',
    cardRemoved: true,
    frames: ['frame.example'],
  },
};
const facts = (view: PageView, address: string | null = null) =>
  problemReport({
    version: '0.1.0',
    browser: 'A browser',
    language: 'zh-TW',
    settings: { reading: 'zhuyin', sandhi: true } as Settings,
    view,
    termsBroken: false,
    address,
  });

describe('the report of a problem', () => {
  test('tells the state of things', () => {
    expect(facts(ARTICLE).split('\n')).toEqual([
      'Tifa 0.1.0',
      'Browser: A browser',
      'Interface: zh-TW',
      'Page: article, script tw, set phrases 12, foreign frames 1, card removed by the page',
      'Settings: reading=zhuyin sandhi=true',
    ]);
    expect(facts({ kind: 'refused' })).toContain('Page: refused');
  });

  test('holds nothing of the page, and its address only where the reader adds it', () => {
    const pdf: PageView = { kind: 'pdf', address: 'https://secret.example/a.pdf', local: false };
    for (const text of [facts(ARTICLE), facts(pdf)])
      expect(text).not.toMatch(/一盏灯|澄川|2026|frame\.example|secret/);
    expect(facts(ARTICLE, 'https://a.example/1')).toContain('Address: https://a.example/1');
  });
});
