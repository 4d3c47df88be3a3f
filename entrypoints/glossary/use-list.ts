import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { filterChoices } from '@/components/GlossaryBar';
import { type ConcordanceOrder, concordance, metLines, savedSentences } from '@/utils/glossary/concordance';
import type { SavedTerm } from '@/utils/glossary/record';
import {
  filterTerms,
  NO_FILTER,
  type Order,
  prepareSearch,
  type SortKey,
  searchTerms,
  sortTerms,
} from '@/utils/glossary/search';

/** Characters of context on each side of a key word. */
const CONTEXT = 30;

/** Terms that are made ready for the search between two frames. */
const PREPARED_AT_ONCE = 1000;

/** What of the glossary is listed, and in which order. */
export function useList(terms: readonly SavedTerm[] | null) {
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState(NO_FILTER);
  const [order, setOrder] = useState<Order>({ key: 'saved', descending: true });
  const deferredQuery = useDeferredValue(query);

  const sorted = useMemo(() => sortTerms(terms ?? [], order), [terms, order]);
  const filtered = useMemo(() => filterTerms(sorted, filter), [sorted, filter]);
  const found = useMemo(() => searchTerms(filtered, deferredQuery), [filtered, deferredQuery]);
  const deferredTerms = useDeferredValue(terms);
  const choices = useMemo(() => filterChoices(deferredTerms ?? []), [deferredTerms]);

  useEffect(() => {
    let from = 0;
    const prepare = () => {
      prepareSearch(sorted.slice(from, from + PREPARED_AT_ONCE));
      from += PREPARED_AT_ONCE;
      if (from < sorted.length) timer = setTimeout(prepare);
    };
    let timer = setTimeout(prepare);
    return () => clearTimeout(timer);
  }, [sorted]);

  const sortBy = useCallback(
    (key: SortKey) =>
      setOrder((now) => ({ key, descending: now.key === key ? !now.descending : key === 'saved' })),
    [],
  );

  return { query, setQuery, filter, setFilter, order, sortBy, sorted, found, choices, deferredQuery };
}

/**
 * The lines of the concordance: every place of what was searched for, if it is Chinese, else the places where the
 * listed terms were met.
 */
export function useConcordance(
  shown: boolean,
  terms: readonly SavedTerm[],
  found: readonly SavedTerm[],
  query: string,
) {
  const [order, setOrder] = useState<ConcordanceOrder>('after');
  const sentences = useMemo(() => (shown ? savedSentences(terms) : []), [shown, terms]);
  const lines = useMemo(() => {
    if (!shown) return [];
    const word = query.trim();
    if (!/\p{Script=Han}/u.test(word)) return metLines(found, CONTEXT, order);
    const forms = terms.filter((term) => [term.hans, term.hant, term.headword].includes(word));
    return concordance(sentences, [word, ...forms.flatMap(({ hans, hant }) => [hans, hant])], CONTEXT, order);
  }, [shown, terms, found, sentences, query, order]);
  return { lines, order, setOrder };
}
