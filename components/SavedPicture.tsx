import type { Count } from '@/utils/glossary/picture';
import { t } from './text';

interface SavedPictureProps {
  months: Count[];
  papers: Count[];
}

/** What was met when, and in which papers: small, beside the name of the page. */
export function SavedPicture({ months, papers }: SavedPictureProps) {
  const most = Math.max(1, ...months.map(({ count }) => count));
  const all = papers.reduce((sum, { count }) => sum + count, 0);
  return (
    <figure className="picture" data-part="picture">
      <figcaption>
        {t('glossary_picture_months')}
        <span className="soft">
          {t('glossary_picture_scale', months[0]?.name ?? '', months.at(-1)?.name ?? '', most)}
        </span>
      </figcaption>
      <ol className="months" aria-label={t('glossary_picture_months')}>
        {months.map(({ name, count }) => (
          <li key={name} title={`${name}: ${count}`}>
            <span className="month" style={{ blockSize: `${(count / most) * 100}%` }} />
            <span className="visually-hidden">{`${name}: ${count}`}</span>
          </li>
        ))}
      </ol>
      {all > 0 && (
        <>
          <span className="by-paper" aria-hidden="true">
            {t('glossary_picture_papers')}
          </span>
          <ol className="papers" aria-label={t('glossary_picture_papers')}>
            {papers.map(({ name, count }) => (
              <li
                key={name}
                style={{ flexGrow: count }}
                title={`${name || t('glossary_picture_others')}: ${count}`}
              >
                <span className="share" />
                <span className="name" lang={name ? 'zh-Hans' : undefined}>
                  {name || t('glossary_picture_others')}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </figure>
  );
}
