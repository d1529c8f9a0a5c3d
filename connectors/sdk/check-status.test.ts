import { describe, expect, it } from 'vitest';

import { retryAfterMs, statusProblem } from './check-status.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');

describe('retryAfterMs', () => {
  it.each([
    ['120', 120_000],
    ['1.5', 1500],
    ['Mon, 23 Nov 2026 10:00:30 GMT', 30_000],
    ['Mon, 23 Nov 2026 09:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
  ])('reads "%s"', (value, ms) => {
    expect(retryAfterMs({ 'retry-after': value }, NOW)).toBe(ms);
  });
});

describe('statusProblem', () => {
  const answer = { headers: {}, url: 'https://api.example/x?key=secret' };

  it('finds nothing wrong below 400', () => {
    expect(statusProblem({ ...answer, status: 302, body: null })).toBeUndefined();
  });

  it.each([
    [{ error: { message: 'm' } }, ': m'],
    [{ error: 'm', error_description: 'd' }, ': m'],
    [{ errors: [{ detail: 'm' }] }, ': m'],
    [{ title: 'm' }, ': m'],
    ['m', ': m'],
    ['<html>', '.'],
    [null, '.'],
    [Buffer.from('x'), '.'],
  ])('takes the words of %o', (body, end) => {
    const failure = statusProblem({ ...answer, status: 418, body });
    expect(failure?.problem.message).toBe(`api.example answered 418${end}`);
    expect(JSON.stringify(failure?.problem)).not.toContain('secret');
  });

  it('backs off from 429 without a date, and from 503', () => {
    for (const [status, code] of [
      [429, 'rate_limited'],
      [503, 'unavailable'],
    ] as const) {
      const failure = statusProblem({ ...answer, status, body: null });
      expect(failure?.problem).toMatchObject({ code, retry: 'backoff' });
    }
  });

  const answers = {
    failedWhen: [
      { path: 'errors' },
      { path: 'data.result.userErrors' },
      { path: 'ok', equals: false },
    ],
    code: ['errors.0.code', 'error'],
    message: ['data.result.userErrors.0.message'],
  };
  it.each([
    [{ errors: [{ message: 'm', code: 'C' }] }, 'm', 'C'],
    [{ data: { result: { userErrors: [{ message: 'u' }] } } }, 'u', undefined],
    [{ ok: false, error: 'e' }, 'e', 'e'],
  ])('finds the error in an answer of 200: %o', (body, words, code) => {
    const failure = statusProblem({ ...answer, status: 200, body }, [], answers);
    expect(failure?.problem.message).toBe(`api.example answered with an error: ${words}`);
    expect(failure?.problem.details).toMatchObject({ status: 200, ...(code && { code }) });
  });

  it.each([{ errors: [] }, { errors: null }, { ok: true }])('finds none in %o', (body) => {
    expect(statusProblem({ ...answer, status: 200, body }, [], answers)).toBeUndefined();
  });
});
