interface ViewSwitchProps<View extends string> {
  /** What is chosen between, for those who do not see it. */
  legend: string;
  /** What each view is called, in their order. */
  views: Readonly<Record<View, string>>;
  view: View;
  onView(view: NoInfer<View>): void;
}

/** Chooses between the views of one thing. */
export function ViewSwitch<View extends string>({ legend, views, view, onView }: ViewSwitchProps<View>) {
  return (
    <fieldset className="views">
      <legend className="visually-hidden">{legend}</legend>
      {(Object.keys(views) as View[]).map((each) => (
        <button
          key={each}
          type="button"
          className="button"
          data-kind="quiet"
          data-part={`view-${each}`}
          aria-pressed={view === each}
          onClick={() => onView(each)}
        >
          {views[each]}
        </button>
      ))}
    </fieldset>
  );
}
