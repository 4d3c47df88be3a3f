import { isHan } from '@/utils/lang/han';
import { metAgain } from './lost';
import { mergeTerm } from './merge';
import { parseReading } from './reading';
import { createTerm, editTerm, type Occurrence, restoreTerm, type SavedTerm } from './record';

/** One row of a file that is not our own lossless form: what it says of a term; empty where it says nothing. */
export interface Draft {
  /** Line of the file at which it begins, from 1. */
  line: number;
  /** As written in the file, in either script. */
  headword: string;
  hans: string;
  hant: string;
  reading: string;
  senses: string[];
  term: string;
  categories: string[];
  officialRendering: string;
  rendering: string;
  note: string;
  tags: string[];
  occurrence: Occurrence | null;
  saved: string;
}

/** A row that was not taken, and why; the reason is the name of a message `glossary_row_<reason>`. */
export interface RefusedRow {
  line: number;
  reason:
    | 'no_headword'
    | 'not_chinese'
    | 'too_long'
    | 'no_term'
    | 'other_forms'
    | 'other_language'
    | 'broken';
  /** What fills the message's placeholder. */
  value: string;
}

/** Both scripts of a headword. */
export type FormsOf = (headword: string) => { hans: string; hant: string };

/**
 * What importing the drafts would make of the glossary's terms: records to be merged into it. What a draft says
 * counts as written by the reader now, since it was the reader who imported it; what it leaves empty stays.
 *
 * @param known the glossary as it is, by `hans`, tombstones too
 */
export function termsOfDrafts(
  drafts: readonly Draft[],
  known: ReadonlyMap<string, SavedTerm>,
  formsOf: FormsOf,
  now: string,
): SavedTerm[] {
  const terms = new Map<string, SavedTerm>();
  for (const draft of drafts) {
    const forms = formsOf(draft.headword);
    const hans = draft.hans || forms.hans;
    const before = terms.get(hans) ?? known.get(hans);
    const after = termOfDraft(draft, { hans, hant: draft.hant || forms.hant }, before, now);
    terms.set(hans, after);
  }
  return [...terms.values()];
}

function termOfDraft(
  draft: Draft,
  { hans, hant }: { hans: string; hant: string },
  before: SavedTerm | undefined,
  now: string,
): SavedTerm {
  const at = draft.saved || now;
  const made = createTerm(
    {
      headword: draft.headword,
      hans,
      hant,
      reading: parseReading(draft.reading, [...hans].filter(isHan).length) ?? '',
      senses: draft.senses,
      ...(draft.term === '' ? {} : { term: draft.term }),
      categories: draft.categories,
      officialRendering: draft.officialRendering,
      own: draft.term === '',
      occurrence:
        draft.occurrence && metAgain(before, { ...draft.occurrence, readAt: draft.occurrence.readAt || at }),
    },
    at,
  );
  // A row that only repeats what is known changes nothing, not even times; a removed term comes back.
  const kept = before && restoreTerm(before, now);
  const base = kept
    ? mergeTerm(kept, saysMore(made, kept) ? made : { ...kept, occurrences: made.occurrences })
    : made;
  return editTerm(
    base,
    {
      ...(draft.rendering === '' ? {} : { rendering: draft.rendering }),
      ...(draft.note === '' ? {} : { note: draft.note }),
      tags: [...base.tags, ...draft.tags],
    },
    now,
  );
}

/** A file's description only fills what is empty; what the built-in bases said stays. */
function saysMore(made: SavedTerm, kept: SavedTerm): boolean {
  const bare = kept.term === undefined && kept.senses.length === 0;
  return (
    bare &&
    (made.term !== undefined || made.senses.length > 0 || (kept.reading === '' && made.reading !== ''))
  );
}
