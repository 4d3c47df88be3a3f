import { useRef, useState } from 'react';
import { t } from './text';

interface DropZoneProps {
  /** Of a file that the reader was about to open elsewhere; empty where none is known. */
  awaited: string;
  onFile(file: File): void;
}

/** Takes a text file or PDF by dropping or choosing. */
export function DropZone({ awaited, onFile }: DropZoneProps) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is beside the button, which keys reach
    <div
      className="drop-zone"
      data-part="drop"
      data-over={over || undefined}
      onDragEnter={() => setOver(true)}
      onDragOver={(event) => event.preventDefault()}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={() => setOver(false)}
    >
      <svg viewBox="0 0 48 56" width="48" height="56" fill="none" stroke="currentColor" aria-hidden="true">
        <path d="M6 3.5h25L42 14.5v38H6z M31 3.5v11h11" strokeWidth="1.5" strokeLinejoin="round" />
        <path d="M14 24h20M14 31h20M14 38h12" strokeWidth="1.5" strokeLinecap="round" />
      </svg>
      <p>{awaited ? t('document_awaited', awaited) : t('document_drop')}</p>
      <FileButton onFile={onFile} primary />
    </div>
  );
}

/** Opens the browser's own dialog for a file. */
export function FileButton({ onFile, primary }: { onFile(file: File): void; primary?: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="button"
        data-kind={primary ? 'primary' : undefined}
        data-part="open-file"
        onClick={() => input.current?.click()}
      >
        {t('document_open')}
      </button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        data-part="file"
        tabIndex={-1}
        aria-hidden="true"
        accept=".pdf,.txt,.text,.md,text/plain,application/pdf"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}
