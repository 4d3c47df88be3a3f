import type { ComparedPhrase, Comparison } from '@/utils/lang/digest-comparison';
import { t } from './text';

interface ComparisonViewProps {
  comparison: Comparison;
  here: string;
  there: string;
}

/** Two articles side by side: the phrases in both, only here, only there, with how often each stands. */
export function ComparisonView({ comparison, here, there }: ComparisonViewProps) {
  const groups = [
    { key: 'both', phrases: comparison.both },
    { key: 'here', phrases: comparison.onlyHere },
    { key: 'there', phrases: comparison.onlyThere },
  ] as const;
  return (
    <table className="compared" data-part="compared">
      <caption className="visually-hidden">{t('panel_compare')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('panel_phrase')}</th>
          <th scope="col" title={here}>
            {t('panel_here')}
          </th>
          <th scope="col" title={there}>
            {t('panel_there')}
          </th>
        </tr>
      </thead>
      {groups.map(({ key, phrases }) => (
        <tbody key={key} data-group={key}>
          <tr>
            <th scope="rowgroup" colSpan={3}>
              {t(`panel_group_${key}`, phrases.length)}
            </th>
          </tr>
          {phrases.map((phrase) => (
            <Row key={phrase.id} phrase={phrase} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ phrase: { id, met, rendering, here, there } }: { phrase: ComparedPhrase }) {
  return (
    <tr data-id={id}>
      <th scope="row">
        <a href={`/terms.html#${id}`} target="_blank" rel="noreferrer" lang="zh-Hans">
          {met}
        </a>{' '}
        <span className="soft">{rendering}</span>
      </th>
      <td>{here || '–'}</td>
      <td>{there || '–'}</td>
    </tr>
  );
}
