import { problem, ProblemError } from '@patchbay/shared/base';

/** What a connector can add to an error: what to do next, and machine-readable facts. */
export interface ErrorDetail {
  hint?: string;
  /** The input field the error is about. */
  field?: string;
  /** The other side's status or code, and an excerpt of its answer. Never a secret. */
  details?: Record<string, unknown>;
}

/** The credential was refused; trying again with the same one does not help. */
export function authExpired(message: string, detail: ErrorDetail = {}): ProblemError {
  const hint = 'Open the connection and enter the credential again.';
  return new ProblemError(problem('auth_expired', message, { hint, ...parts(detail) }));
}

/** The other side asks for a pause of `afterMs`; without one, the usual backoff applies. */
export function rateLimited(
  afterMs: number | undefined,
  message = 'The other system asks us to slow down.',
  detail: ErrorDetail = {},
): ProblemError {
  const hint = 'Patchbay waits and tries again by itself.';
  const retry = afterMs === undefined ? {} : { retry: { after: Math.max(0, Math.round(afterMs)) } };
  return new ProblemError(problem('rate_limited', message, { hint, ...retry, ...parts(detail) }));
}

/** The step's input is wrong; the person has to change it. */
export function invalidInput(message: string, detail: ErrorDetail = {}): ProblemError {
  const hint = 'Change the input of this step.';
  return new ProblemError(problem('invalid_input', message, { hint, ...parts(detail) }));
}

/** The other side did not answer, or is in trouble; trying again later may help. */
export function unavailable(message: string, detail: ErrorDetail = {}): ProblemError {
  const hint = 'Try again later; check that the other system is up.';
  return new ProblemError(problem('unavailable', message, { hint, ...parts(detail) }));
}

/** The other side understood and said no (a missing record, a broken rule); never retried. */
export function rejected(message: string, detail: ErrorDetail = {}): ProblemError {
  const hint = 'Read what the other system says, then change the input of this step.';
  return new ProblemError(problem('rejected', message, { hint, ...parts(detail) }));
}

function parts({ hint, field, details }: ErrorDetail): {
  hint?: string;
  at?: { field: string };
  details?: Record<string, unknown>;
} {
  return { ...(hint && { hint }), ...(field && { at: { field } }), ...(details && { details }) };
}
