/**
 * Runs work that reads a stored value and writes it anew, one after the other across the extension's pages and its
 * background: of two at once neither overwrites what the other wrote. Rejects as the work does.
 */
export function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`tifa-${name}`, work);
}
