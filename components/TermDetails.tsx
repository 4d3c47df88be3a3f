import type { ReactNode } from 'react';
import { differs } from '@/utils/glossary/rendering';
import type { Citation, Term } from '@/utils/lang/term';
import { t } from './text';
import { UsagePicture } from './UsagePicture';

interface TermDetailsProps {
  term: Term;
  /** The rendering that the reader chose; empty where none was. */
  ownRendering: string;
  extent: Extent;
  /** Stands last: the relations. */
  children?: ReactNode;
}

/** How much is told: what it means; that and the rest in words; all, drawn too. */
export type Extent = 'brief' | 'glance' | 'whole';

/** A bold headline of some six lines is none. */
const LONG_RENDERING = 60;

/** A set phrase: how it is rendered, what it says, what an expert reads into it, where it comes from. */
export function TermDetails({ term, ownRendering, extent, children }: TermDetailsProps) {
  const [first, ...others] = term.renderings;
  const brief = extent === 'brief';
  const isLong = (ownRendering || (first?.en ?? '')).length > LONG_RENDERING;
  return (
    <>
      <p className={isLong ? 'rendering long' : 'rendering'} data-part="rendering">
        {ownRendering && (
          <>
            <strong>{ownRendering}</strong> <span className="tag">{t('card_rendering_own')}</span>{' '}
          </>
        )}
        {first && (
          <>
            {ownRendering ? first.en : <strong>{first.en}</strong>}{' '}
            <span className="tag" data-status={first.status}>
              {t(`card_rendering_${first.status}`)}
              {first.status === 'official' && yearOf(term, first.source)}
            </span>
            {first.status === 'official' && differs(ownRendering, first.en) && (
              <>
                {' '}
                <span className="tag differs" data-part="differs">
                  {t('card_rendering_differs')}
                </span>
              </>
            )}
          </>
        )}
      </p>
      {!brief && others.length > 0 && (
        <p className="other-renderings">{others.map(({ en }) => en).join(' · ')}</p>
      )}
      <p className="meaning" data-part="meaning">
        {term.meaning}
      </p>
      {!brief && <Depth term={term} />}
      {!brief && term.usage && <UsagePicture usage={term.usage} drawn={extent === 'whole'} />}
      <p className="provenance">
        <span data-part="level" data-level={term.review.level}>
          {t(`card_level_${term.review.level}`)}
        </span>
        {!brief && <Sources citations={term.citations ?? []} />}
      </p>
      {children}
    </>
  );
}

function Depth({ term }: { term: Term }) {
  const { signals, contested, origin, firstKnownUse, expansion, organ } = term;
  return (
    <>
      {organ && (
        <p data-part="organ">
          {organ.full && (
            <>
              <b>{t('card_organ_full')}</b> <span lang="zh-Hans">{organ.full.hans}</span>{' '}
            </>
          )}
          {organ.parent && (
            <>
              <b>{t('card_organ_parent')}</b> {organ.parent}{' '}
            </>
          )}
          {organ.rank && (
            <>
              <b>{t('card_organ_rank')}</b> {organ.rank}
            </>
          )}
        </p>
      )}
      {signals && (
        <p data-part="signals">
          <b>{t('card_signals')}</b> {signals}
        </p>
      )}
      {contested && (
        <p data-part="contested">
          <b>{t('card_contested')}</b> {contested}
        </p>
      )}
      {origin && origin.confidence !== 'unknown' && (
        <p data-part="origin">
          <b>{t('card_origin')}</b>{' '}
          {[origin.date, origin.who, origin.occasion, origin.document].filter(Boolean).join('; ')}{' '}
          {origin.confidence === 'reported' && <span className="tag">{t('card_origin_reported')}</span>}
        </p>
      )}
      {firstKnownUse && (
        <p data-part="first-use">
          <b>{t('card_first_known_use')}</b> {firstKnownUse.date}; {firstKnownUse.where}
        </p>
      )}
      {expansion && expansion.length > 0 && (
        <ol className="expansion" data-part="expansion">
          {expansion.map((item) => (
            <li key={item.hans}>
              <span lang="zh-Hans">{item.hans}</span> <span className="faint">{item.en}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Sources({ citations }: { citations: Citation[] }) {
  if (citations.length === 0) return <span data-part="source">{t('card_source_none')}</span>;
  return (
    <span data-part="source">
      {citations.map((citation) => (
        <span key={citation.id} className="source">
          {citation.url ? (
            <a href={citation.url} target="_blank" rel="noreferrer" title={citation.title}>
              {nameOf(citation)}
            </a>
          ) : (
            <span title={citation.title}>{nameOf(citation)}</span>
          )}
        </span>
      ))}
    </span>
  );
}

function nameOf({ publisher, date }: Citation): string {
  return date ? `${publisher}, ${date.slice(0, 4)}` : publisher;
}

function yearOf(term: Term, source: string | undefined): string {
  const year = term.citations?.find(({ id }) => id === source)?.date?.slice(0, 4);
  return year ? ` ${year}` : '';
}
