import { fillTemplate, textOf, valueAt, type Http } from '@patchbay/connectors/sdk';
import { fail, type JsonObject } from '@patchbay/shared/base';
import type { AuthSchemeOf, OAuth2Scheme } from '@patchbay/shared/catalog';
import { SignJWT } from 'jose';
import * as oauth from 'oauth4webapi';

import { importKey, oauthClient, type OAuthClient } from './oauth-client.ts';
import { oauthFetch } from './oauth-fetch.ts';
import { oauthProblem } from './oauth-problem.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const ASSERTION_S = 300;

/** What a token endpoint gave, in our words. Times in ms since 1970. */
export interface TokenSet {
  accessToken: string;
  /** Absent when the answer held none: the one before stays good. */
  refreshToken?: string;
  endsAt?: number;
  /** Absent when the answer did not say: as asked. */
  scopes?: string[];
  /** The fields the scheme keeps. */
  account: Record<string, string>;
}

/** A scheme with all that a request at its provider needs. */
export interface Provider<S = OAuth2Scheme> {
  scheme: S;
  fields: Record<string, string>;
  config: JsonObject;
  http: Http;
  now: number;
}

type Send = (client: OAuthClient, options: oauth.TokenEndpointRequestOptions) => Promise<Response>;
type Process = (client: OAuthClient, response: Response) => Promise<oauth.TokenEndpointResponse>;

/** Performs one request at the token endpoint and reads the answer. */
export async function requestToken(
  { scheme, fields, config, http, now }: Provider,
  send: Send,
  process: Process,
): Promise<TokenSet> {
  const client = await oauthClient(scheme, fields, config);
  let raw: Record<string, unknown> = {};
  let date: string | undefined;
  const seen = (answer: Record<string, unknown>, sentAt: string | undefined): void => {
    raw = answer;
    date = sentAt;
  };
  const options = {
    [oauth.customFetch]: oauthFetch(http, { tokenPath: scheme.tokenPath, seen }),
    [oauth.allowInsecureRequests]: true,
    additionalParameters: scheme.tokenParams,
  } as oauth.TokenEndpointRequestOptions;
  try {
    const answer = await process(client, await send(client, options));
    return tokenSet(scheme, { answer, raw, now });
  } catch (error) {
    const aheadMs = date === undefined ? 0 : now - Date.parse(date);
    throw oauthProblem(error, new URL(client.server.issuer).host, aheadMs);
  }
}

function tokenSet(
  scheme: OAuth2Scheme,
  {
    answer,
    raw,
    now,
  }: { answer: oauth.TokenEndpointResponse; raw: Record<string, unknown>; now: number },
): TokenSet {
  const seconds = answer.expires_in ?? scheme.lifetimeS;
  const kept = scheme.keep.map(
    (path) => [path.split('.').at(-1) ?? path, valueAt(raw, path)] as const,
  );
  const present = kept.filter(([, value]) => value !== undefined && value !== null);
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    ...(seconds !== undefined && { endsAt: now + seconds * 1000 }),
    ...(answer.scope && { scopes: answer.scope.split(/[\s,]+/).filter(Boolean) }),
    account: Object.fromEntries(present.map(([name, value]) => [name, textOf(value)])),
  };
}

/** A token by the refresh token. */
export function refreshGrant(provider: Provider, refreshToken: string): Promise<TokenSet> {
  return requestToken(
    provider,
    ({ server, client, auth }, options) =>
      oauth.refreshTokenGrantRequest(server, client, auth, refreshToken, options),
    ({ server, client }, response) => oauth.processRefreshTokenResponse(server, client, response),
  );
}

/** A token for the application itself. */
export function clientGrant(provider: Provider, scopes: string[]): Promise<TokenSet> {
  const scope = scopes.join(provider.scheme.scopeSeparator);
  return requestToken(
    provider,
    ({ server, client, auth }, options) =>
      oauth.clientCredentialsGrantRequest(
        server,
        client,
        auth,
        { ...(scope && { scope }), ...provider.scheme.tokenParams },
        options,
      ),
    ({ server, client }, response) =>
      oauth.processClientCredentialsResponse(server, client, response),
  );
}

/** A token for an assertion that the service account signs (RFC 7523). */
export async function assertionGrant(provider: Provider, scopes: string[]): Promise<TokenSet> {
  const { scheme, fields, config, now } = provider;
  const key = await importKey(fields.privateKey ?? '');
  const scope = scopes.join(scheme.scopeSeparator);
  const audience = scheme.tokenParams.audience ?? fillTemplate(scheme.tokenUrl, { config, fields });
  const jwt = new SignJWT({ ...(scope && { scope }) })
    .setProtectedHeader({
      alg: key.algorithm.name === 'ECDSA' ? 'ES256' : 'RS256',
      typ: 'JWT',
      ...(fields.keyId && { kid: fields.keyId }),
    })
    .setIssuer(fields.clientId ?? '')
    .setSubject(fields.subject || (fields.clientId ?? ''))
    .setAudience(audience)
    .setIssuedAt(Math.floor(now / 1000))
    .setExpirationTime(Math.floor(now / 1000) + ASSERTION_S);
  const assertion = await jwt.sign(key);
  return requestToken(
    provider,
    ({ server, client, auth }, options) =>
      oauth.genericTokenEndpointRequest(
        server,
        client,
        auth,
        JWT_BEARER,
        { assertion, ...(scope && { scope }) },
        options,
      ),
    ({ server, client }, response) =>
      oauth.processGenericTokenEndpointResponse(server, client, response),
  );
}

/** A token by a login call, for a `tokenExchange` scheme. */
export async function loginGrant({
  scheme,
  fields,
  config,
  http,
  now,
}: Provider<AuthSchemeOf<'tokenExchange'>>): Promise<TokenSet> {
  const { request } = scheme;
  const fill = (text: string): string => fillTemplate(text, { config, fields });
  const answer = await http.request({
    method: request.method,
    url: fill(request.url),
    headers: mapTexts(request.headers ?? {}, fill) as Record<string, string>,
    ...(request.body && {
      body: mapTexts(request.body, fill),
      bodyType: request.bodyType ?? 'json',
    }),
  });
  const host = new URL(answer.url).host;
  const token = answer.status < 400 ? valueAt(answer.body, scheme.tokenPath) : undefined;
  if (typeof token !== 'string' || token === '') {
    const refused = answer.status === 400 || answer.status === 401 || answer.status === 403;
    return fail(
      refused ? 'auth_expired' : 'unavailable',
      `${host} gave no token for this login (status ${answer.status}).`,
      {
        hint: refused
          ? 'Enter user and password, or the keys, again.'
          : 'Try again later; check the address of the login.',
      },
    );
  }
  const seconds =
    Number(scheme.expiresPath === undefined ? NaN : valueAt(answer.body, scheme.expiresPath)) ||
    scheme.lifetimeS;
  return {
    accessToken: token,
    account: {},
    ...(seconds !== undefined && { endsAt: now + seconds * 1000 }),
  };
}

function mapTexts(value: unknown, fill: (text: string) => string): unknown {
  if (typeof value === 'string') return fill(value);
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, fill));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, mapTexts(one, fill)]),
  );
}
