import { problem, ProblemError } from '@patchbay/shared/base';

const LONGEST_MS = 60_000;
/** Whoever listens to the signal gets this long to say itself how it ended. */
const GRACE_MS = 250;

interface Limits {
  ms?: number;
  /** Fires when whoever asked is gone. */
  caller?: AbortSignal;
}

/**
 * Does what a person waits for: it ends after a minute, or as soon as the person turns away, also
 * when the work listens to no signal. Throws a `ProblemError` that says which it was.
 */
export async function inTime<T>(
  work: (signal: AbortSignal) => Promise<T>,
  { ms = LONGEST_MS, caller }: Limits = {},
): Promise<T> {
  const ending = new AbortController();
  const { promise: over, reject } = Promise.withResolvers<never>();
  let timer: NodeJS.Timeout;
  const stop = (why: ProblemError): void => {
    clearTimeout(timer);
    timer = setTimeout(() => reject(why), GRACE_MS);
    ending.abort(why);
  };
  const cancel = (): void => stop(cancelled());
  timer = setTimeout(() => stop(tooLong(ms)), ms);
  caller?.addEventListener('abort', cancel, { once: true });
  if (caller?.aborted) cancel();
  try {
    return await Promise.race([work(ending.signal), over]);
  } catch (error) {
    throw ending.signal.aborted ? ending.signal.reason : error;
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener('abort', cancel);
  }
}

function cancelled(): ProblemError {
  const hint = 'It may have been done all the same: look there before you send it again.';
  return new ProblemError(problem('cancelled', 'The call was stopped before its answer.', hint));
}

function tooLong(ms: number): ProblemError {
  const hint = 'Ask for less at a time, or look whether the other system is well.';
  const message = `There was no answer within ${ms / 1000} s.`;
  return new ProblemError(problem('timed_out', message, hint));
}
