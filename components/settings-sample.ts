import type { ShownScript } from '@/utils/ext/settings';

/** A word of the sample line on which the settings show their effect. */
export interface SampleWord {
  forms: Record<ShownScript, string>;
  /** One syllable per character. */
  reading: string;
  /** As Taiwan's standard has it, where that differs. */
  taiwan?: string;
  gloss: string;
  /** The kind of the set phrase that it is. */
  kind?: 'institution' | 'metaphor';
  /** What stands after it. */
  after?: string;
}

function word(simplified: string, traditional: string, rest: Omit<SampleWord, 'forms'>): SampleWord {
  const forms = { source: simplified, cn: simplified, t: traditional, tw: traditional, hk: traditional };
  return { forms, ...rest };
}

/**
 * 链长制不是一句口号，企业与群众双向奔赴。 Made so that no setting leaves it as it is: set phrases of two kinds,
 * the sandhi of 不 and 一, a reading of Taiwan's (企), and a character of which each region has a form of its own (众).
 */
export const SAMPLE: readonly SampleWord[] = [
  word('链长制', '鏈長制', {
    reading: 'lian4 zhang3 zhi4',
    gloss: 'industrial chain chief system',
    kind: 'institution',
  }),
  word('不是', '不是', { reading: 'bu4 shi4', gloss: 'is not' }),
  word('一句', '一句', { reading: 'yi1 ju4', gloss: 'one sentence' }),
  word('口号', '口號', { reading: 'kou3 hao4', gloss: 'slogan', after: '，' }),
  word('企业', '企業', { reading: 'qi3 ye4', taiwan: 'qi4 ye4', gloss: 'enterprise' }),
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
    after: '。',
  }),
];
