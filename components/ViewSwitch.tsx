import { t } from './text';

interface ViewSwitchProps {
  view: 'terms' | 'concordance';
  onView: (view: 'terms' | 'concordance') => void;
}

/** Terms as a list, or key words in their contexts. */
export function ViewSwitch({ view, onView }: ViewSwitchProps) {
  return (
    <fieldset className="views">
      <legend className="visually-hidden">{t('glossary_view')}</legend>
      {(['terms', 'concordance'] as const).map((each) => (
        <button
          key={each}
          type="button"
          className="button"
          data-kind="quiet"
          data-part={`view-${each}`}
          aria-pressed={view === each}
          onClick={() => onView(each)}
        >
          {t(`glossary_view_${each}`)}
        </button>
      ))}
    </fieldset>
  );
}
