import { useEffect, useRef, useState } from 'react';
import { COLUMNS, type Column } from '@/utils/glossary/formats/columns';
import { isHeadwordColumn, type Table } from '@/utils/glossary/formats/table';
import type { PlannedTerm, PlanSummary, Some } from '@/utils/glossary/import-plan';
import { type MessageKey, t } from './text';

interface ImportPreviewProps {
  name: string;
  /** `null` for a file that says itself what it holds; else its first rows are enough. */
  table: Table | null;
  columns: readonly (Column | null)[];
  /** `null` until it is known what the columns are. */
  plan: PlanSummary | null;
  /** How much of the import is done, from 0 to 1; `null` before it is agreed to. */
  progress: number | null;
  onColumns: (columns: (Column | null)[]) => void;
  onAgree: () => void;
  onCancel: () => void;
}

/** What a file would do, line by line; nothing is written before the reader agrees. */
export function ImportPreview(props: ImportPreviewProps) {
  const { name, table, columns, plan, progress, onColumns, onAgree, onCancel } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const agree = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    agree.current?.focus();
  }, []);
  const some = plan !== null && plan.added.count + plan.merged.count > 0;
  return (
    <dialog
      ref={dialog}
      className="preview"
      data-part="import-preview"
      aria-labelledby="preview-title"
      onCancel={(event) => {
        event.preventDefault();
        if (progress === null) onCancel();
      }}
    >
      <h2 id="preview-title">{t('glossary_preview_title', name)}</h2>
      {table && <Columns table={table} columns={columns} onColumns={onColumns} />}
      {plan ? <Lines plan={plan} /> : <p>{t('glossary_preview_say_headword')}</p>}
      {progress !== null && <progress value={progress} aria-label={t('glossary_preview_progress')} />}
      <div className="agree">
        <button
          type="button"
          className="button"
          data-part="import-cancel"
          disabled={progress !== null}
          onClick={onCancel}
        >
          {t('glossary_preview_cancel')}
        </button>
        <button
          ref={agree}
          type="button"
          className="button"
          data-kind="primary"
          data-part="import-confirm"
          disabled={!some || progress !== null}
          onClick={onAgree}
        >
          {t('glossary_import')}
        </button>
      </div>
    </dialog>
  );
}

/** The columns that a list can fill, beside those that only our own rows have. */
const OFFERED: readonly Column[] = [...COLUMNS.filter((column) => column !== 'position'), 'language'];

function Columns({
  table,
  columns,
  onColumns,
}: Pick<ImportPreviewProps, 'columns' | 'onColumns'> & { table: Table }) {
  const [open, setOpen] = useState(() => !columns.some(isHeadwordColumn));
  const places = columns.map((column, at) => ({ column, at }));
  const sample = table.rows.slice(0, 3);
  return (
    <details className="columns" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('glossary_preview_columns')}</summary>
      <table>
        <thead>
          <tr>
            {places.map(({ column, at }) => (
              <th key={at} scope="col">
                {table.names[at]}
                <select
                  className="field"
                  data-part={`import-column-${at + 1}`}
                  aria-label={t('glossary_preview_column', at + 1)}
                  value={column ?? ''}
                  onChange={(event) => {
                    const chosen = (event.target.value || null) as Column | null;
                    onColumns(
                      columns.map((each, place) => (place === at ? chosen : each === chosen ? null : each)),
                    );
                  }}
                >
                  <option value="">{t('glossary_column_none')}</option>
                  {OFFERED.map((each) => (
                    <option key={each} value={each}>
                      {t(`glossary_column_${each}` satisfies MessageKey)}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map((row, line) => (
            <tr key={table.lines[line]}>
              {places.map(({ at }) => (
                <td key={at}>{row[at]?.slice(0, 60)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Lines({ plan }: { plan: PlanSummary }) {
  const { added, merged, unchanged, refused } = plan;
  return (
    <>
      <p className="numbers" data-part="import-numbers">
        {t('glossary_preview_numbers', added.count, merged.count, unchanged, refused.count)}
      </p>
      <div className="lines">
        {refused.count > 0 && (
          <details open data-part="import-refused">
            <summary>{t('glossary_preview_refused', refused.count)}</summary>
            <ul>
              {refused.shown.map((row) => (
                <li key={row.line}>
                  {t(`glossary_row_${row.reason}` satisfies MessageKey, row.line, row.value)}
                </li>
              ))}
            </ul>
          </details>
        )}
        <Planned part="import-merged" summary={t('glossary_preview_merged', merged.count)} terms={merged} />
        <Planned part="import-added" summary={t('glossary_preview_added', added.count)} terms={added} />
      </div>
    </>
  );
}

function Planned({ part, summary, terms }: { part: string; summary: string; terms: Some<PlannedTerm> }) {
  if (terms.count === 0) return null;
  return (
    <details open data-part={part}>
      <summary>{summary}</summary>
      <ul>
        {terms.shown.map(({ after, effects }) => (
          <li key={after.hans}>
            <span lang="zh-Hans">{after.hans}</span>{' '}
            {after.rendering || after.officialRendering || after.senses[0]}{' '}
            <span className="soft">
              {effects.map((effect) => t(`glossary_effect_${effect}` satisfies MessageKey)).join(', ')}
            </span>
          </li>
        ))}
        {terms.count > terms.shown.length && (
          <li className="soft">{t('glossary_preview_more', terms.count - terms.shown.length)}</li>
        )}
      </ul>
    </details>
  );
}
