import { fail, type Json } from '@patchbay/shared/base';

const LONGEST_S = 10 * 365 * 86_400;

/** When a wait ends, in ms since 1970: `for` takes seconds, `until` an ISO time. */
export function waitUntil(mode: 'for' | 'until', value: Json, now: number): number {
  if (mode === 'for') {
    const seconds = typeof value === 'string' ? Number(value) : value;
    if (typeof seconds === 'number' && seconds >= 0 && seconds <= LONGEST_S)
      return now + seconds * 1000;
    return fail(
      'expression_failed',
      `A wait needs a number of seconds; it got ${show(value)}.`,
      'Give seconds, such as 60 or 3600.',
    );
  }
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  return fail(
    'expression_failed',
    `A wait needs a time; it got ${show(value)}.`,
    'Give an ISO time, such as "2030-01-31T09:00:00Z".',
  );
}

function show(value: Json): string {
  return JSON.stringify(value).slice(0, 100);
}
