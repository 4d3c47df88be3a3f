import type { RefObject } from 'react';

interface SearchFieldProps {
  /** The field itself, which a key leads to. */
  field: RefObject<HTMLInputElement | null>;
  label: string;
  hint: string;
  query: string;
  onQuery(query: string): void;
}

/** The search above a list. */
export function SearchField({ field, label, hint, query, onQuery }: SearchFieldProps) {
  return (
    <input
      ref={field}
      className="field search"
      type="search"
      data-part="search"
      aria-label={label}
      placeholder={hint}
      value={query}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => onQuery(event.target.value)}
    />
  );
}
