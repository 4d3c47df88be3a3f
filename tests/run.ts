// npm test: everything there is to check, each once. The last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { buildDictionaryIfStale } from './setup/dictionary';
import { findChromium, findFirefox } from './setup/machine.mjs';

const REPORTS = '.output/tests';

interface Count {
  passed: number;
  failed: number;
}

/** What Vitest's JSON reporter writes, as far as it is counted here. */
interface Report {
  numPassedTests: number;
  numTotalTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: { status: string }[] }[];
}

/** Runs one of the project's own programs; answers whether it ended well. */
function run(command: string, ...args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(`node_modules/.bin/${command}`, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

async function check(command: string, ...args: string[]): Promise<Count> {
  return (await run(command, ...args)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs tests by Vitest and counts them. A test that was skipped counts as failed, and so does a file that broke. */
async function tests(name: string, ...args: string[]): Promise<Count> {
  const file = `${REPORTS}/${name}.json`;
  const ended = await run(
    'vitest',
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  );
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const passed = report.numPassedTests;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status === 'passed'),
  );
  const failed = report.numTotalTests - passed + broken.length;
  // Vitest also ends badly where no test ran or an error was thrown outside every test.
  return { passed, failed: failed === 0 && !ended ? 1 : failed };
}

/** The browser's tests, or one failure where the machine has no such browser. */
async function browserTests(name: string, path: string | null): Promise<Count> {
  if (path) return tests(name, '--config', 'tests/e2e/vitest.config.ts', '--project', name);
  console.error(`There is no ${name} to run its tests in.`);
  return { passed: 0, failed: 1 };
}

async function dictionary(): Promise<Count> {
  try {
    buildDictionaryIfStale();
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

const STEPS: [name: string, step: () => Promise<Count>][] = [
  // Writes the types of WXT's own imports, and the paths that tsx resolves; nothing below works without them.
  ['prepare', () => check('wxt', 'prepare')],
  ['dictionary', dictionary],
  ['types', () => check('tsc', '--noEmit')],
  ['lint and format', () => check('biome', 'check', '--error-on-warnings')],
  ['unit tests', () => tests('unit')],
  ['build for Chromium', () => check('wxt', 'build')],
  ['build for Firefox', () => check('wxt', 'build', '-b', 'firefox')],
  ['in Chromium', () => browserTests('chromium', findChromium())],
  ['in Firefox', () => browserTests('firefox', findFirefox())],
];

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const rows: string[] = [];
let passed = 0;
let failed = 0;
for (const [name, step] of STEPS) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const count = await step();
  passed += count.passed;
  failed += count.failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  rows.push(`${name.padEnd(20)} ${count.passed} passed, ${count.failed} failed, ${seconds} s`);
  console.log(`── ${rows.at(-1)}`);
}
console.log(`\n${rows.join('\n')}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
