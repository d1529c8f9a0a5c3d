import { problem, ProblemError } from '@patchbay/shared/base';

/** One abort signal for a whole request: the caller's, or the time limit, whichever comes first. */
export interface Deadline {
  signal: AbortSignal;
  /** The Problem for an abort by this deadline; undefined while it has not aborted. */
  problem(): ProblemError | undefined;
  /** Releases the timer and the listener. */
  done(): void;
}

/** Starts the clock. `host` is for the words. */
export function startDeadline(host: string, ms: number, caller?: AbortSignal): Deadline {
  const controller = new AbortController();
  let reason: ProblemError | undefined;
  const stop = (why: ProblemError): void => {
    reason ??= why;
    controller.abort(why);
  };
  const cancel = (): void => stop(cancelled(host, caller?.reason));
  const timer = setTimeout(() => stop(timedOut(host, ms)), ms);
  if (caller?.aborted) cancel();
  else caller?.addEventListener('abort', cancel, { once: true });
  return {
    signal: controller.signal,
    problem: () => reason,
    done: () => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', cancel);
    },
  };
}

// Whoever aborts with a Problem has said it better than we can.
function cancelled(host: string, why: unknown): ProblemError {
  if (why instanceof ProblemError) return why;
  const hint = 'Start it again if that was not intended.';
  return new ProblemError(problem('cancelled', `The request to ${host} was stopped.`, hint));
}

function timedOut(host: string, ms: number): ProblemError {
  const hint = 'Raise the time limit of the step, or ask for less at a time.';
  const message = `${host} did not finish answering within ${ms / 1000} s.`;
  return new ProblemError(problem('timed_out', message, hint));
}
