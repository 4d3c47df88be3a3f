import { type ReadingStyle, spellSyllables } from '@/utils/lang/spelling';

interface ReadingProps {
  /** One syllable per character: `lian4 zhang3 zhi4`. */
  reading: string;
  style: ReadingStyle;
  toneColours: boolean;
}

/** A reading as the reader wants it written, each syllable in the colour of its tone. */
export function Reading({ reading, style, toneColours }: ReadingProps) {
  return (
    <span className="reading" lang={style === 'zhuyin' ? 'zh-Hant' : 'zh-Latn'}>
      {spellSyllables(reading, style).map(({ text, tone }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: syllables have no identity but their place
        <span key={index} className={toneColours ? `tone-${tone}` : undefined}>
          {text}
        </span>
      ))}
    </span>
  );
}
