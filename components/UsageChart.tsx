import { daysOf, HELD, monthAt } from '@/utils/lang/usage';

/** Width of every chart, in its own units. */
export const CHART_WIDTH = 288;
/** Height of `ReportYears`. */
export const YEARS_HEIGHT = 7;
/** Height of `BroadcastMonths`. */
export const MONTHS_HEIGHT = 18;
/** Room for a line of labels. */
export const LABELS_HEIGHT = 9;

const MONTHS = daysOf(HELD.days);

/** Of each month's broadcast days held, the share that has a phrase, 0 to 1. */
export function sharesOf(days: string): number[] {
  const counts = daysOf(days);
  return MONTHS.map((held, place) => (held === 0 ? 0 : (counts[place] ?? 0) / held));
}

function yearX(year: number): number {
  const first = HELD.reports[0] ?? 0;
  return ((year - first) * CHART_WIDTH) / ((HELD.reports.at(-1) ?? 0) - first + 1);
}

/** A square for each report held, filled where the phrase stands in it; a gap for each that is not held. */
export function ReportYears({ reports }: { reports: readonly number[] }) {
  const width = yearX((HELD.reports[0] ?? 0) + 1) - 0.8;
  return HELD.reports.map((year) => (
    <rect
      key={year}
      className={reports.includes(year) ? 'usage-on' : 'usage-off'}
      x={yearX(year)}
      width={width}
      height={YEARS_HEIGHT}
    />
  ));
}

/** The years along `ReportYears`. */
export function YearLabels() {
  return [1960, 1980, 2000, 2020].map((year) => (
    <text key={year} x={yearX(year)} y={LABELS_HEIGHT - 1}>
      {year}
    </text>
  ));
}

const STEP = CHART_WIDTH / Math.max(1, MONTHS.length);

/** A bar for each month: the share of its broadcast days that have the phrase, against `most`. */
export function BroadcastMonths({ shares, most }: { shares: readonly number[]; most: number }) {
  return (
    <>
      <line className="usage-base" x2={CHART_WIDTH} y1={MONTHS_HEIGHT} y2={MONTHS_HEIGHT} />
      {shares.map((share, place) => {
        const height = share === 0 ? 0 : (share / most) * MONTHS_HEIGHT;
        return (
          <rect
            key={monthAt(place)}
            className="usage-on"
            x={place * STEP}
            y={MONTHS_HEIGHT - height}
            width={STEP - 0.8}
            height={height}
          />
        );
      })}
    </>
  );
}

/** The years along `BroadcastMonths`, each at its January. */
export function MonthLabels() {
  return MONTHS.map((_, place) => {
    const month = monthAt(place);
    return (
      month.endsWith('-01') && (
        <text key={month} x={place * STEP} y={LABELS_HEIGHT - 1}>
          {month.slice(0, 4)}
        </text>
      )
    );
  });
}
