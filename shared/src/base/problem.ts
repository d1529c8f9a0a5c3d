import { z } from 'zod';

/**
 * Every way something can go wrong, as a table: whose fault it is, whether trying again helps,
 * and the HTTP status it travels with. Codes are part of our interface: add, never rename.
 */
export const PROBLEMS = {
  // what a person or a caller sent
  invalid_input: { fault: 'user', retry: 'never', status: 400 },
  json_malformed: { fault: 'user', retry: 'never', status: 400 },
  json_too_deep: { fault: 'user', retry: 'never', status: 400 },
  json_forbidden_key: { fault: 'user', retry: 'never', status: 400 },
  too_large: { fault: 'user', retry: 'never', status: 413 },
  unsupported_media: { fault: 'user', retry: 'never', status: 415 },
  not_signed_in: { fault: 'user', retry: 'never', status: 401 },
  bad_signature: { fault: 'user', retry: 'never', status: 401 },
  forbidden: { fault: 'user', retry: 'never', status: 403 },
  not_found: { fault: 'user', retry: 'never', status: 404 },
  method_not_allowed: { fault: 'user', retry: 'never', status: 405 },
  conflict: { fault: 'user', retry: 'never', status: 409 },
  too_many_requests: { fault: 'user', retry: 'backoff', status: 429 },
  // what a flow says
  flow_invalid: { fault: 'user', retry: 'never', status: 422 },
  expression_invalid: { fault: 'user', retry: 'never', status: 422 },
  expression_failed: { fault: 'user', retry: 'never', status: 422 },
  expression_limit: { fault: 'user', retry: 'never', status: 422 },
  flow_failed: { fault: 'user', retry: 'never', status: 422 },
  depth_limit: { fault: 'user', retry: 'never', status: 422 },
  // what another system answered
  auth_expired: { fault: 'remote', retry: 'never', status: 502 },
  rate_limited: { fault: 'remote', retry: 'backoff', status: 502 },
  unavailable: { fault: 'remote', retry: 'backoff', status: 502 },
  rejected: { fault: 'remote', retry: 'never', status: 502 },
  address_blocked: { fault: 'user', retry: 'never', status: 422 },
  timed_out: { fault: 'remote', retry: 'backoff', status: 504 },
  // what befell us
  cancelled: { fault: 'user', retry: 'never', status: 409 },
  quarantined: { fault: 'ours', retry: 'never', status: 500 },
  not_ready: { fault: 'ours', retry: 'backoff', status: 503 },
  internal: { fault: 'ours', retry: 'backoff', status: 500 },
} as const satisfies Record<string, { fault: Fault; retry: Retry; status: number }>;

export type ProblemCode = keyof typeof PROBLEMS;
export type Fault = 'user' | 'remote' | 'ours';
/** `after` is a wait in milliseconds that the other side asked for. */
export type Retry = 'never' | 'backoff' | { after: number };

/** Where in the person's work the problem sits, so that a view can point at it. */
export const placeSchema = z.object({
  node: z.string().optional(),
  field: z.string().optional(),
  /** Character offset in the expression, from 0. */
  offset: z.number().int().optional(),
  run: z.string().optional(),
});
export type Place = z.infer<typeof placeSchema>;

/** The one error value, the same in a step, in a log and (as RFC 9457) on the wire. */
export const problemSchema = z.object({
  code: z.custom<ProblemCode>((v) => typeof v === 'string' && Object.hasOwn(PROBLEMS, v)),
  fault: z.enum(['user', 'remote', 'ours']),
  retry: z.union([z.literal('never'), z.literal('backoff'), z.object({ after: z.number() })]),
  /** What happened, in words a person reads. */
  message: z.string(),
  /** What to do next. */
  hint: z.string(),
  at: placeSchema.optional(),
  /** HTTP status or error code of the other side, and any machine-readable rest. */
  details: z.record(z.string(), z.any()).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** Makes a Problem whose fault and retry come from the table; `rest` overrides or adds. */
export function problem(
  code: ProblemCode,
  message: string,
  rest: string | (Partial<Omit<Problem, 'code' | 'message'>> & { hint: string }),
): Problem {
  const { fault, retry } = PROBLEMS[code];
  return { code, fault, retry, message, ...(typeof rest === 'string' ? { hint: rest } : rest) };
}

/** A Problem as something to throw, for the unexpected and for guard clauses in commands. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(value: Problem) {
    super(value.message);
    this.name = 'ProblemError';
    this.problem = value;
  }
}

/** Throws a Problem: `fail('not_found', 'There is no flow x.', 'Check the address.')`. */
export function fail(...args: Parameters<typeof problem>): never {
  throw new ProblemError(problem(...args));
}

/** The Problem behind anything thrown. What is not ours to explain becomes `internal`, without its text. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return problem('internal', 'Something went wrong on our side.', {
    hint: 'Try again. If it stays, the log holds the details.',
  });
}
