import type { Term } from '@/utils/lang/term';
import { daysOf, HELD, monthAt, rangesOf } from '@/utils/lang/usage';
import { t } from './text';
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

interface UsageComparisonProps {
  /** Those of them without counted usage are named as such. */
  terms: readonly Term[];
  onRemove(id: string): void;
}

/** The use of several set phrases on one time axis, as a picture with the figures in tables beneath. */
export function UsageComparison({ terms, onRemove }: UsageComparisonProps) {
  const shares = terms.map(({ usage }) => sharesOf(usage?.days ?? ''));
  const most = Math.max(0.001, ...shares.flat());
  return (
    <section className="comparison" data-part="comparison" aria-label={t('terms_comparison')}>
      <div className="comparison-chart">
        <p className="axis-title">{t('terms_reports')}</p>
        <p className="axis-title">{t('terms_broadcasts')}</p>
        {terms.map(({ id, headword, usage }, place) => (
          <div className="comparison-row" key={id}>
            <span className="comparison-name">
              <a href={`#${id}`} lang="zh-Hans">
                {headword.hans}
              </a>
              <button
                type="button"
                className="icon-button"
                aria-label={t('terms_compare_remove', headword.hans)}
                title={t('terms_compare_remove', headword.hans)}
                onClick={() => onRemove(id)}
              >
                ✕
              </button>
            </span>
            {usage ? (
              <>
                <svg className="usage" viewBox={`0 0 ${CHART_WIDTH} ${YEARS_HEIGHT}`} aria-hidden="true">
                  <ReportYears reports={usage.reports} />
                </svg>
                <svg className="usage" viewBox={`0 0 ${CHART_WIDTH} ${MONTHS_HEIGHT}`} aria-hidden="true">
                  <BroadcastMonths shares={shares[place] ?? []} most={most} />
                </svg>
              </>
            ) : (
              <p className="faint uncounted">{t('terms_uncounted')}</p>
            )}
          </div>
        ))}
        <div className="comparison-row" aria-hidden="true">
          <span />
          <svg className="usage" viewBox={`0 0 ${CHART_WIDTH} ${LABELS_HEIGHT}`} aria-hidden="true">
            <YearLabels />
          </svg>
          <svg className="usage" viewBox={`0 0 ${CHART_WIDTH} ${LABELS_HEIGHT}`} aria-hidden="true">
            <MonthLabels />
          </svg>
        </div>
      </div>
      <Figures terms={terms.filter(({ usage }) => usage)} />
    </section>
  );
}

/** The same in figures: a row for each report year, and one for each month of broadcasts. */
function Figures({ terms }: { terms: readonly Term[] }) {
  if (terms.length === 0) return null;
  const held = daysOf(HELD.days);
  const days = terms.map(({ usage }) => daysOf(usage?.days ?? ''));
  const reports = [...HELD.reports].reverse();
  const months = held.map((_, place) => place).reverse();
  return (
    <div className="figures">
      <Table caption={t('terms_reports_table')} first={t('terms_year')} terms={terms} part="reports-table">
        {reports.map((year) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            {terms.map(({ id, usage }) => (
              <td key={id}>{usage?.reports.includes(year) ? t('terms_stands') : ''}</td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('terms_congresses')}</th>
          {terms.map(({ id, usage }) => (
            <td key={id}>{rangesOf(usage?.congresses ?? [], HELD.congresses)}</td>
          ))}
        </tr>
      </Table>
      <Table
        caption={t('terms_broadcasts_table', HELD.lastDate)}
        first={t('terms_month')}
        terms={terms}
        part="broadcasts-table"
      >
        {months.map((place) => (
          <tr key={place}>
            <th scope="row">
              {monthAt(place)} <span className="faint">/ {held[place]}</span>
            </th>
            {terms.map(({ id }, column) => (
              <td key={id}>{days[column]?.[place] || ''}</td>
            ))}
          </tr>
        ))}
      </Table>
    </div>
  );
}

interface TableProps {
  caption: string;
  first: string;
  terms: readonly Term[];
  part: string;
  children: React.ReactNode;
}

function Table({ caption, first, terms, part, children }: TableProps) {
  return (
    // Scrolls, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className="figures-table" tabIndex={0} aria-label={caption}>
      <table data-part={part}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {terms.map(({ id, headword }) => (
              <th key={id} scope="col" lang="zh-Hans">
                {headword.hans}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
