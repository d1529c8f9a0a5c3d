import type { Retry } from '#base';
import type { RetrySettings } from '#flows';

/**
 * How long to wait before the next attempt, in ms. What the other side asked for wins over the
 * node's settings. `random` in [0, 1) spreads the delay over its upper half.
 */
export function retryDelay(
  settings: RetrySettings,
  attempt: number,
  retry: Retry,
  random: number,
): number {
  if (typeof retry === 'object') return retry.after;
  const growth = settings.backoff === 'exponential' ? 2 ** Math.min(attempt - 1, 40) : 1;
  const delay = Math.min(settings.delayMs * growth, settings.maxDelayMs);
  return Math.round(settings.jitter ? delay * (0.5 + random / 2) : delay);
}
