import type { ReactNode } from 'react';
import type { Citation, Term } from '@/utils/lang/term';
import type { ReadingChoice } from './EntryView';
import { Reading } from './Reading';
import { relatedOf } from './relations';
import { TermDetails } from './TermDetails';
import { t } from './text';

interface TermRecordProps {
  term: Term;
  choice: ReadingChoice;
  /** The record that an id names; `undefined` where the base has none. */
  recordOf(id: string): Term | undefined;
  /** The address of a record inside the extension. */
  addressOf(id: string): string;
  /** Stands beside the headword. */
  children?: ReactNode;
}

/** All of one record of the built-in base. */
export function TermRecord({ term, choice, recordOf, addressOf, children }: TermRecordProps) {
  const { hans, hant } = term.headword;
  const facts = factsOf(term);
  return (
    <article className="entry record" data-part="record" data-id={term.id}>
      <header>
        <h2>
          <span className="headword" lang="zh-Hans">
            {hans}
          </span>
          {hant !== hans && (
            <span className="other-script" lang="zh-Hant">
              {hant}
            </span>
          )}
          <Reading
            reading={choice.words?.(hans, term.reading) ?? term.reading}
            style={choice.style}
            toneColours={choice.toneColours}
            spokenOf={choice.sandhi ? hans : undefined}
          />
        </h2>
        {children}
      </header>
      <TermDetails term={term} ownRendering="" extent="whole" />
      <dl className="facts">
        {relatedOf(term, recordOf).map(({ relation, terms }) => (
          <Fact key={relation} name={t(`relation_${relation}`)}>
            {terms.map((other) => (
              <a key={other.id} className="related" href={addressOf(other.id)} lang="zh-Hans">
                {other.headword.hans}
              </a>
            ))}
          </Fact>
        ))}
        {facts.map(([name, value]) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
        {term.citations && term.citations.length > 0 && (
          <Fact name={t('terms_sources')}>
            <ul className="citations">
              {term.citations.map((citation) => (
                <li key={citation.id}>
                  <Source citation={citation} />
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What a record holds beside meaning, history and relations; what is absent is left out. */
function factsOf(term: Term): [name: string, value: ReactNode][] {
  const { pattern, review } = term;
  const facts: [string, ReactNode][] = [
    [t('terms_variants'), term.variants && <Variants variants={term.variants} />],
    [t('terms_renderings'), term.renderings.length > 1 && <Renderings term={term} />],
    [t('terms_literal'), term.literal],
    [t('terms_pattern'), pattern && <Chinese>{[pattern.template, ...pattern.examples].join(' · ')}</Chinese>],
    [t('terms_example'), term.example && <Chinese>{term.example}</Chinese>],
    [t('terms_field'), term.category.map((category) => t(`category_${category}`)).join(' · ')],
    [t('terms_kind'), t(`kind_${term.kind}`)],
    [t('terms_status'), t(`status_${term.status ?? 'current'}`)],
    [t('terms_region'), term.region],
    [t('terms_open_questions'), review.openQuestions?.join(' ')],
    [t('terms_review_notes'), [review.on, review.notes].filter(Boolean).join(': ')],
  ];
  return facts.filter(([, value]) => value);
}

function Chinese({ children }: { children: string }) {
  return <span lang="zh-Hans">{children}</span>;
}

function Variants({ variants }: { variants: NonNullable<Term['variants']> }) {
  return variants.map(({ hans, hant, type }) => (
    <span key={hans} className="variant">
      <Chinese>{hans}</Chinese>{' '}
      {hant !== hans && (
        <span className="faint" lang="zh-Hant">
          {hant}
        </span>
      )}{' '}
      <span className="tag">{t(`variant_${type}`)}</span>
    </span>
  ));
}

function Renderings({ term }: { term: Term }) {
  return (
    <ul className="citations">
      {term.renderings.map(({ en, status, source, note }) => (
        <li key={en}>
          {en} <span className="tag">{t(`card_rendering_${status}`)}</span>{' '}
          <span className="faint">
            {[term.citations?.find(({ id }) => id === source)?.title, note].filter(Boolean).join('; ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Source({ citation: { title, publisher, date, url, supports } }: { citation: Citation }) {
  return (
    <>
      {url ? (
        <a href={url} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      <span className="faint">
        {' '}
        {[publisher, date].filter(Boolean).join(', ')} · {t('terms_supports', supports.join(', '))}
      </span>
    </>
  );
}
