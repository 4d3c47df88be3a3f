import Dexie, { type Table } from 'dexie';

/** The file that the reader chose once for backups; the browser lets it be written again after asking. */
interface Kept {
  key: 'backup';
  handle: WritableHandle;
}

/** What of the File System Access API is used; it is in Chromium only, and not in TypeScript's own types. */
interface WritableHandle extends FileSystemFileHandle {
  queryPermission?(options: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(options: { mode: 'readwrite' }): Promise<PermissionState>;
}

type SavePicker = (options: {
  suggestedName: string;
  types: { accept: Record<string, string[]> }[];
}) => Promise<WritableHandle>;

// Apart from the glossary's own database: a handle is no part of what is exported.
const database = new Dexie('tifa-backup') as Dexie & { files: Table<Kept, string> };
database.version(1).stores({ files: 'key' });

function picker(): SavePicker | undefined {
  return (globalThis as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;
}

/** Whether this browser can write into a file that was chosen once. */
export function canKeepBackupFile(): boolean {
  return picker() !== undefined;
}

/**
 * Writes a backup into the file that was chosen, asking for one the first time or where it is gone. To be called
 * within a click. Answers the file's name; `null` where the reader chose none or did not allow it.
 */
export async function writeBackupFile(text: string, suggestedName: string): Promise<string | null> {
  const known = await database.files.get('backup');
  const handle = (known && (await allowed(known.handle))) || (await choose(suggestedName));
  if (!handle) return null;
  try {
    await write(handle, text);
  } catch (error) {
    // Moved or deleted since: the next click asks anew.
    await database.files.delete('backup');
    throw error;
  }
  await database.files.put({ key: 'backup', handle });
  return handle.name;
}

async function allowed(handle: WritableHandle): Promise<WritableHandle | null> {
  const options = { mode: 'readwrite' } as const;
  if (!handle.queryPermission || (await handle.queryPermission(options)) === 'granted') return handle;
  return (await handle.requestPermission?.(options)) === 'granted' ? handle : null;
}

async function choose(suggestedName: string): Promise<WritableHandle | null> {
  try {
    const types = [{ accept: { 'application/json': ['.json'] } }];
    return (await picker()?.({ suggestedName, types })) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

async function write(handle: WritableHandle, text: string): Promise<void> {
  const stream = await handle.createWritable();
  await stream.write(text);
  await stream.close();
}
