import type { ReactNode, RefObject } from 'react';
import type { SavedTerm } from '@/utils/glossary/record';
import { type Filter, NO_FILTER } from '@/utils/glossary/search';
import { GlossaryKeys } from './GlossaryKeys';
import { SearchField } from './SearchField';
import { t } from './text';

interface GlossaryBarProps {
  search: RefObject<HTMLInputElement | null>;
  query: string;
  filter: Filter;
  choices: FilterChoices;
  /** What stands below the search. */
  children?: ReactNode;
  onQuery: (query: string) => void;
  onFilter: (filter: Filter) => void;
}

/** What the filters can be set to: what occurs in the glossary, each once and sorted. */
export interface FilterChoices {
  tags: string[];
  papers: string[];
  categories: string[];
}

/** The search, and beside it what narrows the list. */
export function GlossaryBar({
  search,
  query,
  filter,
  choices,
  children,
  onQuery,
  onFilter,
}: GlossaryBarProps) {
  const set = (change: Partial<Filter>) => onFilter({ ...filter, ...change });
  const span = String(SPANS.find(({ days }) => filter.from === dateBefore(days))?.days ?? '');
  const narrowed = Object.values(filter).some((value) => value !== '');
  return (
    <search className="bar">
      <SearchField
        field={search}
        label={t('glossary_search')}
        hint={t('glossary_search_hint')}
        query={query}
        onQuery={onQuery}
      />
      <Choice
        part="filter-tag"
        any={t('glossary_filter_tag')}
        values={choices.tags}
        value={filter.tag}
        onChange={(tag) => set({ tag })}
      />
      <Choice
        part="filter-paper"
        any={t('glossary_filter_paper')}
        values={choices.papers}
        value={filter.paper}
        onChange={(paper) => set({ paper })}
      />
      <Choice
        part="filter-category"
        any={t('glossary_filter_category')}
        values={choices.categories}
        value={filter.category}
        onChange={(category) => set({ category })}
      />
      <Choice
        part="filter-date"
        any={t('glossary_filter_date')}
        values={SPANS.map(({ days }) => String(days))}
        labels={SPANS.map(({ label }) => t(label))}
        value={span}
        onChange={(days) => set({ from: days === '' ? '' : dateBefore(Number(days)), to: '' })}
      />
      {narrowed && (
        <button
          type="button"
          className="button"
          data-kind="quiet"
          data-part="filter-reset"
          onClick={() => onFilter(NO_FILTER)}
        >
          {t('glossary_filter_reset')}
        </button>
      )}
      <div className="below">
        {children}
        <GlossaryKeys />
      </div>
    </search>
  );
}

/** How far back the dates of the articles may lie. */
const SPANS = [
  { days: 7, label: 'glossary_filter_week' },
  { days: 31, label: 'glossary_filter_month' },
  { days: 366, label: 'glossary_filter_year' },
] as const;

function dateBefore(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

interface ChoiceProps {
  part: string;
  any: string;
  values: string[];
  /** What is shown for each value; the values themselves where it is left out. */
  labels?: string[];
  value: string;
  onChange: (value: string) => void;
}

/** Nothing to choose from, nothing shown. */
function Choice({ part, any, values, labels = values, value, onChange }: ChoiceProps) {
  if (values.length === 0) return null;
  return (
    <select
      className="field"
      data-part={part}
      aria-label={any}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{any}</option>
      {values.map((each, place) => (
        <option key={each} value={each}>
          {labels[place]}
        </option>
      ))}
    </select>
  );
}

/** What the filters offer for these terms. */
export function filterChoices(terms: readonly SavedTerm[]): FilterChoices {
  const [tags, papers, categories] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const term of terms) {
    for (const tag of term.tags) tags.add(tag);
    for (const { paper } of term.occurrences) if (paper !== '') papers.add(paper);
    for (const category of term.categories) categories.add(category);
  }
  return { tags: [...tags].sort(), papers: [...papers].sort(), categories: [...categories].sort() };
}
