import { problem, ProblemError, toProblem } from '@patchbay/shared/base';
import type { AuthorizeAttempt } from '@patchbay/shared/connections';
import * as oauth from 'oauth4webapi';

import type { Actor } from '#http';

import { endAttempt, findAttempt, openAttempt, type Attempt } from './attempts.ts';
import { askedScopes, providerOf } from './authorize.ts';
import { readRecord } from './connection-record.ts';
import type { CredentialParts } from './credential-parts.ts';
import { keepToken } from './keep-token.ts';
import { oauthClient } from './oauth-client.ts';
import { oauthFetch } from './oauth-fetch.ts';
import { oauthProblem } from './oauth-problem.ts';
import { requestToken } from './token-grants.ts';

const INTERVAL_S = 5;

/** What the person needs for the other device. */
export interface DeviceStart {
  attempt: string;
  userCode: string;
  verificationUri: string;
  verificationUriComplete?: string;
  expiresAt: number;
  intervalS: number;
}

/** Asks the provider for a code to type in on another device. */
export async function beginDevice(
  parts: CredentialParts,
  { id, scopes, actor }: { id: string; scopes: string[]; actor: Actor },
): Promise<DeviceStart> {
  const record = await readRecord(parts, id);
  const { scheme, fields, config } = await providerOf(parts, record, 'device');
  const asked = askedScopes(scheme, record.scopes, scopes);
  const { server, client, auth } = await oauthClient(scheme, fields, config);
  const parameters: Record<string, string> =
    asked.length > 0 ? { scope: asked.join(scheme.scopeSeparator) } : {};
  const options = {
    [oauth.customFetch]: oauthFetch(parts.outbound.http),
    [oauth.allowInsecureRequests]: true,
  } as oauth.DeviceAuthorizationRequestOptions;
  try {
    const response = await oauth.deviceAuthorizationRequest(
      server,
      client,
      auth,
      parameters,
      options,
    );
    const given = await oauth.processDeviceAuthorizationResponse(server, client, response);
    const intervalS = given.interval ?? INTERVAL_S;
    const pollAt = parts.clock() + intervalS * 1000;
    const secrets = { deviceCode: given.device_code, intervalS };
    const attempt = await openAttempt(parts, {
      connectionId: id,
      userId: actor.id,
      asked,
      secrets,
      pollAt,
    });
    return {
      attempt,
      userCode: given.user_code,
      verificationUri: given.verification_uri,
      verificationUriComplete: given.verification_uri_complete,
      expiresAt: parts.clock() + given.expires_in * 1000,
      intervalS,
    };
  } catch (error) {
    throw oauthProblem(error, new URL(server.issuer).host);
  }
}

/** What became of an attempt. A device authorization asks the provider when its interval is over. */
export async function lookAtAttempt(
  parts: CredentialParts,
  id: string,
  actor: Actor,
): Promise<AuthorizeAttempt> {
  const attempt = await findAttempt(parts, id, actor.id);
  if (attempt.state !== 'open' || !(await claimPoll(parts, attempt))) return attempt.view;
  try {
    const missing = await poll(parts, attempt, actor);
    await endAttempt(parts.query, id, { missing });
  } catch (error) {
    const { code, details } = toProblem(error);
    if (
      details?.oauth === 'authorization_pending' ||
      details?.oauth === 'slow_down' ||
      code === 'unavailable'
    )
      return attempt.view;
    await endAttempt(parts.query, id, { problem: toProblem(error) });
  }
  return (await findAttempt(parts, id, actor.id)).view;
}

/** Moves the time of the next question on; false while it has not come. */
async function claimPoll(
  { query, clock }: CredentialParts,
  { id, pollAt, secrets }: Attempt,
): Promise<boolean> {
  if (pollAt === null || pollAt > clock()) return false;
  const next = clock() + (secrets.intervalS ?? INTERVAL_S) * 1000;
  const sql = 'update oauth_attempt set poll_at = ? where id = ? and poll_at = ? returning id';
  return (await query(sql, [next, id, pollAt])).length > 0;
}

async function poll(parts: CredentialParts, attempt: Attempt, actor: Actor): Promise<string[]> {
  if (attempt.expiresAt < parts.clock()) {
    throw new ProblemError(
      problem(
        'auth_expired',
        'The code was not entered in time.',
        'Start again and enter the new code.',
      ),
    );
  }
  const record = await readRecord(parts, attempt.connectionId);
  const provider = await providerOf(parts, record, 'device');
  const token = await requestToken(
    provider,
    ({ server, client, auth }, options) =>
      oauth.deviceCodeGrantRequest(server, client, auth, attempt.secrets.deviceCode ?? '', options),
    ({ server, client }, response) => oauth.processDeviceCodeResponse(server, client, response),
  );
  return keepToken(parts, { record, token, asked: attempt.asked, actor });
}
