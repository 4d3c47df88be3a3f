import type { Term } from '../lang/term';

const WIDTH = 110;

/**
 * The text of a term file in its one form: sorted by id, keys in the order of the schema (as `readRecords`
 * gives them), one element a line where it fits, so that two editors' changes merge line by line.
 */
export function formatRecords(terms: readonly Term[]): string {
  const sorted = [...terms].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return `[\n${sorted.map((term) => `  ${write(term, '  ', true)}`).join(',\n')}\n]\n`;
}

function write(value: unknown, indent: string, open: boolean): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const [left, right] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const key = (name: string) => (Array.isArray(value) ? '' : `${JSON.stringify(name)}: `);
  const parts = (at: string) =>
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => key(name) + write(item, at, false));
  const space = left === '{' ? ' ' : '';
  const line = `${left}${space}${parts('').join(', ')}${space}${right}`;
  const lists = Array.isArray(value) && value.some((item) => typeof item === 'object');
  if (!open && !lists && !line.includes('\n') && indent.length + line.length <= WIDTH) return line;
  return `${left}\n${parts(inner)
    .map((part) => inner + part)
    .join(',\n')}\n${indent}${right}`;
}
