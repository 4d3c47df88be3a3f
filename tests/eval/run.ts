// npm run -s eval -- TASK INPUT > run.jsonl
// Runs one yardstick on the code that ships: JSON lines on stdout and nothing else there.
import { existsSync, writeSync } from 'node:fs';
import type { Task } from './task';

const TASKS = ['articles', 'pinyin', 'cpp', 'hard', 'segment', 'convert', 'terms'];

const [name, input] = process.argv.slice(2);
if (!name || !TASKS.includes(name) || !input) {
  console.error(`usage: npm run -s eval -- ${TASKS.join('|')} INPUT`);
  process.exit(2);
}
if (!existsSync(input)) {
  console.error(`There is no ${input}.`);
  process.exit(2);
}
const { task }: { task: Task } = await import(`./tasks/${name}.ts`);
for await (const row of task.run(input)) writeLine(JSON.stringify(row));

/** Writes all of a line before going on, also where stdout is a pipe that takes only a part. */
function writeLine(line: string): void {
  let bytes: Uint8Array = Buffer.from(`${line}\n`);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}
