import { browser } from '#imports';

export type MessageKey = Parameters<typeof browser.i18n.getMessage>[0];

const PLACES = ['$1', '$2', '$3', '$4', '$5'];
const templates = new Map<MessageKey, string>();

/** A text of the interface in the reader's language; `values` fill its placeholders `$1` to `$5`. */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return templateOf(key).replace(/\$([1-5])/g, (_, place) => String(values[place - 1] ?? ''));
}

/**
 * Reads texts before they are needed: a page that stays open while the extension is updated loses the catalogue,
 * and must still be able to say so.
 */
export function readAhead(keys: readonly MessageKey[]): void {
  for (const key of keys) templateOf(key);
}

function templateOf(key: MessageKey): string {
  let template = templates.get(key);
  if (template === undefined) {
    template = browser.i18n.getMessage(key, PLACES);
    templates.set(key, template);
  }
  return template;
}
