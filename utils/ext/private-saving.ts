import { storage } from '#imports';

/** Whether what is saved in private windows may be kept; asked once, forgotten when the browser is closed. */
export const mayKeepFromPrivate = storage.defineItem<boolean>('session:private-saving', { fallback: false });
