import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';

/** A text outside of the term bases. */
export interface FoundText {
  /** File, and the line in it where it holds several texts. */
  source: string;
  /** YYYY-MM-DD or YYYY where it is told. */
  date?: string;
  text: string;
}

const lineShape = v.object({
  date: v.nullish(v.string()),
  year: v.nullish(v.number()),
  text: v.string(),
});
const pageShape = v.object({ date: v.nullish(v.string()), body: v.array(v.string()) });

/**
 * Every text of a file or a folder: `.txt`, `.md` and `.tsv` as they are, `.jsonl` and `.jsonl.gz` with a `text` in each line,
 * `.json` with a `body` of paragraphs (a saved page). Other files of a folder are passed over. Throws where a file named by itself is none of
 * these, or a line is malformed.
 */
export function* readTexts(path: string): Generator<FoundText> {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) {
      const inner = join(path, name);
      if (statSync(inner).isDirectory() || /\.(txt|md|tsv|json|jsonl|jsonl\.gz)$/.test(name))
        yield* readTexts(inner);
    }
    return;
  }
  if (/\.(txt|md|tsv)$/.test(path)) yield { source: path, text: readFileSync(path, 'utf8') };
  else if (/\.jsonl(\.gz)?$/.test(path)) {
    const bytes = readFileSync(path);
    const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
    for (const [index, line] of lines.entries()) {
      if (line === '') continue;
      const { date, year, text } = v.parse(lineShape, JSON.parse(line));
      yield { source: `${path}:${index + 1}`, ...dated(date ?? year), text };
    }
  } else if (path.endsWith('.json')) {
    const page = v.safeParse(pageShape, JSON.parse(readFileSync(path, 'utf8')));
    if (page.success) yield { source: path, ...dated(page.output.date), text: page.output.body.join('\n\n') };
  } else
    throw new Error(
      `${path} is no text that can be read: .txt, .md, .tsv, .jsonl, .jsonl.gz or .json with a body of paragraphs.`,
    );
}

function dated(date: string | number | null | undefined): { date?: string } {
  return date === null || date === undefined ? {} : { date: String(date) };
}
