import { Check } from 'lucide-react';

import { cx } from '#ui';

const STEPS = [
  ['choose', 'Choose'],
  ['configure', 'Configure'],
  ['authenticate', 'Authenticate'],
  ['test', 'Test'],
  ['done', 'Ready'],
] as const;
export type WizardStep = (typeof STEPS)[number][0];

/** Where one is on the way to a connection. */
export function WizardSteps({ at }: { at: WizardStep }) {
  const now = STEPS.findIndex(([step]) => step === at);
  return (
    <ol className="mb-4 flex items-center gap-2 text-sm" aria-label="Steps">
      {STEPS.map(([step, title], index) => (
        <li
          key={step}
          aria-current={index === now ? 'step' : undefined}
          className={cx(
            'flex items-center gap-1.5',
            index === now ? 'font-medium text-ink' : 'text-ink-3',
          )}
        >
          <span
            aria-hidden
            className={cx(
              'flex size-5 items-center justify-center rounded-full border text-xs [&_svg]:size-3',
              index <= now ? 'border-accent-fill bg-accent-fill text-white' : 'border-line-strong',
            )}
          >
            {index < now ? <Check strokeWidth={3} /> : index + 1}
          </span>
          {title}
          {index < now && <span className="sr-only">(done)</span>}
          {index < STEPS.length - 1 && (
            <span aria-hidden className="ml-1 h-px w-5 bg-line-strong" />
          )}
        </li>
      ))}
    </ol>
  );
}
