import { buildDictionaryIfStale } from './setup/dictionary';

/** Vitest's global set-up: builds the tables that the tests of the language engine read, where they are stale. */
export function setup(): void {
  buildDictionaryIfStale();
}
