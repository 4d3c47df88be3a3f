/** One figure of ours and what stands beside it, measured in one run. */
export interface Row {
  name: string;
  unit: string;
  value: number;
  beside: { name: string; value: number };
  /** The most that is allowed for `value`, for what it adds to `beside`, or for its share of `beside`. */
  budget?: { most: number; of: 'value' | 'added' | 'share' };
}

export function median(values: number[]): number {
  return quantile(values, 0.5);
}

/** The value below which that share of the values lies. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const number = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(1));

type Budget = NonNullable<Row['budget']>;

function judged(value: number, beside: number, of: Budget['of']): number {
  if (of === 'added') return value - beside;
  return of === 'share' ? value / beside : value;
}

function limitOf({ most, of }: Budget): string {
  if (of === 'share') return `1/${Math.round(1 / most)}`;
  return `${of === 'added' ? '+' : ''}${number(most)}`;
}

/** The rows as a table, budgets that are missed marked. */
export function table(rows: Row[]): string {
  const cells = rows.map(({ name, unit, value, beside, budget }) => {
    const limit = budget
      ? `${limitOf(budget)}${judged(value, beside.value, budget.of) > budget.most ? ' missed' : ''}`
      : '';
    return [name, `${number(value)} ${unit}`, `${number(beside.value)} ${beside.name}`, limit];
  });
  const all = [['', 'with Tifa', 'beside', 'budget'], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
