import type { ShownScript } from '@/utils/ext/settings';
import type { MarkKind } from '@/utils/lang/marks';

/** A word of the sample line on which the settings show their effect. */
export interface SampleWord {
  forms: Record<ShownScript, string>;
  /** One syllable per character. */
  reading: string;
  /** As Taiwan's standard has it, where that differs. */
  taiwan?: string;
  gloss: string;
  /** As what a set phrase is marked. */
  kind?: MarkKind;
  /** What stands after it. */
  after?: string;
}

function word(simplified: string, traditional: string, rest: Omit<SampleWord, 'forms'>): SampleWord {
  const forms = { source: simplified, cn: simplified, t: traditional, tw: traditional, hk: traditional };
  return { forms, ...rest };
}

/**
 * 链长、两代表一委员与群众双向奔赴，高质量发展不是口号。 Made so that no setting leaves it as it is: set phrases of
 * every kind that is marked, the sandhi of 不 and 一, a reading of Taiwan's (质), and a character of which each region
 * has a form of its own (众).
 */
export const SAMPLE: readonly SampleWord[] = [
  word('链长', '鏈長', {
    reading: 'lian4 zhang3',
    gloss: 'chain chief',
    kind: 'institution',
    after: '、',
  }),
  word('两代表一委员', '兩代表一委員', {
    reading: 'liang3 dai4 biao3 yi1 wei3 yuan2',
    gloss: 'Party and people’s congress delegates and CPPCC members',
    kind: 'numeric',
  }),
  word('与', '與', { reading: 'yu3', gloss: 'and' }),
  {
    forms: { source: '群众', cn: '群众', t: '羣衆', tw: '群眾', hk: '羣眾' },
    reading: 'qun2 zhong4',
    gloss: 'the masses',
  },
  word('双向奔赴', '雙向奔赴', {
    reading: 'shuang1 xiang4 ben1 fu4',
    gloss: 'going out to meet each other',
    kind: 'metaphor',
    after: '，',
  }),
  word('高质量发展', '高質量發展', {
    reading: 'gao1 zhi4 liang4 fa1 zhan3',
    taiwan: 'gao1 zhi2 liang4 fa1 zhan3',
    gloss: 'high-quality development',
    kind: 'slogan',
  }),
  word('不是', '不是', { reading: 'bu4 shi4', gloss: 'is not' }),
  word('口号', '口號', { reading: 'kou3 hao4', gloss: 'slogan', after: '。' }),
];
