import { spoken } from '@/utils/lang/sandhi';
import { type ReadingStyle, spellSyllables } from '@/utils/lang/spelling';

interface ReadingProps {
  /** One syllable per character: `lian4 zhang3 zhi4`; several words, each spelled apart. */
  reading: string | readonly string[];
  style: ReadingStyle;
  toneColours: boolean;
  /** The characters read, where the reading is to be shown as it is spoken. */
  spokenOf?: string | undefined;
}

/** A reading as the reader wants it written, each syllable in the colour of its tone. */
export function Reading({ reading, style, toneColours, spokenOf }: ReadingProps) {
  const written = typeof reading === 'string' ? [reading] : reading;
  const words = spokenOf === undefined ? written : spokenWords(written, spokenOf);
  const syllables = words.flatMap((word, place) =>
    spellSyllables(word, style).map(({ text, tone }, index) => ({
      text: place > 0 && index === 0 ? ` ${text}` : text,
      tone,
    })),
  );
  return (
    <span className="reading" lang={style === 'zhuyin' ? 'zh-Hant' : 'zh-Latn'}>
      {syllables.map(({ text, tone }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: syllables have no identity but their place
        <span key={index} className={toneColours ? `tone-${tone}` : undefined}>
          {text}
        </span>
      ))}
    </span>
  );
}

/** The words of a reading as they are spoken after each other. */
function spokenWords(words: readonly string[], characters: string): string[] {
  const syllables = spoken(characters, words.join(' ')).split(' ');
  let next = 0;
  return words.map((word) => {
    const start = next;
    next += word.split(' ').length;
    return syllables.slice(start, next).join(' ');
  });
}
