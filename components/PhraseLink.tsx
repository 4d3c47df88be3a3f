import type { Term } from '@/utils/lang/term';
import { t } from './text';

/** Leads to a record in the term browser. */
export function PhraseLink({ term }: { term: Term }) {
  return (
    <a
      className="phrase-link"
      href={`/terms.html#${term.id}`}
      target="_blank"
      rel="noreferrer"
      title={t('panel_record', term.headword.hans)}
      aria-label={t('panel_record', term.headword.hans)}
    >
      …
    </a>
  );
}
