import { type CitationStyle, cite } from '@/utils/glossary/formats/citation';
import type { Occurrence, SavedTerm } from '@/utils/glossary/record';
import { MarkedSentence } from './MarkedSentence';
import { day, t } from './text';

interface OccurrenceListProps {
  term: SavedTerm;
  onCopy: (text: string) => void;
  onRemove: (occurrence: Occurrence) => void;
}

/** Where a term was met, newest first: its sentence, what it stood in, and the ways to cite that. */
export function OccurrenceList({ term, onCopy, onRemove }: OccurrenceListProps) {
  if (term.occurrences.length === 0) return <p className="soft">{t('glossary_no_occurrence')}</p>;
  return (
    <ol className="occurrences" aria-label={t('glossary_occurrences')}>
      {[...term.occurrences].reverse().map((occurrence) => (
        <li key={`${occurrence.url} ${occurrence.sentence}`} data-part="occurrence">
          {occurrence.sentence !== '' && (
            <MarkedSentence occurrence={occurrence} lang={langOf(occurrence, term)} />
          )}
          <Source occurrence={occurrence} lang={langOf(occurrence, term)} />
          <span className="cites">
            {(['chicago', 'gbt7714'] as const).map((style) => (
              <button
                key={style}
                type="button"
                className="link"
                data-part={`cite-${style}`}
                onClick={() => onCopy(cite(occurrence, style))}
              >
                {t(CITE_LABELS[style])}
              </button>
            ))}
            <button
              type="button"
              className="link"
              data-part="remove-occurrence"
              onClick={() => onRemove(occurrence)}
            >
              {t('glossary_occurrence_remove')}
            </button>
          </span>
        </li>
      ))}
    </ol>
  );
}

const CITE_LABELS = {
  chicago: 'glossary_cite_chicago',
  gbt7714: 'glossary_cite_gbt',
} as const satisfies Record<CitationStyle, string>;

function Source({ occurrence, lang }: { occurrence: Occurrence; lang: string }) {
  const { headline, byline, paper, page, date, url, readAt } = occurrence;
  const title = headline || url || t('glossary_no_headline');
  return (
    <p className="source">
      {isWeb(url) ? (
        <a href={url} target="_blank" rel="noreferrer" lang={headline ? lang : undefined}>
          {title}
        </a>
      ) : (
        <span lang={headline ? lang : undefined}>{title}</span>
      )}
      {byline !== '' && <span lang={lang}>{byline}</span>}
      {paper !== '' && <span lang={lang}>{paper}</span>}
      {page !== '' && <span>{t('glossary_page', page)}</span>}
      {date !== '' && <time dateTime={date}>{date}</time>}
      <time dateTime={readAt}>{t('glossary_read_on', day(readAt))}</time>
    </p>
  );
}

/** An imported address may be anything; only those of the web become links. */
export function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

/** The script of a text that holds the term: the traditional one where the term stands in it so. */
export function langOf({ sentence, from, to }: Occurrence, { hans, hant }: SavedTerm): 'zh-Hans' | 'zh-Hant' {
  const met = sentence.slice(from, to);
  return hans !== hant && met === hant ? 'zh-Hant' : 'zh-Hans';
}
