import { readdirSync, readFileSync } from 'node:fs';

const read = (path: string) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/**
 * Proportional set size, in bytes, of the browser that runs in a profile folder and of all its processes; NaN on
 * systems without /proc.
 */
export function processMemory(profile: string): number {
  const all = read('/proc/self/stat') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  const parents = new Map(
    all.map((pid) => [
      pid,
      read(`/proc/${pid}/stat`)
        .replace(/^.*\) \S /s, '')
        .split(' ')[0] ?? '',
    ]),
  );
  const isOurs = (pid: string): boolean => {
    if (read(`/proc/${pid}/cmdline`).includes(`--user-data-dir=${profile}\0`)) return true;
    const parent = parents.get(pid);
    return parent !== undefined && parent !== pid && parents.has(parent) && isOurs(parent);
  };
  const sizes = all
    .filter(isOurs)
    .map((pid) => Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0));
  return sizes.length > 0 ? sizes.reduce((sum, size) => sum + size, 0) * 1024 : Number.NaN;
}
