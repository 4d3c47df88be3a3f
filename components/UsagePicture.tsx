import { type Usage, type UsageClause, usageClauses } from '@/utils/lang/usage';
import { type MessageKey, t } from './text';
import {
  BroadcastMonths,
  CHART_WIDTH,
  LABELS_HEIGHT,
  MONTHS_HEIGHT,
  MonthLabels,
  ReportYears,
  sharesOf,
  YEARS_HEIGHT,
  YearLabels,
} from './UsageChart';

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

const MONTHS_TOP = YEARS_HEIGHT + LABELS_HEIGHT + 3;
const HEIGHT = MONTHS_TOP + MONTHS_HEIGHT + LABELS_HEIGHT;

interface UsagePictureProps {
  usage: Usage;
  /** Whether there is room for more than words. */
  drawn: boolean;
}

/** How long and how much a set phrase has been in use: report years, months of broadcasts, and both in words. */
export function UsagePicture({ usage, drawn }: UsagePictureProps) {
  const shares = drawn ? sharesOf(usage.days) : [];
  const empty = usage.reports.length === 0 && !shares.some((share) => share > 0);
  return (
    <div data-part="usage">
      {drawn && !empty && (
        <svg className="usage" viewBox={`0 0 ${CHART_WIDTH} ${HEIGHT}`} aria-hidden="true">
          <ReportYears reports={usage.reports} />
          <g transform={`translate(0 ${YEARS_HEIGHT})`}>
            <YearLabels />
          </g>
          <g transform={`translate(0 ${MONTHS_TOP})`}>
            <BroadcastMonths shares={shares} most={Math.max(...shares)} />
          </g>
          <g transform={`translate(0 ${MONTHS_TOP + MONTHS_HEIGHT})`}>
            <MonthLabels />
          </g>
        </svg>
      )}
      <p className="faint">{usageSentences(usage)}</p>
    </div>
  );
}

/** The counts in words. */
export function usageSentences(usage: Usage): string {
  return usageClauses(usage)
    .map(({ key, values }) => t(TEXTS[key], ...values))
    .join(' ');
}
