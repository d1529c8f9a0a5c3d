import { useId, type ReactNode } from 'react';

import { cx } from './cx.ts';

/** What ties a control to its label, help and error. Spread it onto the control. */
export interface ControlProps {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
}

export interface FieldProps {
  label: ReactNode;
  /** One sentence under the control. */
  help?: ReactNode;
  /** In plain words; replaces the help. */
  error?: string;
  required?: boolean;
  /** At the right end of the label's line. */
  aside?: ReactNode;
  className?: string;
  children: (control: ControlProps) => ReactNode;
}

/** Label above, control, help or error below: `<Field label="Name">{(c) => <Input {...c} />}</Field>`. */
export function Field({ label, help, error, required, aside, className, children }: FieldProps) {
  const id = useId();
  const below = error ?? help;
  const control: ControlProps = { id };
  if (below) control['aria-describedby'] = `${id}-help`;
  if (error) control['aria-invalid'] = true;
  if (required) control['aria-required'] = true;
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <div className="flex min-h-5 items-center justify-between gap-2">
        <label htmlFor={id} className="min-w-0 font-medium break-words text-ink-2">
          {label}
          {required && (
            <span className="text-fail" aria-hidden title="Required">
              {' '}
              *
            </span>
          )}
        </label>
        {aside}
      </div>
      {children(control)}
      {below && (
        <p id={`${id}-help`} className={cx('text-sm', error ? 'text-fail' : 'text-ink-3')}>
          {below}
        </p>
      )}
    </div>
  );
}
