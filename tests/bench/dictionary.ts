import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { wordFrequencies } from '../../utils/build/variant-sources';
import { median, type Row } from './row';

const ROUNDS = 7;
/** The commonest words of jieba's list that are looked up. */
const WORDS = 10_000;
const root = fileURLToPath(new URL('../..', import.meta.url));

/** What each measuring process does: load and look one word up, weigh, then look them all up twice. */
const MEASURE = `
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
const words = readFileSync(process.argv[1], 'utf8').split('\\n');
const used = () => { gc(); gc(); const m = process.memoryUsage(); return m.heapUsed + m.external; };
const before = used();
const start = performance.now();
const lookup = await LOAD;
lookup(words[0]);
const load = performance.now() - start;
const memory = (used() - before) / 1e6;
for (const word of words) lookup(word);
const second = performance.now();
for (const word of words) lookup(word);
console.log(JSON.stringify({ load, memory, lookup: (1000 * (performance.now() - second)) / words.length }));
`;

type Figures = Record<'load' | 'memory' | 'lookup', number>;

/** The dictionary beside the package `hanzi`, which holds the same CC-CEDICT: a fresh process each time, in turns. */
export async function dictionaryRows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tifa-bench-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      resolve: { alias: { '@': root } },
      build: {
        lib: {
          entry: join(root, 'utils/lang/dictionary.ts'),
          formats: ['es'],
          fileName: () => 'dictionary.mjs',
        },
        outDir: folder,
        emptyOutDir: false,
      },
    });
    const list = join(folder, 'words.txt');
    writeFileSync(
      list,
      [...wordFrequencies()]
        .sort((a, b) => b[1] - a[1])
        .slice(0, WORDS)
        .map(([word]) => word)
        .join('\n'),
    );
    const module = JSON.stringify(pathToFileURL(join(folder, 'dictionary.mjs')).href);
    const tables = JSON.stringify(
      ['dictionary', 'entries'].map((name) => join(root, `public/dict/${name}.bin`)),
    );
    const require = `createRequire(${JSON.stringify(join(root, 'package.json'))})`;
    const engines = {
      ours: `(async () => { const { Dictionary } = await import(${module}); const read = (file) => { const b = readFileSync(file); return b.byteLength === b.buffer.byteLength ? b.buffer : b.buffer.slice(b.byteOffset, b.byteOffset + b.length); }; const d = new Dictionary(...${tables}.map(read)); return (w) => d.lookup(w); })()`,
      theirs: `(async () => { const h = ${require}('hanzi'); h.start(); return (w) => h.definitionLookup(w); })()`,
    };
    const figures: Record<keyof typeof engines, Figures[]> = { ours: [], theirs: [] };
    for (let round = 0; round < ROUNDS; round++)
      for (const name of ['theirs', 'ours'] as const)
        figures[name].push(measure(MEASURE.replace('LOAD', engines[name]), list));
    const row = (name: string, key: keyof Figures, unit: string, most: number): Row => ({
      name,
      unit,
      value: median(figures.ours.map((each) => each[key])),
      beside: { name: 'hanzi', value: median(figures.theirs.map((each) => each[key])) },
      budget: { most, of: 'value' },
    });
    return [
      row('dictionary read and one word looked up', 'load', 'ms', 60),
      row('dictionary, memory', 'memory', 'MB', 15),
      row('a word looked up, warm', 'lookup', 'µs', 20),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measure(script: string, words: string): Figures {
  const args = ['--expose-gc', '--input-type=module', '-e', script, words];
  // The package tells on stdout that it starts.
  const lines = execFileSync(process.execPath, args, { encoding: 'utf8' }).trim().split('\n');
  return JSON.parse(lines.at(-1) ?? '');
}
