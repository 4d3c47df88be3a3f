import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { wordFrequencies } from '../../utils/build/variant-sources';
import { median, type Row } from './row';

const ROUNDS = 7;
const root = fileURLToPath(new URL('../..', import.meta.url));

/** What each measuring process does: load, convert 300 characters, then 3,000 and 1,000,000, and weigh. */
const MEASURE = `
import { readFileSync } from 'node:fs';
const text = readFileSync(process.argv[1], 'utf8');
const used = () => { gc(); gc(); const m = process.memoryUsage(); return m.heapUsed + m.external; };
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
const time = (work, rounds) => median(Array.from({ length: rounds }, () => { const start = performance.now(); work(); return performance.now() - start; }));
const before = used();
const start = performance.now();
const convert = await LOAD;
convert(text.slice(0, 300));
const load = performance.now() - start;
const memory = (used() - before) / 1e6;
const short = text.slice(1000, 4000);
time(() => convert(short), 200);
console.log(JSON.stringify({ load, memory, short: time(() => convert(short), 300), long: time(() => convert(text), 5) }));
`;

type Figures = Record<'load' | 'memory' | 'short' | 'long', number>;

/**
 * Script conversion, simplified to Taiwan's forms, beside opencc-js: a fresh process each time, in turns,
 * medians of seven. The text is made of jieba's words at random by how often they occur.
 */
export async function variantRows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tifa-bench-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      resolve: { alias: { '@': root } },
      build: {
        lib: { entry: join(root, 'utils/lang/variant.ts'), formats: ['es'], fileName: () => 'variant.mjs' },
        outDir: folder,
        emptyOutDir: false,
      },
    });
    const text = join(folder, 'text.txt');
    writeFileSync(text, sampleText(1_000_000));
    const table = JSON.stringify(join(root, 'public/dict/variant.bin'));
    const module = (path: string) => JSON.stringify(new URL(`file://${path}`).href);
    const engines = {
      ours: `(async () => { const { VariantEngine } = await import(${module(join(folder, 'variant.mjs'))}); const b = readFileSync(${table}); const e = new VariantEngine(b.byteLength === b.buffer.byteLength ? b.buffer : b.buffer.slice(b.byteOffset, b.byteOffset + b.length)); return (t) => e.convert(t, 'tw', { from: 'cn' }).text; })()`,
      theirs: `(async () => { const { Converter } = await import(${module(join(root, 'node_modules/opencc-js/dist/esm/full.js'))}); return Converter({ from: 'cn', to: 'tw' }); })()`,
    };
    const figures: Record<keyof typeof engines, Figures[]> = { ours: [], theirs: [] };
    for (let round = 0; round < ROUNDS; round++)
      for (const name of ['theirs', 'ours'] as const)
        figures[name].push(measure(MEASURE.replace('LOAD', engines[name]), text));
    const row = (name: string, key: keyof Figures, unit: string, budget: Row['budget']): Row => ({
      name,
      value: median(figures.ours.map((each) => each[key])),
      unit,
      beside: { name: 'opencc-js', value: median(figures.theirs.map((each) => each[key])) },
      ...(budget && { budget }),
    });
    return [
      row('converter loaded and 300 characters converted', 'load', 'ms', { most: 1 / 50, of: 'share' }),
      row('converter, memory', 'memory', 'MB', { most: 4, of: 'value' }),
      row('3,000 characters converted, warm', 'short', 'ms', { most: 1 / 8, of: 'share' }),
      row('1,000,000 characters converted', 'long', 'ms', { most: 1 / 4, of: 'share' }),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measure(script: string, text: string): Figures {
  const args = ['--expose-gc', '--input-type=module', '-e', script, text];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

/** Words at random, by how often they occur, in sentences of a dozen; the same at every call. */
export function sampleText(length: number): string {
  const words = [...wordFrequencies()].filter(([word]) => /^\p{Script=Han}+$/u.test(word));
  const sums = new Float64Array(words.length);
  let total = 0;
  words.forEach(([, count], index) => {
    total += count;
    sums[index] = total;
  });
  let seed = 1;
  let text = '';
  for (let count = 1; text.length < length; count++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const wanted = (seed / 2 ** 32) * total;
    let low = 0;
    let high = words.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) > wanted) high = middle;
      else low = middle + 1;
    }
    text += words[low]?.[0] ?? '';
    if (count % 6 === 0) text += count % 12 === 0 ? '。' : '，';
  }
  return text.slice(0, length);
}
