import type { Relation, Term } from '@/utils/lang/term';

/** In which order relations are told. */
const RELATIONS = [
  'broader',
  'narrower',
  'partOf',
  'contrasts',
  'replaces',
  'replacedBy',
  'related',
] as const satisfies Relation[];

/** The set phrases to which one stands in some relation. */
export interface Related {
  relation: Relation;
  terms: Term[];
}

/** The relations of a set phrase whose records are at hand, by kind; kinds without any are left out. */
export function relatedOf(term: Term, recordOf: (id: string) => Term | undefined): Related[] {
  return RELATIONS.map((relation) => ({
    relation,
    terms: (term.relations?.[relation] ?? []).flatMap((id) => recordOf(id) ?? []),
  })).filter(({ terms }) => terms.length > 0);
}
