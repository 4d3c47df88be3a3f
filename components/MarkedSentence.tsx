import type { Occurrence } from '@/utils/glossary/record';

/** The sentence of an occurrence with the term marked in it. */
export function MarkedSentence({ occurrence, lang }: { occurrence: Occurrence; lang: string }) {
  const { sentence, from, to } = occurrence;
  return (
    <q className="sentence" lang={lang} cite={occurrence.url}>
      {sentence.slice(0, from)}
      {to > from && <mark>{sentence.slice(from, to)}</mark>}
      {sentence.slice(to)}
    </q>
  );
}
