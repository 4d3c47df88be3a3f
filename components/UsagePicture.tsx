import { daysOf, HELD, monthAt, type Usage, type UsageClause, usageClauses } from '@/utils/lang/usage';
import { type MessageKey, t } from './text';

const TEXTS = {
  reports_none: 'usage_reports_none',
  reports_once: 'usage_reports_once',
  reports_new: 'usage_reports_new',
  reports_every: 'usage_reports_every',
  reports_since: 'usage_reports_since',
  reports_some: 'usage_reports_some',
  reports_until: 'usage_reports_until',
  reports_some_until: 'usage_reports_some_until',
  congresses: 'usage_congresses',
  days_none: 'usage_days_none',
  days_some: 'usage_days_some',
  days_new: 'usage_days_new',
  days_gone: 'usage_days_gone',
  days_span: 'usage_days_span',
  days_peak: 'usage_days_peak',
} as const satisfies Record<UsageClause['key'], MessageKey>;

const WIDTH = 288;
const SQUARE = 7;
const LABEL = 9;
const BARS = 18;
const BARS_TOP = SQUARE + LABEL + 3;
const HEIGHT = BARS_TOP + BARS + LABEL;

/** How long and how much a set phrase has been in use: report years, months of broadcasts, and both in words. */
export function UsagePicture({ usage }: { usage: Usage }) {
  const clauses = usageClauses(usage);
  const empty = usage.reports.length === 0 && !/[^0]/.test(usage.days);
  return (
    <div data-part="usage">
      {!empty && (
        <svg className="usage" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
          <Years reports={new Set(usage.reports)} />
          <Months days={daysOf(usage.days)} />
        </svg>
      )}
      <p className="faint">{clauses.map(({ key, values }) => t(TEXTS[key], ...values)).join(' ')}</p>
    </div>
  );
}

/** A square for each report held, filled where the phrase stands in it; a gap for each that is not held. */
function Years({ reports }: { reports: ReadonlySet<number> }) {
  const first = HELD.reports[0] ?? 0;
  const step = WIDTH / ((HELD.reports.at(-1) ?? 0) - first + 1);
  const x = (year: number) => (year - first) * step;
  return (
    <>
      {HELD.reports.map((year) => (
        <rect
          key={year}
          className={reports.has(year) ? 'usage-on' : 'usage-off'}
          x={x(year)}
          width={step - 0.8}
          height={SQUARE}
        />
      ))}
      {[1960, 1980, 2000, 2020].map((year) => (
        <text key={year} x={x(year)} y={SQUARE + LABEL - 1}>
          {year}
        </text>
      ))}
    </>
  );
}

/** A bar for each month: the share of its broadcast days that have the phrase, against the highest such share. */
function Months({ days }: { days: number[] }) {
  const all = daysOf(HELD.days);
  const step = WIDTH / Math.max(1, all.length);
  const shares = all.map((held, place) => (held === 0 ? 0 : (days[place] ?? 0) / held));
  const most = Math.max(...shares);
  return (
    <>
      <line className="usage-base" x2={WIDTH} y1={BARS_TOP + BARS} y2={BARS_TOP + BARS} />
      {shares.map((share, place) => {
        const month = monthAt(place);
        const height = share === 0 ? 0 : (share / most) * BARS;
        return (
          <g key={month}>
            <rect
              className="usage-on"
              x={place * step}
              y={BARS_TOP + BARS - height}
              width={step - 0.8}
              height={height}
            />
            {month.endsWith('-01') && (
              <text x={place * step} y={HEIGHT - 1}>
                {month.slice(0, 4)}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
