import { useState } from 'react';
import { tagsOf } from './GlossaryRow';
import { t } from './text';

interface BulkBarProps {
  count: number;
  /** Marked terms that the search and the filters hide; nothing is done to these. */
  hidden: number;
  onTag: (tags: string[]) => void;
  onRemove: () => void;
  onClear: () => void;
}

/** What can be done to all marked terms together; exports hold to the marked ones as well. */
export function BulkBar({ count, hidden, onTag, onRemove, onClear }: BulkBarProps) {
  const [tags, setTags] = useState('');
  return (
    <div className="bulk" data-part="bulk">
      <span>
        {t('glossary_marked', count)}
        {hidden > 0 && <span className="soft"> {t('glossary_marked_hidden', hidden)}</span>}
      </span>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onTag(tagsOf(tags));
          setTags('');
        }}
      >
        <input
          className="field"
          data-part="bulk-tags"
          aria-label={t('glossary_bulk_tags')}
          placeholder={t('glossary_bulk_tags')}
          value={tags}
          onChange={(event) => setTags(event.target.value)}
        />
        <button
          type="submit"
          className="button"
          data-part="bulk-tag"
          disabled={count === 0 || tagsOf(tags).length === 0}
        >
          {t('glossary_bulk_tag')}
        </button>
      </form>
      <button
        type="button"
        className="button"
        data-part="bulk-remove"
        disabled={count === 0}
        onClick={onRemove}
      >
        {t('glossary_bulk_remove')}
      </button>
      <button type="button" className="button" data-kind="quiet" data-part="bulk-clear" onClick={onClear}>
        {t('glossary_bulk_clear')}
      </button>
    </div>
  );
}
