import { problem, ProblemError } from '@patchbay/shared/base';

import { unavailable } from './errors.ts';
import { networkProblem } from './network-problem.ts';

/** How long a call of a protocol client may take, in milliseconds. */
const CALL_MS = 120_000;

/** A client of a protocol that is not HTTP, for one call. */
export interface ClientUse {
  signal: AbortSignal;
  /** `host:port`, for the words of an error. */
  host: string;
  /** Ends the client at once and for good; called exactly once, whatever happened. */
  end: () => void;
  /** Errors of the protocol in plain words; undefined for what it does not know. */
  explain: (error: unknown) => ProblemError | undefined;
  /** Most time of the call in milliseconds. Default two minutes. */
  timeoutMs?: number;
}

/**
 * Does work with a client that is ended in any case: after the work, when the step is aborted and
 * when it takes too long. Every error comes out as a `ProblemError`.
 */
export async function useClient<Result>(
  { signal, host, end, explain, timeoutMs = CALL_MS }: ClientUse,
  work: () => Promise<Result>,
): Promise<Result> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const stop = AbortSignal.any([signal, timeout]);
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const onStop = (): void => reject(signal.aborted ? aborted(signal.reason) : tooLong(host));
  stop.addEventListener('abort', onStop, { once: true });
  try {
    if (signal.aborted) throw aborted(signal.reason);
    return await Promise.race([work(), stopped]);
  } catch (error) {
    throw problemOf(error, { host, explain });
  } finally {
    stop.removeEventListener('abort', onStop);
    end();
  }
}

function problemOf(error: unknown, { host, explain }: Pick<ClientUse, 'host' | 'explain'>): Error {
  if (error instanceof ProblemError) return error;
  const known = explain(error);
  if (known) return known;
  const network = networkProblem(error, host);
  if (network) return new ProblemError(network);
  return unavailable(`The connection to ${host} broke.`);
}

function aborted(reason: unknown): ProblemError {
  if (reason instanceof ProblemError) return reason;
  const hint = 'Start it again if that was not intended.';
  return new ProblemError(problem('cancelled', 'The step was cancelled.', hint));
}

function tooLong(host: string): ProblemError {
  const hint = 'Try again later; ask for less at a time if it stays.';
  return new ProblemError(problem('timed_out', `${host} did not finish in time.`, hint));
}
