import type { SavedTerm, TermEdit } from '@/utils/glossary/record';
import { day, t } from './text';

interface TermPastProps {
  term: SavedTerm;
  onEdit: (edit: TermEdit) => void;
}

/** What stood in the bases when the term was saved, and what the reader wrote before. */
export function TermPast({ term, onEdit }: TermPastProps) {
  const earlier = term.earlier.filter(({ field, value }) => value !== '' && term[field] !== value);
  return (
    <dl className="past">
      {term.senses.length > 0 && (
        <>
          <dt>{t('glossary_senses')}</dt>
          <dd>{term.senses.join('; ')}</dd>
        </>
      )}
      {earlier.length > 0 && (
        <>
          <dt>{t('glossary_earlier')}</dt>
          {earlier.map(({ field, value, at }) => (
            <dd key={`${field} ${at} ${value}`}>
              <button type="button" className="link" onClick={() => onEdit({ [field]: value })}>
                {t('glossary_take_back', value)}
              </button>
            </dd>
          ))}
        </>
      )}
      <dt className="soft">{t('glossary_saved_on', day(term.created))}</dt>
    </dl>
  );
}
