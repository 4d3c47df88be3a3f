import { browser } from '#imports';

export type MessageKey = Parameters<typeof browser.i18n.getMessage>[0];

// Held from the start: a page that is open while the extension is updated loses the rest of `browser`.
const { getMessage } = browser.i18n;

/** A text of the interface in the reader's language; `values` fill its placeholders `$1` to `$9`. */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return getMessage(key, values.map(String));
}
