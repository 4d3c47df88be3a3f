import type { Related } from './relations';
import { t } from './text';

interface RelatedTermsProps {
  related: Related[];
  onFollow(id: string): void;
  /** Opens the record in the term browser. */
  onOpen(): void;
}

/** The set phrases around one, by kind of relation, and the way to its whole record. */
export function RelatedTerms({ related, onFollow, onOpen }: RelatedTermsProps) {
  return (
    <>
      {related.length > 0 && (
        <dl className="relations" data-part="relations">
          {related.map(({ relation, terms }) => (
            <div key={relation} data-relation={relation}>
              <dt>{t(`relation_${relation}`)}</dt>
              {terms.map(({ id, headword, renderings }) => (
                <dd key={id}>
                  <button type="button" className="related" data-id={id} onClick={() => onFollow(id)}>
                    <span lang="zh-Hans">{headword.hans}</span>{' '}
                    <span className="faint">{renderings[0]?.en}</span>
                  </button>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
      <p>
        <button type="button" className="link" data-part="record" onClick={onOpen}>
          {t('card_open_record')}
        </button>
      </p>
    </>
  );
}
