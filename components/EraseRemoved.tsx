import { useRef } from 'react';
import { plural, t } from './text';

interface EraseRemovedProps {
  /** Terms that were removed and not erased yet. */
  count: number;
  onErase: () => void;
}

/** What was removed stays for undo and for merging; here it is erased for good, after one question. */
export function EraseRemoved({ count, onErase }: EraseRemovedProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  if (count === 0) return null;
  return (
    <span data-part="removed-terms">
      {plural('glossary_removed_kept', count)}{' '}
      <button type="button" className="link" data-part="erase" onClick={() => dialog.current?.showModal()}>
        {t('glossary_erase')}
      </button>
      <dialog ref={dialog} className="preview question" aria-labelledby="erase-title">
        <h2 id="erase-title">{t('glossary_erase_title')}</h2>
        <p>{t('glossary_erase_text')}</p>
        <form method="dialog" className="agree">
          <button type="submit" className="button" data-part="erase-cancel">
            {t('glossary_preview_cancel')}
          </button>
          <button
            type="submit"
            className="button"
            data-kind="primary"
            data-part="erase-confirm"
            onClick={onErase}
          >
            {t('glossary_erase_confirm')}
          </button>
        </form>
      </dialog>
    </span>
  );
}
