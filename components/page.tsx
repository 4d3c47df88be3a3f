import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { language } from './text';

/** Draws one of our own pages, in the language of the interface. */
export function showPage(page: ReactNode, title?: string): void {
  document.documentElement.lang = language();
  if (title !== undefined) document.title = title;
  createRoot(document.getElementById('root') as HTMLElement).render(page);
}
