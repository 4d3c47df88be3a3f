import { useMemo, useState } from 'react';
import { type DigestPhrase, ritualsOf, unusualPhrases } from '@/utils/lang/digest';
import type { DigestFormat } from '@/utils/lang/digest-text';
import type { TermKind } from '@/utils/lang/term';
import { daysOf, HELD } from '@/utils/lang/usage';
import { PhraseList } from './PhraseList';
import { RitualLine } from './RitualLine';
import { plural, t } from './text';
import { ViewSwitch } from './ViewSwitch';

interface DigestViewProps {
  phrases: readonly DigestPhrase[];
  /** The first block in view. */
  at: number;
  isSaved(phrase: DigestPhrase): boolean;
  onGoTo(phrase: DigestPhrase): void;
  onSave(phrases: DigestPhrase[]): void;
  onCopy(format: DigestFormat): void;
  onKeep(): void;
}

/** In which order kinds are shown: what carries most of an article's message first. */
const KINDS = [
  'numeric',
  'phrase',
  'metaphor',
  'title',
  'institution',
  'document',
  'pattern',
  'genre',
] as const satisfies TermKind[];

/** The phrases of an article, in order or by kind, with what is unusual in them. */
export function DigestView({ phrases, at, isSaved, onGoTo, onSave, onCopy, onKeep }: DigestViewProps) {
  const [order, setOrder] = useState<'in-order' | 'by-kind'>('in-order');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const unusual = useMemo(() => unusualPhrases(phrases), [phrases]);
  const rituals = useMemo(() => ritualsOf(phrases), [phrases]);
  const marked = phrases.filter((phrase) => chosen.has(phrase.term.id) && !isSaved(phrase));
  const unsaved = phrases.filter((phrase) => !isSaved(phrase));
  const current = currentOf(phrases, at);

  const mark = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const list = (of: readonly DigestPhrase[]) => (
    <PhraseList
      phrases={of}
      current={current}
      isSaved={isSaved}
      marked={chosen}
      onMark={mark}
      onGoTo={onGoTo}
    />
  );

  return (
    <div className="digest" data-part="digest">
      {rituals.map((ritual) => (
        <RitualLine key={ritual.members[0]?.id} ritual={ritual} />
      ))}
      {unusual.length > 0 && (
        <section className="unusual" data-part="unusual">
          <h2>{t('panel_unusual')}</h2>
          <ul>
            {unusual.map(({ phrase }) => (
              <li key={phrase.term.id}>
                <button type="button" className="phrase-form" lang="zh-Hans" onClick={() => onGoTo(phrase)}>
                  {phrase.met}
                </button>{' '}
                <span className="soft">
                  {t('panel_unusual_counts', phrase.places.length, phrase.term.usage?.times ?? 0, DAYS_HELD)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="digest-bar">
        <ViewSwitch
          legend={t('panel_order')}
          views={{ 'in-order': t('panel_in_order'), 'by-kind': t('panel_by_kind') }}
          view={order}
          onView={setOrder}
        />
        <span className="soft" data-part="phrase-count">
          {plural('panel_count', phrases.length, unsaved.length)}
        </span>
      </div>
      {order === 'by-kind'
        ? KINDS.map((kind) => {
            const of = phrases.filter(({ term }) => term.kind === kind);
            return (
              of.length > 0 && (
                <section key={kind}>
                  <h2>{t(`kind_${kind}`)}</h2>
                  {list(of)}
                </section>
              )
            );
          })
        : list(phrases)}
      <div className="digest-actions">
        <button
          type="button"
          className="button"
          data-kind="primary"
          data-part="save-marked"
          disabled={marked.length === 0}
          onClick={() => onSave(marked)}
        >
          {t('panel_save', marked.length)}
        </button>
        <button
          type="button"
          className="button"
          data-part="mark-all"
          disabled={unsaved.length === 0}
          onClick={() =>
            setChosen(
              marked.length === unsaved.length ? new Set() : new Set(unsaved.map(({ term }) => term.id)),
            )
          }
        >
          {t(marked.length === unsaved.length && marked.length > 0 ? 'panel_mark_none' : 'panel_mark_all')}
        </button>
        <button type="button" className="button" data-part="copy-text" onClick={() => onCopy('text')}>
          {t('panel_copy_text')}
        </button>
        <button type="button" className="button" data-part="copy-markdown" onClick={() => onCopy('markdown')}>
          {t('panel_copy_markdown')}
        </button>
        <button
          type="button"
          className="button"
          data-part="keep"
          title={t('panel_keep_hint')}
          onClick={onKeep}
        >
          {t('panel_keep')}
        </button>
      </div>
    </div>
  );
}

const DAYS_HELD = daysOf(HELD.days).reduce((sum, n) => sum + n, 0);

/** The id of the first phrase that stands in or after a block; empty where none does. */
function currentOf(phrases: readonly DigestPhrase[], at: number): string {
  let nearest = '';
  let distance = Number.POSITIVE_INFINITY;
  for (const { term, places } of phrases)
    for (const { block, from } of places) {
      const ahead = (block - at) * 1e6 + from;
      if (ahead >= 0 && ahead < distance) {
        distance = ahead;
        nearest = term.id;
      }
    }
  return nearest;
}
