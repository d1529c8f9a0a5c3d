import type { ReactNode } from 'react';

import { CopyLine } from '#ui';

interface ShownOnceProps {
  label: string;
  /** What is to be taken along now, for nobody can see it later. */
  text: string;
  children: ReactNode;
}

const bringIntoSight = (note: HTMLElement | null): void =>
  note?.scrollIntoView({ block: 'nearest' });

/** A secret that was just made, brought into sight: it may have come below what one sees. */
export function ShownOnce({ label, text, children }: ShownOnceProps) {
  return (
    <div
      ref={bringIntoSight}
      role="status"
      className="mt-3 grid scroll-mb-4 gap-2 rounded-md bg-accent-soft p-3 break-words text-ink-2"
    >
      {children}
      <CopyLine label={label} text={text} />
    </div>
  );
}
