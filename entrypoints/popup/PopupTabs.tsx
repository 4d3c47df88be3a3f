import { type KeyboardEvent, useRef } from 'react';
import { t } from '@/components/text';

/** What the popup shows: the page at hand, the settings, or the form of a report. */
export type PopupView = 'page' | 'settings' | 'report';

const TABS = [
  ['page', 'popup_this_page'],
  ['settings', 'popup_settings'],
] as const;

interface PopupTabsProps {
  shown: PopupView;
  onShow(view: PopupView): void;
}

/** The two tabs of the popup; one stop of the Tab key, arrows go between them. */
export function PopupTabs({ shown, onShow }: PopupTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = shown === 'page' ? 'settings' : 'page';
    onShow(other);
    list.current?.querySelector<HTMLElement>(`#tab-${other}`)?.focus();
  };
  return (
    <div role="tablist" className="tabs" ref={list} onKeyDown={onKeyDown}>
      {TABS.map(([view, label]) => (
        <button
          key={view}
          type="button"
          role="tab"
          id={`tab-${view}`}
          data-part={`tab-${view}`}
          aria-selected={shown === view}
          aria-controls={`panel-${view}`}
          tabIndex={shown === view ? 0 : -1}
          onClick={() => onShow(view)}
        >
          {t(label)}
        </button>
      ))}
    </div>
  );
}
