/**
 * One yardstick: reads an input file or folder and gives one object per item, which `run.ts` writes as a line
 * of JSON. A module of `tests/eval/tasks` named like the task exports it as `task`.
 */
export interface Task {
  /** @param input path of the file or folder to read; only the fields that are not answers may be used */
  run(input: string): AsyncIterable<object> | Iterable<object>;
}
