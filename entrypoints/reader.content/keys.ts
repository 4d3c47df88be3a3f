import { browser } from '#imports';
import type { Aloud } from '@/components/HoverCard';
import { documentOf } from '@/utils/page/frames';

/** What a key does while the card is open. */
export type CardAction =
  | 'next'
  | 'previous'
  | 'longer'
  | 'shorter'
  | 'pin'
  | 'save'
  | 'copy'
  | 'copy-rendering'
  | 'speak-word'
  | 'speak-sentence'
  | 'speak-article'
  | 'copy-citation'
  | 'back'
  | 'enter'
  | 'page-up'
  | 'page-down'
  | 'close';

const ACTIONS: Record<string, CardAction> = {
  n: 'next',
  b: 'previous',
  l: 'longer',
  k: 'shorter',
  p: 'pin',
  s: 'save',
  c: 'copy',
  r: 'copy-rendering',
  v: 'speak-word',
  t: 'speak-sentence',
  a: 'speak-article',
  q: 'copy-citation',
  Backspace: 'back',
  Tab: 'enter',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Escape: 'close',
};

/** Actions that need a voice; without one the keys are the page's. */
export const SPOKEN: Partial<Record<CardAction, Aloud>> = {
  'speak-word': 'word',
  'speak-sentence': 'sentence',
  'speak-article': 'article',
};

/**
 * The action of a key press; `null` where the key is the page's: with a modifier, or while something is typed.
 *
 * @param withShift Shift is held to point, so it is no modifier
 */
export function actionOf(event: KeyboardEvent, page: Document, withShift: boolean): CardAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  if ((event.shiftKey && !withShift) || isTyping(page)) return null;
  return ACTIONS[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
}

/** Whether the focus is in a field, be it in a frame or in a shadow root that is closed to the page. */
function isTyping(page: Document): boolean {
  const focused = focusedIn(page) as HTMLElement | null;
  if (!focused) return false;
  return (
    focused.isContentEditable ||
    /^(input|textarea|select)$/.test(focused.localName) ||
    focused.role === 'textbox'
  );
}

/** The element with the focus, in frames of the same origin and shadow roots too. */
export function focusedIn(page: Document): Element | null {
  let focused = page.activeElement;
  for (let inner = focused; inner; focused = inner ?? focused) {
    const frame = inner.localName === 'iframe' ? documentOf(inner as HTMLIFrameElement) : null;
    inner = (frame ?? rootOf(inner))?.activeElement ?? null;
  }
  return focused;
}

/** An element's shadow root; content scripts of both browsers may see closed ones, each in its own way. */
function rootOf(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return element.shadowRoot;
  if ('openOrClosedShadowRoot' in element) return element.openOrClosedShadowRoot as ShadowRoot | null;
  return browser.dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
}
