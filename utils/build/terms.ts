import { fileURLToPath } from 'node:url';
import { checkBase } from '../terms/rules';
import { CATEGORIES, describe, type Problem } from '../terms/schema';
import { readDrafts, readTermFiles, readTerms, TERMS_FOLDER, withLock, writeTerms } from './term-files';
import { writeUsage } from './usage';

const USAGE = `npm run terms -- check                  every rule, on every record
npm run terms -- add FILE [--replace]   puts an array of records into the files of their categories
npm run terms -- format                 rewrites the files in their one form
npm run terms -- stats                  records by category and review level
npm run terms -- usage CORPORA_FOLDER     counts every record in the corpora, into usage.tsv`;

/** What is wrong with the term bases of a folder. */
export function checkFolder(folder = TERMS_FOLDER): Problem[] {
  const { filed, problems } = readTermFiles(folder);
  return [...problems, ...checkBase(filed)];
}

/**
 * Puts the records of a file into the term bases: all of them or, where one has a fault, none.
 *
 * @param replace whether a record whose id is taken replaces the other; otherwise that is a fault
 * @returns the number of records written and the faults found
 */
export function addRecords(
  path: string,
  replace = false,
  folder = TERMS_FOLDER,
): Promise<{ written: number; problems: Problem[] }> {
  return withLock(folder, () => {
    const drafts = readDrafts(path);
    if (drafts.problems.length > 0) return { written: 0, problems: drafts.problems };
    const base = readTermFiles(folder);
    if (base.problems.length > 0) return { written: 0, problems: base.problems };
    const ids = new Set(drafts.terms.map(({ id }) => id));
    if (!replace) {
      const problems = base.filed
        .filter(({ term }) => ids.has(term.id))
        .map(({ file, term }) => ({
          file,
          headword: term.headword.hans,
          remedy: `has the id "${term.id}" already: choose another, or give --replace to replace that record`,
        }));
      if (problems.length > 0) return { written: 0, problems };
    }
    const merged = [
      ...base.filed.filter(({ term }) => !ids.has(term.id)),
      ...drafts.terms.map((term) => ({ file: `${term.category[0]}.json`, term })),
    ];
    const before = new Set(checkBase(base.filed).map(describe));
    const problems = checkBase(merged).filter((problem) => !before.has(describe(problem)));
    if (problems.length > 0) return { written: 0, problems };
    writeTerms(
      merged.map(({ term }) => term),
      folder,
    );
    return { written: drafts.terms.length, problems };
  });
}

/** One line for each category that has records: how many, and how many of each level. */
export function statistics(folder = TERMS_FOLDER): string[] {
  const terms = readTerms(folder);
  const line = (name: string, own: typeof terms) =>
    name.padEnd(12) +
    [own.length, ...[0, 1, 2, 3].map((level) => own.filter((t) => t.review.level === level).length)]
      .map((count) => String(count).padStart(6))
      .join('');
  return [
    `${'category'.padEnd(12)}   all    L0    L1    L2    L3`,
    ...CATEGORIES.map((category) => ({ category, own: terms.filter((t) => t.category[0] === category) }))
      .filter(({ own }) => own.length > 0)
      .map(({ category, own }) => line(category, own)),
    line('total', terms),
  ];
}

async function run(words: string[]): Promise<number> {
  const [command, file] = words.filter((word) => !word.startsWith('--'));
  const report = (problems: Problem[]) => {
    for (const problem of problems) console.error(describe(problem));
    return problems.length > 0 ? 1 : 0;
  };
  if (command === 'check') {
    const problems = checkFolder();
    console.log(
      problems.length === 0 ? `${readTerms().length} records, no faults` : `${problems.length} faults`,
    );
    return report(problems);
  }
  if (command === 'add' && file) {
    const { written, problems } = await addRecords(file, words.includes('--replace'));
    console.log(
      problems.length === 0 ? `${written} records written` : `${problems.length} faults, nothing written`,
    );
    return report(problems);
  }
  if (command === 'format')
    return withLock(TERMS_FOLDER, () => {
      const { filed, problems } = readTermFiles();
      const malformed = problems.filter(({ headword }) => headword !== '(file)');
      if (malformed.length === 0) writeTerms(filed.map(({ term }) => term));
      return report(malformed);
    });
  if (command === 'stats') {
    for (const line of statistics()) console.log(line);
    return 0;
  }
  if (command === 'usage' && file) {
    console.log(`${await writeUsage(file)} records counted`);
    return 0;
  }
  console.error(USAGE);
  return 2;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await run(process.argv.slice(2));
