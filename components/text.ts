import { browser } from '#imports';

export type MessageKey = Parameters<typeof browser.i18n.getMessage>[0];

/** A text of the interface in the reader's language; `values` fill its placeholders `$1` to `$9`. */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(key, values.map(String));
}
