import { problem, ProblemError } from '@patchbay/shared/base';

import { authExpired, type ErrorDetail, rejected, unavailable } from '#sdk';

import { errorRules } from './error-rules.ts';

interface ServerError extends Error {
  code?: string;
  errno?: number;
  sqlState?: string;
  sqlMessage?: string;
}

const AUTH = ['ER_ACCESS_DENIED_ERROR', 'ER_DBACCESS_DENIED_ERROR'];
const TRANSIENT = [
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CON_COUNT_ERROR',
  'ER_TOO_MANY_USER_CONNECTIONS',
  'ER_SERVER_SHUTDOWN',
  'PROTOCOL_CONNECTION_LOST',
];
// The driver knows MySQL's names only.
const MARIADB_NAMES: Record<number, string> = {
  1927: 'PROTOCOL_CONNECTION_LOST',
  1969: 'ER_STATEMENT_TIMEOUT',
  4025: 'ER_CONSTRAINT_FAILED',
};
const TOO_LONG = ['ER_STATEMENT_TIMEOUT', 'ER_QUERY_TIMEOUT', 'ER_QUERY_INTERRUPTED'];

/** An error of the server or the driver as a Problem in plain words; undefined for any other. */
export function explainError(error: unknown): ProblemError | undefined {
  if (!isServerError(error)) return undefined;
  const { errno = 0, sqlState } = error;
  const code = MARIADB_NAMES[errno] ?? error.code ?? '';
  const rule = errorRules.find(({ when }) => when.code === code);
  if (!rule && error.sqlMessage === undefined) return undefined;
  const title = rule ? `${rule.title}: ` : '';
  const message = `${title}${error.sqlMessage ?? error.message}.`;
  return failureOf(code, message, { hint: rule?.hint, details: { code, errno, sqlState } });
}

function failureOf(code: string, message: string, detail: ErrorDetail): ProblemError {
  if (TOO_LONG.includes(code)) {
    const { hint = '', details } = detail;
    return new ProblemError(problem('timed_out', message, { hint, details, retry: 'never' }));
  }
  if (AUTH.includes(code)) return authExpired(message, detail);
  return TRANSIENT.includes(code) ? unavailable(message, detail) : rejected(message, detail);
}

function isServerError(error: unknown): error is ServerError {
  return error instanceof Error && ('code' in error || 'errno' in error);
}
