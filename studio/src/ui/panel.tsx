import type { ReactNode } from 'react';

import { cx } from './cx.ts';

interface PanelProps {
  title?: ReactNode;
  /** At the right end of the title. */
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
  /** Without inner space, for tables. */
  flush?: boolean;
}

/** A surface with an optional head. */
export function Panel({ title, actions, children, className, flush }: PanelProps) {
  return (
    <section
      className={cx('min-w-0 rounded-lg border border-line bg-panel shadow-card', className)}
    >
      {(title || actions) && (
        <header className="flex min-h-10 items-center gap-2 border-b border-line px-4 py-1.5">
          <h2 className="min-w-0 flex-1 truncate font-semibold">{title}</h2>
          {actions}
        </header>
      )}
      <div className={flush ? undefined : 'p-4'}>{children}</div>
    </section>
  );
}
