import type { RefObject } from 'react';
import type { Term } from '@/utils/lang/term';
import { EVERY_TERM, type TermFilter } from '@/utils/lang/term-search';
import { SearchField } from './SearchField';
import { type MessageKey, t } from './text';

interface TermBarProps {
  search: RefObject<HTMLInputElement | null>;
  query: string;
  filter: TermFilter;
  terms: readonly Term[];
  onQuery(query: string): void;
  onFilter(filter: TermFilter): void;
}

/** What each filter can be set to, in the order of how many records have it. */
const FILTERS = [
  { key: 'category', any: 'terms_any_field', of: (term: Term) => term.category, label: 'category' },
  { key: 'kind', any: 'terms_any_kind', of: (term: Term) => [term.kind], label: 'kind' },
  { key: 'status', any: 'terms_any_status', of: (term: Term) => [term.status ?? 'current'], label: 'status' },
  { key: 'level', any: 'terms_any_level', of: (term: Term) => [term.review.level], label: 'card_level' },
] as const satisfies {
  key: keyof TermFilter;
  any: MessageKey;
  of: (term: Term) => readonly (string | number)[];
  label: string;
}[];

/** The search in the built-in base, and beside it what narrows the list. */
export function TermBar({ search, query, filter, terms, onQuery, onFilter }: TermBarProps) {
  return (
    <search className="bar">
      <SearchField
        field={search}
        label={t('terms_search')}
        hint={t('terms_search_hint')}
        query={query}
        onQuery={onQuery}
      />
      {FILTERS.map(({ key, any, of, label }) => (
        <select
          key={key}
          className="field"
          data-part={`filter-${key}`}
          aria-label={t(any)}
          value={filter[key]}
          onChange={(event) => onFilter({ ...filter, [key]: event.target.value })}
        >
          <option value="">{t(any)}</option>
          {countsOf(terms, of).map(([value, count]) => (
            <option key={value} value={value}>
              {t(`${label}_${value}` as MessageKey)} ({count})
            </option>
          ))}
        </select>
      ))}
      {Object.values(filter).some((value) => value !== '') && (
        <button
          type="button"
          className="button"
          data-kind="quiet"
          data-part="filter-reset"
          onClick={() => onFilter(EVERY_TERM)}
        >
          {t('terms_filter_reset')}
        </button>
      )}
    </search>
  );
}

/** How many records have each value, the commonest first. */
function countsOf(
  terms: readonly Term[],
  of: (term: Term) => readonly (string | number)[],
): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const term of terms)
    for (const value of of(term)) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
