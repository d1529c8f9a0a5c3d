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

/** Signed requests are refused by clocks that differ more; less is what networks and rounding make. */
const CLOCK_OFF_MS = 120_000;

/**
 * The Problem behind what the OAuth library or the way to the provider threw. `aheadMs`: how far our
 * clock is ahead of the provider's, as its answer told.
 */
export function oauthProblem(error: unknown, provider: string, aheadMs = 0): ProblemError {
  if (error instanceof ProblemError) return error;
  if (
    error instanceof oauth.ResponseBodyError ||
    error instanceof oauth.AuthorizationResponseError
  ) {
    const { error: code, error_description: description } = error;
    return new ProblemError(refusal({ error: code, description, provider, aheadMs }));
  }
  if (error instanceof oauth.WWWAuthenticateChallengeError) {
    return new ProblemError(refusal({ error: 'invalid_client', provider, aheadMs }));
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

interface Refusal {
  error: string;
  description?: string;
  provider: string;
  aheadMs: number;
}

function refusal({ error, description, provider, aheadMs }: Refusal): Problem {
  const known = Object.hasOwn(ERRORS, error) ? ERRORS[error] : undefined;
  const { code, says, hint } = known ?? {
    code: 'auth_expired' as const,
    says: `it answered "${error.slice(0, 80)}"`,
    hint: AGAIN,
  };
  const more = description ? ` It says: ${description.slice(0, 300)}` : '';
  return problem(code, `${provider} refused: ${says}.${more}`, {
    hint: clockWords(provider, aheadMs) ?? hint,
    details: { oauth: error },
  });
}

/** What is refused while the clocks differ is refused for that, whatever the words of the refusal. */
function clockWords(provider: string, aheadMs: number): string | undefined {
  if (Number.isNaN(aheadMs) || Math.abs(aheadMs) < CLOCK_OFF_MS) return undefined;
  const minutes = Math.round(Math.abs(aheadMs) / 60_000);
  const way = aheadMs > 0 ? 'ahead of' : 'behind';
  return `The clock of this machine is ${minutes} minutes ${way} that of ${provider}: set it by NTP, then try again.`;
}
