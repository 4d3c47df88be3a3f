import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const BUILT = 'public/dict';
const STAMP = 'node_modules/.cache/tifa/dictionary';
/** What the tables are made from: the builders, the term bases, the formats, and the packages that carry the data. */
const SOURCES = ['utils/build', 'utils/terms', 'utils/lang', 'package-lock.json'];

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const inside = readdirSync(path, { recursive: true, withFileTypes: true });
  return inside
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Changes whenever a source changes in content, or a built table is missing or of another size. */
function stamp(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesOf)) hash.update(`${file}\0`).update(readFileSync(file));
  for (const file of filesOf(BUILT)) hash.update(`${file}\0${statSync(file).size}\0`);
  return hash.digest('hex');
}

/** Builds the tables of `public/dict` where they are missing or older than their sources; throws where that fails. */
export function buildDictionaryIfStale(): void {
  if (existsSync(BUILT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp()) return;
  const { status } = spawnSync('npm', ['run', '-s', 'dict'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The dictionary could not be built: npm run dict failed.');
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, stamp());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) buildDictionaryIfStale();
