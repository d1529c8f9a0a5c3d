import { problem, ProblemError } from '@patchbay/shared/base';
import type { DatabaseError } from 'pg';

import { authExpired, type ErrorDetail, networkProblem, rejected, unavailable } from '#sdk';

import { errorRules } from './error-rules.ts';
import type { PostgresContext } from './pools.ts';

/** Any error of the driver as a Problem in plain words; what we threw ourselves passes. */
export function explainError(error: unknown, ctx: PostgresContext): unknown {
  if (error instanceof ProblemError) return error;
  if (ctx.signal.aborted) return aborted(ctx.signal.reason);
  const host = `${ctx.config.host}:${ctx.config.port}`;
  if (isDatabaseError(error)) return databaseProblem(error);
  const network = networkProblem(error, host);
  if (network) return new ProblemError(network);
  return driverProblem(error instanceof Error ? error.message : '', host);
}

// By its shape, for the driver is loaded at its first use.
function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && 'severity' in error && 'routine' in error;
}

function aborted(reason: unknown): ProblemError {
  if (reason instanceof ProblemError) return reason;
  const hint = 'Start it again if that was not intended.';
  return new ProblemError(problem('cancelled', 'The statement was cancelled.', hint));
}

function databaseProblem(error: DatabaseError): ProblemError {
  const code = error.code ?? '';
  const rule =
    errorRules.find(({ when }) => when.code === code) ??
    errorRules.find(({ when }) => when.code === code.slice(0, 2));
  const title = rule ? `${rule.title}: ` : '';
  const detail = error.detail ? ` ${error.detail}` : '';
  const message = `${title}${error.message}.${detail}`;
  return failureOf(code, message, { hint: rule?.hint ?? error.hint, details: facts(error) });
}

function failureOf(code: string, message: string, detail: ErrorDetail): ProblemError {
  if (code === '57014') {
    const { hint = '', details } = detail;
    return new ProblemError(problem('timed_out', message, { hint, details, retry: 'never' }));
  }
  if (code === '28P01' || code === '28000') return authExpired(message, detail);
  return /^(08|40|53|57)/.test(code) ? unavailable(message, detail) : rejected(message, detail);
}

function facts(error: DatabaseError): Record<string, unknown> {
  const { code, schema, table, column, constraint, position } = error;
  return JSON.parse(JSON.stringify({ code, schema, table, column, constraint, position }));
}

// The driver's own errors have no codes, only texts.
function driverProblem(text: string, host: string): ProblemError {
  if (/does not support SSL/i.test(text)) {
    return rejected(`The server at ${host} does not offer TLS.`, {
      hint: 'Turn TLS on at the server, or off in the connection if the network between is your own.',
    });
  }
  if (/timeout/i.test(text)) return unavailable(`${host} did not accept a connection in time.`);
  return unavailable(`The connection to ${host} broke.`);
}
