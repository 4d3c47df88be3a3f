/** What a key does while the card is open. */
export type CardAction = 'next' | 'previous' | 'longer' | 'shorter' | 'pin' | 'save' | 'copy' | 'close';

const ACTIONS: Record<string, CardAction> = {
  n: 'next',
  b: 'previous',
  l: 'longer',
  k: 'shorter',
  p: 'pin',
  s: 'save',
  c: 'copy',
  Escape: 'close',
};

/** The action of a key press; `null` where the key is the page's: with a modifier, or while something is typed. */
export function actionOf(event: KeyboardEvent): CardAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return null;
  const [target] = event.composedPath();
  const typing =
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/.test(target.localName));
  return typing ? null : (ACTIONS[event.key] ?? null);
}
