/** The first of the named programs that stands on the PATH, or `null`. */
export function findProgram(...names: string[]): string | null;
/** The path of a Chromium that loads unpacked extensions, or `null`. */
export function findChromium(): string | null;
/** The path of a Firefox, or `null`. */
export function findFirefox(): string | null;
