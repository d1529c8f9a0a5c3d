import { toProblem } from '@patchbay/shared/base';
import { describe, expect, it } from 'vitest';

import { inTime } from './in-time.ts';

const never = (): Promise<never> => new Promise(() => undefined);
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => toProblem(error).code);

describe('what a person waits for', () => {
  it('gives what it gives, and fails as it fails', async () => {
    expect(await inTime(async () => 1)).toBe(1);
    const broken = inTime(() => Promise.reject(new Error('own')));
    await expect(broken).rejects.toThrow('own');
  });

  it('ends in time even if it listens to nothing', async () => {
    expect(await codeOf(inTime(never, { ms: 5 }))).toBe('timed_out');
  });

  it('ends when the person turns away, before it began or while it is under way', async () => {
    const caller = new AbortController();
    const work = codeOf(inTime(never, { caller: caller.signal }));
    caller.abort();
    expect(await work).toBe('cancelled');
    expect(await codeOf(inTime(never, { caller: caller.signal }))).toBe('cancelled');
  });

  it('lets go at once of work that listens', async () => {
    const caller = new AbortController();
    const listening = (signal: AbortSignal): Promise<never> =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    const work = codeOf(inTime(listening, { caller: caller.signal }));
    caller.abort();
    expect(await work).toBe('cancelled');
  });
});
