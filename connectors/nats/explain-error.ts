import { problem, ProblemError } from '@patchbay/shared/base';

import { authExpired, networkProblem, rejected, unavailable } from '#sdk';

interface ApiError extends Error {
  code: number;
  status: number;
}

/** An error of the client or the server as a Problem in plain words. */
export function explainError(error: unknown, host: string): ProblemError | undefined {
  if (!(error instanceof Error)) return undefined;
  if (isApiError(error)) return rejected(sentence(error.message), apiDetail(error));
  const explained = tlsMissing(error, host) ?? byName(error, host);
  if (explained) return explained;
  const cause = networkProblem(error, host);
  return cause && new ProblemError(cause);
}

function byName(error: Error, host: string): ProblemError | undefined {
  switch (error.name) {
    case 'AuthorizationError':
    case 'UserAuthenticationExpiredError':
      return authExpired(`${host} refused the credential.`);
    case 'PermissionViolationError':
      return rejected(sentence(error.message), { hint: 'Grant the user this subject.' });
    case 'NoResponders':
      return rejected('Nobody answers requests on this subject.', {
        hint: 'Check the subject, and that the service that answers is up.',
      });
    case 'RequestError':
      return error.cause instanceof Error ? byName(error.cause, host) : undefined;
    case 'TimeoutError':
      return new ProblemError(
        problem('timed_out', 'There was no answer in time.', 'Try again, or wait longer.'),
      );
    case 'InvalidSubjectError':
      return rejected(sentence(error.message), { hint: 'Correct the subject.' });
    case 'ConnectionError':
    case 'ClosedConnectionError':
      return error.cause ? undefined : unavailable(`The connection to ${host} broke.`);
    default:
      return undefined;
  }
}

function tlsMissing(error: Error, host: string): ProblemError | undefined {
  if (!/\btls\b/i.test(error.message)) return undefined;
  return rejected(`TLS does not fit: ${sentence(error.message)}`, {
    hint: `Set TLS of the connection to what ${host} does.`,
  });
}

function isApiError(error: Error): error is ApiError {
  return error.name === 'JetStreamApiError' || error.name === 'StreamNotFoundError';
}

function apiDetail({ code, status }: ApiError): { hint: string; details: Record<string, unknown> } {
  return { hint: 'Check the name of the stream and the subject.', details: { code, status } };
}

function sentence(text: string): string {
  const words = text.replace(/\.?$/, '.');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
