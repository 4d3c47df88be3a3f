/** The columns that are written, one row for each occurrence (one for a term that has none). */
export const COLUMNS = [
  'headword',
  'simplified',
  'traditional',
  'reading',
  'rendering',
  'official_rendering',
  'senses',
  'note',
  'tags',
  'term',
  'categories',
  'sentence',
  'position',
  'headline',
  'byline',
  'paper',
  'page',
  'date',
  'url',
  'read_at',
  'saved_at',
] as const;

export type Column = (typeof COLUMNS)[number] | 'language';

/** Other names by which lists call these columns, in lower case. */
const NAMES: Record<string, Column> = {
  ...(Object.fromEntries(COLUMNS.map((column) => [column, column])) as Record<string, Column>),
  source: 'headword',
  term_zh: 'headword',
  chinese: 'headword',
  word: 'headword',
  zh: 'headword',
  中文: 'headword',
  词: 'headword',
  词语: 'headword',
  词条: 'headword',
  术语: 'headword',
  原文: 'headword',
  hans: 'simplified',
  简体: 'simplified',
  hant: 'traditional',
  繁体: 'traditional',
  繁體: 'traditional',
  pinyin: 'reading',
  拼音: 'reading',
  target: 'rendering',
  translation: 'rendering',
  english: 'rendering',
  en: 'rendering',
  英文: 'rendering',
  译文: 'rendering',
  翻译: 'rendering',
  meaning: 'senses',
  definition: 'senses',
  notes: 'note',
  comment: 'note',
  备注: 'note',
  tag: 'tags',
  标签: 'tags',
  tgt_lng: 'language',
};

/** The column that a name stands for, as lists use to call it. */
export function columnOf(name: string): Column | null {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(NAMES, key) ? (NAMES[key] ?? null) : null;
}
