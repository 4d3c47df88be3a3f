// npm run bench [-- NAME…]: what Tifa costs, each figure beside the same page without it, in one run.
import { convertingRows } from './converting';
import { dictionaryRows } from './dictionary';
import { glossaryRows } from './glossary';
import { loadingRows } from './loading';
import { panelRows } from './panel';
import { pointingRows } from './pointing';
import { popupRows } from './popup';
import { readingRows } from './reading';
import { restlessRows } from './restless';
import { type Row, table } from './row';
import { sizeRows } from './size';
import { termRows } from './terms';
import { variantRows } from './variant';

const PARTS: Record<string, () => Row[] | Promise<Row[]>> = {
  pointing: pointingRows,
  loading: loadingRows,
  converting: convertingRows,
  restless: restlessRows,
  converter: variantRows,
  reading: readingRows,
  dictionary: dictionaryRows,
  glossary: glossaryRows,
  terms: termRows,
  panel: panelRows,
  popup: popupRows,
  size: sizeRows,
};

const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : Object.keys(PARTS);
const rows: Row[] = [];
for (const name of names) {
  const part = PARTS[name];
  if (!part) {
    console.error(`There is no part ${name}: ${Object.keys(PARTS).join(', ')}.`);
    process.exit(2);
  }
  console.error(`Measuring: ${name}`);
  rows.push(...(await part()));
}
console.log(`\n${table(rows)}`);
process.exit(0);
