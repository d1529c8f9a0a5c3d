import type { ReactNode } from 'react';

import { cx } from './cx.ts';

export type Tone = 'neutral' | 'accent' | 'ok' | 'fail' | 'wait' | 'run';

const TONES: Record<Tone, string> = {
  neutral: 'bg-idle-soft text-ink-2',
  accent: 'bg-accent-soft text-accent',
  ok: 'bg-ok-soft text-ok',
  fail: 'bg-fail-soft text-fail',
  wait: 'bg-wait-soft text-wait',
  run: 'bg-run-soft text-run',
};

/** A word in a coloured tag. */
export function Badge({
  tone = 'neutral',
  children,
  className,
}: {
  tone?: Tone;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={cx(
        'inline-flex h-5 shrink-0 items-center gap-1 rounded-sm px-1.5 text-sm font-medium whitespace-nowrap [&_svg]:size-3',
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
