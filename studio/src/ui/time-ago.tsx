import { useSyncExternalStore } from 'react';

import { formatAgo, formatDuration, formatTime } from '#lib';

import { cx } from './cx.ts';

// One clock for every relative time on the page.
const listeners = new Set<() => void>();
let now = Date.now();
let ticking: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  ticking ??= setInterval(tick, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

/** The time of the last tick; while nothing listens there are none. */
function clock(): number {
  if (ticking === undefined) now = Date.now();
  return now;
}

/** How long ago; the exact time on hover. Moves on by itself. */
export function TimeAgo({ at, className }: { at: number; className?: string }) {
  const text = useSyncExternalStore(subscribe, () => formatAgo(at, clock()));
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={formatTime(at)}
      className={cx('whitespace-nowrap tabular-nums', className)}
    >
      {text}
    </time>
  );
}

/** A length of time in ms; while `to` is missing it counts on. */
export function Duration({ from, to }: { from: number; to?: number }) {
  const text = useSyncExternalStore(subscribe, () =>
    formatDuration(Math.max(0, (to ?? clock()) - from)),
  );
  return <span className="whitespace-nowrap tabular-nums">{text}</span>;
}
