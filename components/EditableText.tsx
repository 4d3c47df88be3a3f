import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

interface EditableTextProps {
  value: string;
  /** What the field is, for those who cannot see where it stands. */
  label: string;
  /** Shown faintly while there is no value. */
  placeholder: string;
  part: string;
  editing: boolean;
  /** Whether a line break may be part of the value (Shift with Enter). */
  lines: boolean;
  /** Whether the Tab key stops here. */
  reachable: boolean;
  onEditing: (editing: boolean) => void;
  /** Rejects with one sentence where the value could not be kept; then the field stays open with it. */
  onSave: (value: string) => Promise<void>;
}

/** A text that is edited where it stands: Enter or leaving it keeps it, Escape gives up. */
export function EditableText(props: EditableTextProps) {
  const { value, label, placeholder, part, editing, lines, reachable, onEditing, onSave } = props;
  const [draft, setDraft] = useState(value);
  /** What was written and is on its way to the disk. */
  const [pending, setPending] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);

  // What is being typed is not overwritten by news from another window.
  const wasEditing = useRef(false);
  useEffect(() => {
    if (editing && !wasEditing.current) {
      if (error === null) setDraft(value);
      done.current = false;
      area.current?.focus();
      area.current?.select();
    }
    wasEditing.current = editing;
  }, [editing, value, error]);

  const keep = async () => {
    if (done.current) return;
    done.current = true;
    const text = draft.trim();
    setError(null);
    onEditing(false);
    if (text === value) return;
    setPending(text);
    try {
      await onSave(text);
    } catch (reason) {
      setError(reason instanceof Error ? reason.message : String(reason));
      onEditing(true);
    } finally {
      setPending(null);
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also ends the choice of a character in an input method.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !(lines && event.shiftKey)) {
      event.preventDefault();
      void keep();
    } else if (event.key === 'Escape') {
      done.current = true;
      setError(null);
      onEditing(false);
    }
    event.stopPropagation();
  };

  if (!editing) {
    const shown = pending ?? value;
    return (
      <button
        type="button"
        className="editable"
        data-part={part}
        data-empty={shown === ''}
        aria-label={`${label}: ${shown || placeholder}`}
        tabIndex={reachable ? 0 : -1}
        onClick={() => onEditing(true)}
      >
        {shown || placeholder}
      </button>
    );
  }
  return (
    <span className="editing">
      <textarea
        ref={area}
        className="field"
        data-part={part}
        aria-label={label}
        aria-invalid={error !== null}
        rows={1}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => void keep()}
      />
      {error !== null && (
        <span className="bad" role="alert">
          {error}
        </span>
      )}
    </span>
  );
}
