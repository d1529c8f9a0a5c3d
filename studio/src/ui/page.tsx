import type { ReactNode } from 'react';

import { cx } from './cx.ts';

interface PageProps {
  title: ReactNode;
  /** A line under the title. */
  lead?: ReactNode;
  /** Above the title: where one came from. */
  crumbs?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Takes the whole width and leaves scrolling to what is inside. */
  fill?: boolean;
}

/** The frame every page stands in: one heading, its actions, then the matter. */
export function Page({ title, lead, crumbs, actions, children, fill }: PageProps) {
  return (
    <main className={cx('flex h-full min-w-0 flex-col', !fill && 'overflow-y-auto')}>
      <header
        className={cx(
          'flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 px-6 pt-5 pb-4',
          !fill && 'mx-auto w-full max-w-300',
        )}
      >
        <div className="min-w-0 flex-1">
          {crumbs && <div className="mb-0.5 flex gap-1 text-sm text-ink-3">{crumbs}</div>}
          <h1 className="truncate text-xl font-semibold">{title}</h1>
          {lead && <p className="text-ink-3">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      <div
        className={cx(
          'min-h-0 px-6 pb-6',
          fill ? 'flex flex-1 flex-col' : 'mx-auto w-full max-w-300',
        )}
      >
        {children}
      </div>
    </main>
  );
}
