import { describe, expect, it } from 'vitest';

import { attemptsOf, type Exchange } from './exchange.ts';

const sent = (url: string, status?: number): Exchange => ({
  method: 'GET',
  url,
  headers: {},
  bytes: 0,
  sent: true,
  startedAt: 0,
  ms: 1,
  reused: false,
  timeline: [],
  answer: status === undefined ? undefined : { status, headers: {}, bytes: 0, binary: false },
});

describe('attempts', () => {
  it.each<[string, Exchange[], number]>([
    ['nothing that was sent', [], 0],
    ['one request', [sent('/a', 200)], 1],
    ['a request again with a renewed token', [sent('/a', 401), sent('/a', 200)], 2],
    ['two that were cut, and one that came through', [sent('/a'), sent('/a'), sent('/a', 200)], 3],
    ['a redirect, which is none', [sent('/a', 302), sent('/b', 200)], 1],
    ['pages, which are none', [sent('/a?page=1', 200), sent('/a?page=2', 200)], 1],
    ['asking whether it is ready, which is none', [sent('/a', 200), sent('/a', 200)], 1],
  ])('counts of %s', (_what, exchanges, count) => {
    expect(attemptsOf(exchanges)).toBe(count);
  });
});
