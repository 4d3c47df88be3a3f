import { storage } from '#imports';

/** The last time the whole glossary was written to a file that can be read back. */
export interface Backup {
  at: string;
}

const item = storage.defineItem<Backup | null>('local:lastBackup', { fallback: null });

export function readLastBackup(): Promise<Backup | null> {
  return item.getValue();
}

export function keepLastBackup(backup: Backup): Promise<void> {
  return item.setValue(backup);
}

/** Calls back whenever a backup was made, in any window; returns how to stop. */
export function watchLastBackup(callback: (backup: Backup | null) => void): () => void {
  return item.watch(callback);
}
