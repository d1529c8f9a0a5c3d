import type { ReactNode } from 'react';

import { cx } from './cx.ts';

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  /** One sentence that teaches. */
  children?: ReactNode;
  /** The next action. */
  action?: ReactNode;
  className?: string;
}

/** A place with nothing in it yet: one sentence and what to do next. */
export function EmptyState({ icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div
      className={cx(
        'mx-auto flex max-w-105 flex-col items-center gap-2 px-6 py-12 text-center',
        className,
      )}
    >
      {icon && (
        <span className="mb-1 flex size-10 items-center justify-center rounded-lg bg-sunken text-ink-3 [&_svg]:size-5">
          {icon}
        </span>
      )}
      <p className="text-lg font-semibold text-ink">{title}</p>
      {children && <div className="text-ink-2">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
