import { fail, problem, ProblemError, toProblem } from '@patchbay/shared/base';
import type { OAuth2Scheme } from '@patchbay/shared/catalog';
import * as oauth from 'oauth4webapi';

import type { Actor } from '#http';

import { endAttempt, openAttempt, takeAttempt, type Attempt } from './attempts.ts';
import { readRecord, type ConnectionRecord } from './connection-record.ts';
import type { CredentialParts } from './credential-parts.ts';
import { readSecret } from './credential-store.ts';
import { keepToken } from './keep-token.ts';
import { clientFieldsOf } from './oauth-apps.ts';
import { oauthClient } from './oauth-client.ts';
import { oauthProblem } from './oauth-problem.ts';
import { ensureClient } from './register-client.ts';
import { requestToken, type Provider } from './token-grants.ts';

/** The connection's OAuth scheme with the client's fields; `invalid_input` for any other scheme. */
export async function providerOf(
  parts: CredentialParts,
  record: ConnectionRecord,
  grant: OAuth2Scheme['grant'],
): Promise<Provider> {
  const { scheme, config } = record;
  if (scheme.type !== 'oauth2' || scheme.grant !== grant) {
    return fail('invalid_input', 'This connection does not sign in at a provider.', {
      hint: 'Choose a way to sign in that does.',
    });
  }
  const stored = (await readSecret(parts.vault, parts.query, record.id)) ?? {};
  const fields = await clientFieldsOf(parts, record, stored);
  return { scheme, config, fields, http: parts.outbound.http, now: parts.clock() };
}

/** All that is asked for: the defaults, what was granted before, and what the person adds. */
export function askedScopes(
  scheme: OAuth2Scheme,
  granted: string[] = [],
  more: string[] = [],
): string[] {
  const defaults = scheme.scopes.filter((one) => one.default).map((one) => one.name);
  return [...new Set([...defaults, ...granted, ...more])];
}

/** The address at the provider that the person is to open, and the attempt to ask about later. */
export async function beginAuthorization(
  parts: CredentialParts,
  {
    id,
    scopes,
    actor,
    redirectUri,
  }: { id: string; scopes: string[]; actor: Actor; redirectUri: string },
): Promise<{ attempt: string; url: string }> {
  const record = await readRecord(parts, id);
  await ensureClient(parts, record, { redirectUri, actor });
  const provider = await providerOf(parts, record, 'code');
  const { scheme } = provider;
  const { server, client } = await oauthClient(scheme, provider.fields, provider.config);
  const asked = askedScopes(scheme, record.scopes, scopes);
  const [verifier, state] = [oauth.generateRandomCodeVerifier(), oauth.generateRandomState()];
  const url = new URL(server.authorization_endpoint ?? '');
  const parameters = {
    response_type: 'code',
    client_id: client.client_id,
    redirect_uri: redirectUri,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(asked.length > 0 && { scope: asked.join(scheme.scopeSeparator) }),
    ...scheme.authorizeParams,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const attempt = await openAttempt(parts, {
    connectionId: id,
    userId: actor.id,
    asked,
    state,
    secrets: { verifier, redirectUri },
  });
  return { attempt, url: url.href };
}

/**
 * What the provider sent the person back with. The state is used up by the first look at it, and must
 * belong to the person whose session asks. Gives the attempt; what went wrong is noted there.
 */
export async function finishAuthorization(
  parts: CredentialParts,
  { answer, actor }: { answer: URL; actor: Actor },
): Promise<string> {
  const attempt = await takeAttempt(parts, answer.searchParams.get('state') ?? '');
  if (!attempt || attempt.userId !== actor.id || attempt.expiresAt < parts.clock()) {
    throw new ProblemError(
      problem(
        'forbidden',
        'This authorization was not begun here, was used before, or is too old.',
        {
          hint: 'Begin again from the connection, in this browser.',
        },
      ),
    );
  }
  try {
    const missing = await exchangeCode(parts, attempt, { answer, actor });
    await endAttempt(parts.query, attempt.id, { missing });
  } catch (error) {
    await endAttempt(parts.query, attempt.id, { problem: toProblem(error) });
  }
  return attempt.id;
}

async function exchangeCode(
  parts: CredentialParts,
  attempt: Attempt,
  { answer, actor }: { answer: URL; actor: Actor },
): Promise<string[]> {
  const record = await readRecord(parts, attempt.connectionId);
  const provider = await providerOf(parts, record, 'code');
  const { verifier = '', redirectUri = '' } = attempt.secrets;
  const token = await requestToken(
    provider,
    (client, options) => {
      const parameters = checkedAnswer(provider.scheme, client, answer);
      return oauth.authorizationCodeGrantRequest(
        client.server,
        client.client,
        client.auth,
        parameters,
        redirectUri,
        verifier,
        options,
      );
    },
    ({ server, client }, response) =>
      oauth.processAuthorizationCodeResponse(server, client, response),
  );
  const account = { ...broughtBack(provider.scheme, answer), ...token.account };
  return keepToken(parts, { record, token: { ...token, account }, asked: attempt.asked, actor });
}

/** Some providers tell the account beside the code, such as the company that was chosen. */
function broughtBack({ keep }: OAuth2Scheme, answer: URL): Record<string, string> {
  const found = keep.map((name) => [name, answer.searchParams.get(name)] as const);
  return Object.fromEntries(found.filter((pair): pair is [string, string] => pair[1] !== null));
}

/** The library's own check of error, state and issuer. An `iss` we can't judge is only a claim. */
function checkedAnswer(
  scheme: OAuth2Scheme,
  { server, client }: { server: oauth.AuthorizationServer; client: oauth.Client },
  answer: URL,
): URLSearchParams {
  const url = new URL(answer);
  if (scheme.issuer === undefined) url.searchParams.delete('iss');
  try {
    // That the state is ours and unused was settled by taking the attempt.
    return oauth.validateAuthResponse(server, client, url, url.searchParams.get('state') ?? '');
  } catch (error) {
    throw oauthProblem(error, new URL(server.issuer).host);
  }
}
