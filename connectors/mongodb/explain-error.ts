import type { ProblemError } from '@patchbay/shared/base';

import { authExpired, type ErrorDetail, invalidInput, rejected, ruleFor, unavailable } from '#sdk';

import { errorRules } from './error-rules.ts';

/** An error of the driver or the server as a Problem in plain words; undefined for other ones. */
export function explainError(error: unknown, host: string): ProblemError | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'MongoServerSelectionError' || error.name === 'MongoNetworkError') {
    return unreachable(error, host);
  }
  if ('code' in error && typeof error.code === 'number') return serverProblem(error, error.code);
  if (!error.name.startsWith('Mongo')) return undefined;
  return invalidInput(sentence(error.message));
}

function unreachable({ message }: Error, host: string): ProblemError {
  if (/certificate|self.signed|altname/i.test(message)) {
    return rejected(`The certificate of ${host} is not trusted: ${sentence(message)}`, {
      hint: 'Give the connection the authority of the certificate, or the name that it is for.',
    });
  }
  return unavailable(`${host} cannot be reached: ${sentence(message)}`, {
    hint: 'Check host, port and TLS of the connection, and that the server is up.',
  });
}

function serverProblem({ message }: Error, code: number): ProblemError {
  const rule = ruleFor(errorRules, { code: String(code), words: message });
  const detail: ErrorDetail = { details: { code }, ...(rule && { hint: rule.hint }) };
  const words = `${rule ? `${rule.title}: ` : ''}${sentence(message)}`;
  if (rule?.kind === 'auth_expired') return authExpired(words, detail);
  if (rule?.kind === 'unavailable') return unavailable(words, detail);
  return rule?.kind === 'invalid_input' ? invalidInput(words, detail) : rejected(words, detail);
}

function sentence(text: string): string {
  return text.trim().slice(0, 500).replace(/\.?$/, '.');
}
