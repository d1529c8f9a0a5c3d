import { ProblemError } from '@patchbay/shared/base';

import {
  authExpired,
  type ErrorDetail,
  invalidInput,
  networkProblem,
  rejected,
  unavailable,
} from '#sdk';

import { errorRules } from './error-rules.ts';

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
}

/** What a mail server or its client says, in plain words; undefined when it is about the network. */
export function explainError(error: unknown, host: string): ProblemError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, responseCode, response, message } = error as SmtpError;
  if (code === 'ETLS' && /STARTTLS/i.test(message)) {
    return rejected('The server does not offer STARTTLS.', {
      hint: 'Choose TLS from the start (port 465), or none inside a network of your own.',
    });
  }
  // The client puts its own code over that of Node.
  if (/certificate|altnames/i.test(message)) return certificateProblem(host);
  if (responseCode !== undefined && responseCode >= 400)
    return answerProblem(responseCode, response);
  if (code === 'EAUTH' || code === 'ENOAUTH') {
    return authExpired('The server does not offer a way to sign in.', {
      hint: 'Most servers do so only with encryption: choose it in the connection.',
    });
  }
  if (code === 'EENVELOPE') {
    return invalidInput('The message has no recipient or sender that can be used.', {
      hint: 'Give addresses such as ann@example.com or Ann <ann@example.com>.',
      field: 'to',
    });
  }
  return undefined;
}

function certificateProblem(host: string): ProblemError | undefined {
  const error = Object.assign(new Error('certificate'), { code: 'CERT_UNTRUSTED' });
  const found = networkProblem(error, host);
  return found && new ProblemError(found);
}

function answerProblem(status: number, answer = ''): ProblemError {
  const rule = errorRules.find(({ when }) => when.status?.includes(status));
  const says = answer.replace(/\s+/g, ' ').slice(0, 300);
  const message = `${rule ? rule.title : 'The server refuses'}: ${says}`;
  const detail: ErrorDetail = { hint: rule?.hint, details: { status } };
  if (status === 535 || status === 530) return authExpired(message, detail);
  return status < 500 ? unavailable(message, detail) : rejected(message, detail);
}
