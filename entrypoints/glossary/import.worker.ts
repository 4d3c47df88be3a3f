import { readEverything, stageImport } from '@/utils/ext/glossary-store';
import { GlossaryFileError } from '@/utils/glossary/formats/file-error';
import { summarize } from '@/utils/glossary/import-plan';
import { type FilePlan, headwordsOf, type OpenFile, openFile, planFile } from './files';
import type { ImportAnswer, ImportRequest, ImportRequests } from './import-protocol';

// Reading, checking and merging a large file takes seconds; here it does not hold up the page.

/** Lines of each kind that the preview shows. */
const SHOWN = 200;

/** Rows by which the reader sees what the columns hold. */
const SAMPLE = 3;

/** Records that are put aside at once, between two reports of progress. */
const PIECE = 500;

let file: OpenFile | null = null;
let plan: FilePlan | null = null;

type Handlers = {
  [K in keyof ImportRequests]: (
    data: Parameters<ImportRequests[K]>[0],
    onProgress: (done: number) => void,
  ) => Promise<ReturnType<ImportRequests[K]>>;
};

const handlers: Handlers = {
  async open(chosen) {
    file = await openFile(chosen);
    const { table } = file;
    return {
      table: table && { ...table, rows: table.rows.slice(0, SAMPLE), lines: table.lines.slice(0, SAMPLE) },
    };
  },
  async headwords(columns) {
    return file ? headwordsOf(file, columns) : [];
  },
  async plan({ columns, forms }) {
    plan = file && planFile(file, columns, new Map(forms), await readEverything());
    return plan && summarize(plan, plan.refused, SHOWN);
  },
  async stage(importId, onProgress) {
    const terms = plan?.terms ?? [];
    for (let from = 0; from < terms.length; from += PIECE) {
      await stageImport(importId, terms.slice(from, from + PIECE));
      onProgress((from + PIECE) / terms.length);
    }
    return null;
  },
};

self.addEventListener('message', async ({ data: { id, ask, data } }: MessageEvent<ImportRequest>) => {
  const answer = (message: ImportAnswer) => self.postMessage(message);
  try {
    const handle = handlers[ask] as (data: unknown, onProgress: (done: number) => void) => Promise<unknown>;
    answer({ id, result: await handle(data, (progress) => answer({ id, progress })) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const { problem, values } = error instanceof GlossaryFileError ? error : {};
    answer({ id, error: { message, ...(problem && { problem }), ...(values && { values }) } });
  }
});
