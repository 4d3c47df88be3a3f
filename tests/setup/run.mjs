// node tests/setup/run.mjs SCRIPT ARGUMENTS…
// Installs what is missing, then runs a TypeScript file. Plain JavaScript, because before `npm ci` there is no package.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissing } from './machine.mjs';
import { installPackages, packagesAreCurrent } from './packages.mjs';

const [script = '', ...args] = process.argv.slice(2);
const testing = script.endsWith('tests/run.ts');

function stop(reason) {
  console.error(reason);
  if (testing) console.log('0 passed, 1 failed');
  process.exit(1);
}

process.chdir(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
if (Number.parseInt(process.versions.node, 10) < 20)
  stop(`Node ${process.versions.node} is too old: Node 20 is needed.`);
if (!packagesAreCurrent() && !installPackages())
  stop('The packages of package-lock.json could not be installed.');

const problems = installMissing(
  testing ? ['chromium', 'firefox', 'font', 'screen', 'keyboard'] : ['chromium', 'font'],
);
for (const problem of problems) console.error(problem);
// The tests count a missing browser as a failure and run the rest.
if (problems.length > 0 && !testing) process.exit(1);

const child = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', script, ...args], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
