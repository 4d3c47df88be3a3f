// npx tsx tests/bench/articles.ts FOLDER
// Article finding beside Readability's on the same saved pages in one run: milliseconds per page, without parsing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import { findArticle } from '@/utils/page/article';

const ROUNDS = 3;

const folder = process.argv[2];
if (!folder) {
  console.error('usage: npx tsx tests/bench/articles.ts FOLDER');
  process.exit(2);
}

interface SavedPage {
  file?: string;
  encoding?: string;
}

function parse({ file, encoding }: SavedPage): Document {
  const html = new TextDecoder(encoding ?? 'utf-8').decode(
    readFileSync(join(folder as string, file as string)),
  );
  return new JSDOM(html, { url: 'http://localhost/', virtualConsole: new VirtualConsole() }).window.document;
}

function time(page: SavedPage, work: (document: Document) => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // Readability changes the document, so both get a fresh one.
    const document = parse(page);
    const start = performance.now();
    work(document);
    times.push(performance.now() - start);
    document.defaultView?.close();
  }
  return Math.min(...times);
}

const ours: number[] = [];
const theirs: number[] = [];
for (const name of readdirSync(folder).sort()) {
  if (!name.endsWith('.json')) continue;
  const page: SavedPage = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  if (!page.file) continue;
  ours.push(time(page, (document) => findArticle(document)));
  theirs.push(time(page, (document) => new Readability(document).parse()));
}

const quantile = (times: number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;
console.log('                median    p90   (ms per page, best of 3)');
for (const [label, times] of [
  ['findArticle', ours],
  ['Readability', theirs],
] as const)
  console.log(
    label.padEnd(14),
    quantile(times, 0.5).toFixed(1).padStart(7),
    quantile(times, 0.9).toFixed(1).padStart(6),
  );
const ratio = (share: number) => (quantile(ours, share) / quantile(theirs, share)).toFixed(2);
console.log('ratio'.padEnd(14), ratio(0.5).padStart(7), ratio(0.9).padStart(6));
