import { problem, ProblemError, type Problem, type ProblemCode } from '@patchbay/shared/base';
import * as oauth from 'oauth4webapi';

interface Words {
  code: ProblemCode;
  says: string;
  hint: string;
}

const CLIENT =
  'Check client id and client secret; both come from the same application at the provider.';
const AGAIN = 'Authorize the connection again.';

/** What the standard's error codes mean for the person in front of the screen. */
const ERRORS: Record<string, Words> = {
  access_denied: {
    code: 'auth_expired',
    says: 'the authorization was declined',
    hint: 'Authorize again and agree at the provider, or ask an administrator there to approve the application.',
  },
  invalid_grant: {
    code: 'auth_expired',
    says: 'what we hold is expired, revoked or used up',
    hint: AGAIN,
  },
  invalid_client: {
    code: 'auth_expired',
    says: 'it does not know this application or its secret',
    hint: CLIENT,
  },
  unauthorized_client: {
    code: 'auth_expired',
    says: 'this application may not sign in this way',
    hint: 'Allow this grant for the application at the provider.',
  },
  invalid_scope: {
    code: 'auth_expired',
    says: 'it does not grant a right that was asked for',
    hint: 'Add the scopes to the application at the provider, or ask for fewer.',
  },
  redirect_uri_mismatch: {
    code: 'auth_expired',
    says: 'the redirect address is not registered',
    hint: 'Register exactly the redirect address that Settings shows.',
  },
  unsupported_grant_type: {
    code: 'auth_expired',
    says: 'it does not offer this way to sign in',
    hint: 'Choose another way to sign in.',
  },
  expired_token: {
    code: 'auth_expired',
    says: 'the code was not entered in time',
    hint: 'Start again and enter the new code.',
  },
  server_error: { code: 'unavailable', says: 'it is in trouble', hint: 'Try again later.' },
  temporarily_unavailable: {
    code: 'unavailable',
    says: 'it is not available',
    hint: 'Try again later.',
  },
  invalid_request: { code: 'auth_expired', says: 'it did not accept the request', hint: CLIENT },
};

/** The Problem behind what the OAuth library or the way to the provider threw. */
export function oauthProblem(error: unknown, provider: string): ProblemError {
  if (error instanceof ProblemError) return error;
  if (
    error instanceof oauth.ResponseBodyError ||
    error instanceof oauth.AuthorizationResponseError
  ) {
    return new ProblemError(refusal(error.error, error.error_description, provider));
  }
  if (error instanceof oauth.WWWAuthenticateChallengeError) {
    return new ProblemError(refusal('invalid_client', undefined, provider));
  }
  const words = error instanceof Error ? error.message : 'no reason given';
  const isIssuer = /"iss"|issuer/.test(words);
  return new ProblemError(
    problem('auth_expired', `${provider} gave an answer that is not to be trusted: ${words}.`, {
      hint: isIssuer
        ? 'The answer came from another server than was asked. Do not continue; check the connector’s addresses.'
        : 'Authorize again; if it stays, check the addresses of the connector.',
    }),
  );
}

function refusal(error: string, description: string | undefined, provider: string): Problem {
  const known = Object.hasOwn(ERRORS, error) ? ERRORS[error] : undefined;
  const { code, says, hint } = known ?? {
    code: 'auth_expired' as const,
    says: `it answered "${error.slice(0, 80)}"`,
    hint: AGAIN,
  };
  const more = description ? ` It says: ${description.slice(0, 300)}` : '';
  const clock = /clock|not yet valid|\bexp\b|\biat\b|too (early|late)/i.test(description ?? '');
  return problem(code, `${provider} refused: ${says}.${more}`, {
    hint: clock ? 'The clocks differ: set the clock of this machine by NTP, then try again.' : hint,
    details: { oauth: error },
  });
}
