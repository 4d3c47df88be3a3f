/** What pdf.js uses and the oldest Chromium that Tifa runs in (128) does not have yet. */
const prototype = Uint8Array.prototype as Uint8Array & { toHex?: () => string };

prototype.toHex ??= function (this: Uint8Array): string {
  return Array.from(this, (byte) => byte.toString(16).padStart(2, '0')).join('');
};
