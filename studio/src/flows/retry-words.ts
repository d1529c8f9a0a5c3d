import type { RetrySettings } from '@patchbay/shared/flows';
import { retryDelay } from '@patchbay/shared/runs';

import { formatDuration } from '#lib';

const SHOWN = 4;

/** What the settings mean, with the pauses they lead to. */
export function retryWords(retry: RetrySettings): string {
  const pauses = retry.attempts - 1;
  if (pauses === 0) return 'Tried once; nothing is repeated.';
  const plain = { ...retry, jitter: false };
  const delays = Array.from({ length: pauses }, (_, i) => i)
    .slice(0, 1000)
    .map((i) => retryDelay(plain, { attempt: i + 1, asked: 'backoff', random: 0 }));
  const first = delays.slice(0, SHOWN).map(formatDuration).join(', ');
  const rest = pauses > SHOWN ? `, … up to ${formatDuration(delays.at(-1) ?? 0)}` : '';
  const all = formatDuration(delays.reduce((sum, ms) => sum + ms, 0));
  const spread = retry.jitter ? ' Each is shortened by up to half at random.' : '';
  return `Pauses of ${first}${rest}; gives up after about ${all}.${spread}`;
}
