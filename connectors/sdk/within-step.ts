import { problem, ProblemError } from '@patchbay/shared/base';

import type { ActionContext } from './context.ts';
import { unavailable } from './errors.ts';
import { networkProblem } from './network-problem.ts';

/** What `withinStep` needs to know of the work. */
export interface Limits {
  /** As the person knows it, for words: `mail.example.com:993`. */
  host: string;
  /** Milliseconds for all of it. Default 60 000. */
  timeoutMs?: number;
  /** Puts an error of the protocol into words; undefined when it is not one. */
  explain?: (error: unknown) => ProblemError | undefined;
  /** Ends what the work left open when the step is over before it. */
  abandon?: () => unknown;
}

/**
 * Does work on another system that ends with the step or its time limit, whatever the client library
 * does. Every error comes out as a `ProblemError` in words.
 */
export async function withinStep<Result>(
  { signal }: Pick<ActionContext, 'signal'>,
  limits: Limits,
  work: () => Promise<Result>,
): Promise<Result> {
  const { host, timeoutMs = 60_000, explain, abandon } = limits;
  const late = timedOut(host, timeoutMs);
  const timer = new AbortController();
  const timeout = setTimeout(() => timer.abort(late), timeoutMs);
  const over = AbortSignal.any([signal, timer.signal]);
  try {
    over.throwIfAborted();
    return await Promise.race([work(), untilAborted(over)]);
  } catch (error) {
    if (over.aborted) abandon?.();
    throw over.aborted ? abortProblem(over.reason) : inWords(error, host, explain);
  } finally {
    clearTimeout(timeout);
  }
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** What a call ends with when its signal was aborted for this reason. */
export function abortProblem(reason: unknown): ProblemError {
  if (reason instanceof ProblemError) return reason;
  const hint = 'Start it again if that was not intended.';
  return new ProblemError(problem('cancelled', 'The call was cancelled.', hint));
}

function inWords(error: unknown, host: string, explain: Limits['explain']): ProblemError {
  if (error instanceof ProblemError) return error;
  const known = explain?.(error);
  if (known) return known;
  const network = networkProblem(error, host);
  return network ? new ProblemError(network) : unavailable(`The connection to ${host} broke.`);
}

function timedOut(host: string, ms: number): ProblemError {
  const message = `${host} did not answer within ${Math.round(ms / 1000)} seconds.`;
  return new ProblemError(problem('timed_out', message, 'Check that the other system is well.'));
}
