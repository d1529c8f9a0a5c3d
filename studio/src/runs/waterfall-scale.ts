import type { RunView } from '@patchbay/shared/runs';

/** The run's time: `end` is now while it goes on. */
export interface WaterfallScale {
  start: number;
  /** Length in ms, never 0. */
  length: number;
  end: number;
}

/** Where a bar begins and ends, between 0 and 1 of the run's time. */
export interface WaterfallBar {
  from: number;
  to: number;
  /** Done by the run that this one goes on from, before this one began. */
  isKept: boolean;
}

/**
 * From the run's start to its end, or to now while it goes on. What was kept of an earlier run lies
 * before it.
 */
export function scaleOf(view: RunView, now: number): WaterfallScale {
  let [first, last] = [now, 0];
  for (const { startedAt, endedAt = now } of Object.values(view.steps)) {
    first = Math.min(first, startedAt);
    last = Math.max(last, endedAt);
  }
  const start = view.startedAt ?? first;
  const end = view.endedAt ?? Math.max(start, last);
  return { start, end, length: Math.max(1, end - start) };
}

/** The bar of what began and ended then. */
export function barOf(
  { startedAt, endedAt }: { startedAt: number; endedAt?: number },
  { start, end, length }: WaterfallScale,
): WaterfallBar {
  const part = (at: number): number => Math.min(1, Math.max(0, (at - start) / length));
  return {
    from: part(startedAt),
    to: part(endedAt ?? end),
    isKept: (endedAt ?? end) < start,
  };
}
