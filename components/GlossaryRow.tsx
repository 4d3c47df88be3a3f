import type { Ref } from 'react';
import type { Occurrence, SavedTerm, TermEdit } from '@/utils/glossary/record';
import { differs } from '@/utils/glossary/rendering';
import { EditableText } from './EditableText';
import type { ReadingChoice } from './EntryView';
import { langOf, OccurrenceList } from './OccurrenceList';
import { Reading } from './Reading';
import { TermPast } from './TermPast';
import { t } from './text';

export type EditedField = 'rendering' | 'note' | 'tags';

export interface RowActions {
  onEdit: (id: string, edit: TermEdit) => Promise<void>;
  onRemove: (ids: string[]) => void;
  onRemoveOccurrence: (id: string, occurrence: Occurrence) => void;
  onCopy: (text: string) => void;
}

interface GlossaryRowProps extends RowActions {
  term: SavedTerm;
  /** Its place among the terms that are listed. */
  index: number;
  measure: Ref<HTMLTableSectionElement>;
  choice: ReadingChoice;
  /** Whether the Tab key stops at this row and at what stands in it. */
  active: boolean;
  expanded: boolean;
  selected: boolean;
  editing: EditedField | null;
  onActive: () => void;
  onExpand: (expanded: boolean) => void;
  onSelect: (selected: boolean) => void;
  onEditing: (field: EditedField | null) => void;
}

/** The cells of one term, and below them what is unfolded. */
export function GlossaryRow(props: GlossaryRowProps) {
  const {
    term,
    index,
    measure,
    onActive,
    choice,
    active,
    expanded,
    selected,
    editing,
    onExpand,
    onSelect,
    onEditing,
  } = props;
  const { onEdit, onRemove, onRemoveOccurrence, onCopy } = props;
  const met = term.occurrences.at(-1);
  const tab = active ? 0 : -1;
  const field = (name: EditedField) => ({
    part: name,
    editing: editing === name,
    reachable: active,
    onEditing: (on: boolean) => onEditing(on ? name : null),
  });
  return (
    <tbody ref={measure} className="term" data-index={index}>
      <tr
        className={expanded ? 'unfolded' : undefined}
        data-part="row"
        data-headword={term.headword}
        data-id={term.id}
        aria-rowindex={index + 2}
        tabIndex={tab}
        onFocus={onActive}
      >
        <td className="cell-select">
          <input
            type="checkbox"
            data-part="select"
            aria-label={term.headword}
            checked={selected}
            tabIndex={tab}
            onChange={(event) => onSelect(event.target.checked)}
          />
        </td>
        <td className="cell-term">
          <button
            type="button"
            className="unfold"
            data-part="expand"
            aria-expanded={expanded}
            aria-label={t(expanded ? 'glossary_collapse' : 'glossary_expand', term.headword)}
            tabIndex={tab}
            onClick={() => onExpand(!expanded)}
          >
            <span className="mark" aria-hidden="true" />
          </button>
          <Headword term={term} />
          <span className="reading-line">
            <Reading
              reading={choice.words?.(term.headword, term.reading) ?? term.reading}
              style={choice.style}
              toneColours={choice.toneColours}
              spokenOf={choice.sandhi ? term.headword : undefined}
            />
            {term.own && term.senses.length === 0 && <span className="tag">{t('glossary_own')}</span>}
          </span>
        </td>
        <td className="cell-rendering">
          <EditableText
            {...field('rendering')}
            value={term.rendering}
            label={t('glossary_edit_rendering', term.headword)}
            placeholder={term.officialRendering || term.senses[0] || t('glossary_add_rendering')}
            lines={false}
            onSave={(rendering) => onEdit(term.id, { rendering })}
          />
          {differs(term.rendering, term.officialRendering) && (
            <span className="differs" data-part="differs">
              {t('glossary_differs', term.officialRendering)}
            </span>
          )}
          {term.rendering === '' && term.officialRendering !== '' && (
            <span className="tag">{t('glossary_official')}</span>
          )}
        </td>
        <td className="cell-note">
          <EditableText
            {...field('note')}
            value={term.note}
            label={t('glossary_edit_note', term.headword)}
            placeholder={t('glossary_add_note')}
            lines
            onSave={(note) => onEdit(term.id, { note })}
          />
        </td>
        <td className="cell-tags">
          <EditableText
            {...field('tags')}
            value={term.tags.join(', ')}
            label={t('glossary_edit_tags', term.headword)}
            placeholder={t('glossary_add_tags')}
            lines={false}
            onSave={(tags) => onEdit(term.id, { tags: tagsOf(tags) })}
          />
        </td>
        <td className="cell-met">
          {met && (
            <>
              <span className="paper" lang={langOf(met, term)} title={met.headline}>
                {met.paper}
              </span>
              <time dateTime={met.date || met.readAt}>{met.date || met.readAt.slice(0, 10)}</time>
              {term.occurrences.length > 1 && <span className="times">×{term.occurrences.length}</span>}
            </>
          )}
        </td>
        <td className="cell-actions">
          <button
            type="button"
            className="button remove"
            data-kind="quiet"
            data-part="remove"
            aria-label={t('glossary_remove', term.headword)}
            title={t('glossary_remove', term.headword)}
            tabIndex={tab}
            onClick={() => onRemove([term.id])}
          >
            ✕
          </button>
        </td>
      </tr>
      {expanded && (
        <tr className="details" data-part="details">
          <td colSpan={7}>
            <TermPast term={term} onEdit={(edit) => void onEdit(term.id, edit)} />
            <OccurrenceList
              term={term}
              onCopy={onCopy}
              onRemove={(occurrence) => onRemoveOccurrence(term.id, occurrence)}
            />
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** The headword as it was first met, and its other form where there is one. */
function Headword({ term }: { term: SavedTerm }) {
  const traditional = term.headword === term.hant && term.hant !== term.hans;
  const other = traditional ? term.hans : term.hant;
  return (
    <span className="forms">
      <span className="headword" lang={traditional ? 'zh-Hant' : 'zh-Hans'}>
        {term.headword}
      </span>
      {other !== term.headword && (
        <span className="other-script" lang={traditional ? 'zh-Hans' : 'zh-Hant'}>
          {other}
        </span>
      )}
    </span>
  );
}

/** Tags as they are typed: apart by commas or semicolons, in either width. */
export function tagsOf(text: string): string[] {
  return [...new Set(text.split(/[,，、;；\n]/).map((tag) => tag.trim()))].filter((tag) => tag !== '');
}
