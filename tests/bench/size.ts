import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './row';

const OUTPUT = '.output';

/** The zips that are handed to the stores. */
export function sizeRows(): Row[] {
  const zips = readdirSync(OUTPUT).filter((name) => /-(chrome|firefox)\.zip$/.test(name));
  if (zips.length === 0) throw new Error('There is no zip: npm run zip makes them.');
  return zips.map((name) => ({
    name,
    unit: 'MB',
    value: statSync(join(OUTPUT, name)).size / 1e6,
    beside: { name: 'without', value: 0 },
    budget: { most: 8, of: 'value' },
  }));
}
