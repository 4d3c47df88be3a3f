import { fileURLToPath } from 'node:url';
import { checkCounts } from '../terms/counts';
import { formatRecords } from '../terms/format';
import { checkBase, type Filed } from '../terms/rules';
import { CATEGORIES, describe, type Problem } from '../terms/schema';
import { readDrafts, readTermFiles, readTerms, TERMS_FOLDER, withLock, writeTerms } from './term-files';
import { copiedRuns } from './terms-copied';
import { draftOf } from './terms-draft';
import { findsIn } from './terms-precision';
import { type FoundText, readTexts } from './terms-texts';
import { unknownPhrases } from './terms-unknown';
import { freshEngine, readCorpora, withUsage, writeUsage } from './usage';

const USAGE = `npm run terms -- check                  every rule, on every record
npm run terms -- add FILE [--replace]   puts an array of records into the files of their categories
npm run terms -- format                 rewrites the files in their one form
npm run terms -- stats                  records by category and review level
npm run terms -- new HEADWORD [CORPORA] begins a record: script, reading, neighbours, and counts where corpora are given
npm run terms -- unknown PATHS          frequent phrases of texts that no base and no dictionary has, most surprising first;
                                        --since=DATE --until=DATE of dated texts, --least=COUNT (5), --rows=COUNT (200)
npm run terms -- copied PATHS           runs of eight characters or words that our prose shares with texts
npm run terms -- precision PATHS        what is found and marked in texts that are no political news
npm run terms -- usage CORPORA          counts every record in the corpora, into usage.tsv`;

/** What is wrong with the term bases of a folder. */
export function checkFolder(folder = TERMS_FOLDER): Problem[] {
  const { filed, problems } = readTermFiles(folder);
  const terms = withUsage(filed.map(({ term }) => term));
  const counts = terms.flatMap((term, at) => checkCounts({ file: (filed[at] as Filed).file, term }));
  return [...problems, ...checkBase(filed), ...counts];
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

function* textsOf(paths: readonly string[]): Generator<FoundText> {
  for (const path of paths) yield* readTexts(path);
}

/** The value of `--name=value`. */
function option(words: readonly string[], name: string): string | undefined {
  return words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
}

async function unknownLines(paths: readonly string[], words: readonly string[]): Promise<string[]> {
  const [since, until] = [option(words, 'since') ?? '', option(words, 'until') ?? '~'];
  const texts = Array.from(textsOf(paths)).filter(({ date = since }) => since <= date && date <= until);
  const found = unknownPhrases(
    texts.map(({ text }) => text),
    await freshEngine(),
    { least: Number(option(words, 'least') ?? 5) },
  );
  return [
    ['phrase', 'count', 'texts', 'surprise', 'freedom'].join('\t'),
    ...found
      .slice(0, Number(option(words, 'rows') ?? 200))
      .map(({ phrase, count, texts, surprise, freedom }) =>
        [phrase, count, texts, surprise.toFixed(1), freedom.toFixed(1)].join('\t'),
      ),
  ];
}

async function precisionLines(paths: readonly string[]): Promise<string[]> {
  const { characters, marked, found, phrases } = findsIn(
    Array.from(textsOf(paths), ({ text }) => text),
    await freshEngine(),
  );
  const rate = (count: number) => ((count * 1000) / Math.max(1, characters)).toFixed(2);
  return [
    `${characters} characters; ${marked} marks, ${rate(marked)} per 1,000; ${found} phrases found, ${rate(found)} per 1,000`,
    ...phrases
      .slice(0, 50)
      .map(({ phrase, count, marked, context }) =>
        [phrase, `${count} found`, `${marked} marked`, context].join('\t'),
      ),
  ];
}

async function run(words: string[]): Promise<number> {
  const [command, ...given] = words.filter((word) => !word.startsWith('--'));
  const [file, corpora] = given;
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
  if (command === 'new' && file) {
    const texts = corpora ? readCorpora(corpora) : [];
    const { term, remarks } = draftOf(file, readTerms(), await freshEngine(), texts);
    console.log(formatRecords([term]).trimEnd());
    for (const remark of remarks) console.error(remark);
    return 0;
  }
  if (command === 'unknown' && file) {
    for (const line of await unknownLines(given, words)) console.log(line);
    return 0;
  }
  if (command === 'copied' && file) {
    const problems = copiedRuns(readTerms(), textsOf(given));
    console.log(`${problems.length} shared runs`);
    return report(problems);
  }
  if (command === 'precision' && file) {
    for (const line of await precisionLines(given)) console.log(line);
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
