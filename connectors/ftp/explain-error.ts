import type { ProblemError } from '@patchbay/shared/base';
import type { FTPError } from 'basic-ftp';

import { authExpired, rejected, unavailable } from '#sdk';

import { errorRules } from './error-rules.ts';

// A server that knows no TLS answers so to AUTH: a command it does not know or allow.
const NO_TLS = [500, 502, 504, 534];

/** What the server says, in plain words; undefined when it is about the network. */
export function explainError(error: unknown): ProblemError | undefined {
  if (isAnswer(error)) return answerProblem(error);
  if (error instanceof Error && /returned another host/.test(error.message)) {
    return rejected('The server sends its data over another host, which is not followed.', {
      hint: 'Set the passive address of the server to the one it is reached at, or let it answer to EPSV.',
    });
  }
  if (error instanceof Error && /^Timeout/i.test(error.message)) {
    return unavailable('The server stopped answering.');
  }
  return undefined;
}

/** True for a refusal of the server; by its name, for the client is loaded at its first use. */
export function isAnswer(error: unknown): error is FTPError {
  return error instanceof Error && error.name === 'FTPError';
}

function answerProblem({ code, message }: FTPError): ProblemError {
  const tls = NO_TLS.includes(code) && /AUTH|TLS|SSL|command|login/i.test(message);
  const rule = errorRules.find(({ when }) => when.status?.includes(tls ? 534 : code));
  const words = `${rule ? rule.title : 'The server refuses'}: ${message.slice(0, 300)}`;
  const detail = { hint: rule?.hint, details: { status: code } };
  if (code === 530) return authExpired(words, detail);
  return code < 500 ? unavailable(words, detail) : rejected(words, detail);
}
