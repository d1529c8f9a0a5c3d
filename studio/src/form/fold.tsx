import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';

import { count } from '#lib';
import { cx, useLocked } from '#ui';

interface FoldProps {
  fields: number;
  /** Unfolded from the start when one of them is set. */
  isSet: boolean;
  children: ReactNode;
}

/** Rare options, folded away. */
export function Fold({ fields, isSet, children }: FoldProps) {
  const [open, setOpen] = useState(isSet);
  const isLocked = useLocked();
  if (fields === 0) return null;
  // The button would be locked too.
  if (isLocked) return <div className="flex flex-col gap-3">{children}</div>;
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex h-7 items-center gap-1 rounded-sm pr-2 font-medium text-ink-3 hover:text-ink"
      >
        <ChevronRight
          aria-hidden
          className={cx('size-4 transition-transform duration-100', open && 'rotate-90')}
        />
        {open ? 'Fewer options' : count(fields, 'more option')}
      </button>
      {open && <div className="mt-2 flex flex-col gap-3">{children}</div>}
    </div>
  );
}
