import type { Retry } from '#base';
import type { RetrySettings } from '#flows';

/** The attempt that failed (from 1), what the other side asked for, and a number in [0, 1). */
export interface FailedAttempt {
  attempt: number;
  asked: Retry;
  random: number;
}

/**
 * How long to wait before the next attempt, in ms. What the other side asked for wins over the
 * node's settings. Jitter spreads the delay over its upper half.
 */
export function retryDelay(
  settings: RetrySettings,
  { attempt, asked, random }: FailedAttempt,
): number {
  if (typeof asked === 'object') return asked.after;
  const growth = settings.backoff === 'exponential' ? 2 ** Math.min(attempt - 1, 40) : 1;
  const delay = Math.min(settings.delayMs * growth, settings.maxDelayMs);
  return Math.round(settings.jitter ? delay * (0.5 + random / 2) : delay);
}
