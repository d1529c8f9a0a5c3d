import { cx } from '#ui';

export type MappingView = 'form' | 'lines' | 'code';

interface ViewSwitchProps {
  view: MappingView;
  onView: (view: MappingView) => void;
  hasForm: boolean;
}

/** Three views of one text. */
export function ViewSwitch({ view, onView, hasForm }: ViewSwitchProps) {
  const views = [
    ...(hasForm ? [['form', 'Form'] as const] : []),
    ['lines', 'Lines'] as const,
    ['code', 'Code'] as const,
  ];
  return (
    <div role="group" aria-label="View of the mapping" className="flex rounded-md bg-sunken p-0.5">
      {views.map(([name, label]) => (
        <button
          key={name}
          type="button"
          aria-pressed={view === name}
          onClick={() => onView(name)}
          className={cx(
            'h-6 rounded-sm px-2.5 font-medium transition-colors duration-100',
            view === name ? 'bg-raised text-ink shadow-card' : 'text-ink-3 hover:text-ink',
          )}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
