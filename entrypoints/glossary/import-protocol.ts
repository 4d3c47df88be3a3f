import type { Column } from '@/utils/glossary/formats/columns';
import type { FileProblem } from '@/utils/glossary/formats/file-error';
import type { Table } from '@/utils/glossary/formats/table';
import type { PlanSummary } from '@/utils/glossary/import-plan';

/** Both scripts of a headword, by the headword as it stands in the file. */
export type Forms = [headword: string, forms: { hans: string; hant: string }][];

/** What the page asks of the worker that reads files, and what it is answered. */
export interface ImportRequests {
  /** Reads a file. The table has only its first rows; `null` for a file of whole records. */
  open(file: File): { table: Table | null };
  /** The headwords of the file, each once, if its columns are these. */
  headwords(columns: readonly (Column | null)[]): string[];
  /** What importing would do; `null` while no column holds the headwords. */
  plan(request: { columns: readonly (Column | null)[]; forms: Forms }): PlanSummary | null;
  /** Puts the planned records aside under an id; progress comes in between. */
  stage(importId: string): null;
}

export type ImportRequest = {
  [K in keyof ImportRequests]: { id: number; ask: K; data: Parameters<ImportRequests[K]>[0] };
}[keyof ImportRequests];

/** Errors do not keep their class on the way, so what the page needs of them goes as data. */
export type ImportAnswer =
  | { id: number; result: unknown }
  | { id: number; progress: number }
  | { id: number; error: { message: string; problem?: FileProblem; values?: string[] } };
