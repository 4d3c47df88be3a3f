import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Term } from '../lang/term';
import { formatRecords } from '../terms/format';
import type { Filed } from '../terms/rules';
import { CATEGORIES, type Problem, readRecords } from '../terms/schema';

/** Where the term bases lie, seen from the project's root. */
export const TERMS_FOLDER = 'utils/terms';

/** The term files as they are, with the faults of their shape and their form. */
export interface TermFiles {
  filed: Filed[];
  problems: Problem[];
}

/** Reads every term file of a folder. Throws where a file is no JSON. */
export function readTermFiles(folder = TERMS_FOLDER): TermFiles {
  const filed: Filed[] = [];
  const problems: Problem[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue;
    if (!CATEGORIES.some((category) => file === `${category}.json`)) {
      problems.push({
        file,
        headword: '(file)',
        remedy: `is not the file of a category (${CATEGORIES.join(', ')}): rename it`,
      });
      continue;
    }
    const source = readFileSync(join(folder, file), 'utf8');
    const read = readRecords(parseJson(source, file), file);
    filed.push(...read.terms.map((term) => ({ file, term })));
    problems.push(...read.problems);
    if (read.problems.length === 0 && formatRecords(read.terms) !== source)
      problems.push({
        file,
        headword: '(file)',
        remedy: 'is not in its one form: run `npm run terms -- format`',
      });
  }
  return { filed, problems };
}

/** Every record of the term bases, sorted by id. Throws with the first fault where a record is malformed. */
export function readTerms(folder = TERMS_FOLDER): Term[] {
  const { filed, problems } = readTermFiles(folder);
  const first = problems[0];
  if (first) throw new Error(`${first.file}: ${first.headword}: ${first.remedy}`);
  return filed.map(({ term }) => term).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Writes the file of each category that has records; each is replaced in one step. */
export function writeTerms(terms: readonly Term[], folder = TERMS_FOLDER): void {
  for (const category of CATEGORIES) {
    const own = terms.filter((term) => term.category[0] === category);
    const path = join(folder, `${category}.json`);
    if (own.length === 0) {
      rmSync(path, { force: true });
      continue;
    }
    const text = formatRecords(own);
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    const draft = `${path}.${process.pid}.tmp`;
    writeFileSync(draft, text);
    renameSync(draft, path);
  }
}

/** The records of a file outside of the bases. Throws where it is no JSON. */
export function readDrafts(path: string): { terms: Term[]; problems: Problem[] } {
  return readRecords(parseJson(readFileSync(path, 'utf8'), path), path);
}

/** Runs `work` while no other process does so for the same folder. A lock older than a minute is taken as left behind. */
export async function withLock<T>(folder: string, work: () => T): Promise<T> {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16);
  const lock = join(tmpdir(), `tifa-terms-${name}.lock`);
  const started = Date.now();
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (Date.now() - started > 120_000)
        throw new Error(`The term bases stayed locked for two minutes: ${lock}`);
      const made = statSync(lock, { throwIfNoEntry: false });
      if (made && Date.now() - made.mtimeMs > 60_000) rmSync(lock, { recursive: true, force: true });
      await wait(50);
    }
  }
  try {
    return work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function parseJson(source: string, file: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    throw new Error(`${file} is no JSON: ${(error as Error).message}`);
  }
}
