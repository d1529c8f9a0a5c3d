import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Provider, type Configuration } from 'oidc-provider';

/** The secret of every client that has one. */
export const CLIENT_SECRET = 'a-client-secret-of-32-characters';

/** What the token endpoint does to a request instead of answering it. */
export type Disturbance = 'hang' | 'html' | 'down';

/** A certified authorization server on loopback, and an API that takes its tokens. */
export interface OidcServer {
  /** The issuer; its endpoints are `/auth`, `/token`, `/device/auth`. */
  url: string;
  /** Grants the token endpoint gave, in order; refused ones end in `!`. */
  grants: string[];
  /** How many calls the API refused. */
  refused(): number;
  disturb(how: Disturbance | undefined): void;
  /** Ends every token that was given: what revoking at the provider does. */
  revokeAll(): Promise<void>;
  /** Ends one access token, as its time does; the refresh token stays good. */
  endToken(value: string): Promise<void>;
  stop(): Promise<void>;
}

interface OidcOptions {
  /** Where codes may be sent to. */
  redirectUri: string;
  /** Seconds an access token lives. Default 300. */
  accessTokenS?: number;
  /** What may be asked for beside `openid` and `offline_access`. */
  scopes?: string[];
  /** Public key of the client `signed`. */
  jwk?: object;
  /** Takes clients it has never heard of, and gives them tokens for any resource, for these scopes. */
  open?: { scope: string };
}

/** Starts it. Clients: `web` (code), `machine` (client credentials), `signed` (private key), `tv` (device). */
export async function startOidcServer(options: OidcOptions): Promise<OidcServer> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = quietly(() => new Provider(url, configuration(options)));
  const grants: string[] = [];
  const tokens = new Set<{ destroy(): Promise<void> }>();
  provider.on('grant.success', (ctx) => grants.push(String(ctx.oidc.params?.grant_type)));
  provider.on('grant.error', (ctx) => grants.push(`${String(ctx.oidc.params?.grant_type)}!`));
  provider.on('access_token.saved', (token) => tokens.add(token));
  provider.on('client_credentials.saved', (token) => tokens.add(token));
  provider.on('refresh_token.saved', (token) => tokens.add(token));
  let disturbance: Disturbance | undefined;
  let refused = 0;
  const handle = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/api/')) {
      void answerApi(provider, request.headers.authorization ?? '', response).then(
        (ok) => (refused += ok ? 0 : 1),
      );
    } else if (disturbance && request.url?.startsWith('/token')) disturbed(response, disturbance);
    else void handle(request, response);
  });
  return {
    url,
    grants,
    refused: () => refused,
    disturb: (how) => void (disturbance = how),
    revokeAll: async () => {
      await Promise.all([...tokens].map((token) => token.destroy()));
      tokens.clear();
    },
    endToken: async (value) => {
      const token = await provider.AccessToken.find(value);
      await token?.destroy();
    },
    stop: () => stop(server),
  };
}

function configuration({
  redirectUri,
  accessTokenS = 300,
  scopes = ['invoices', 'contacts'],
  jwk,
  open,
}: OidcOptions): Configuration {
  return {
    clients: clientsOf(redirectUri, jwk),
    scopes: ['openid', 'offline_access', ...scopes],
    features: {
      clientCredentials: { enabled: true },
      deviceFlow: { enabled: true },
      revocation: { enabled: true },
      ...(open && {
        registration: { enabled: true },
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: () => ({ scope: open.scope, accessTokenFormat: 'opaque' }),
        },
      }),
    },
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    ttl: {
      AccessToken: accessTokenS,
      ClientCredentials: accessTokenS,
      RefreshToken: 3600,
      Grant: 3600,
      Session: 3600,
      Interaction: 600,
      IdToken: 600,
      DeviceCode: 600,
      AuthorizationCode: 60,
    },
    findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    cookies: { keys: ['only for this test'] },
  };
}

function clientsOf(redirectUri: string, jwk: object | undefined): Configuration['clients'] {
  const secret = { client_secret: CLIENT_SECRET };
  const none = { redirect_uris: [], response_types: [] as never[] };
  return [
    {
      client_id: 'web',
      ...secret,
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code', 'refresh_token'],
    },
    { client_id: 'machine', ...secret, ...none, grant_types: ['client_credentials'] },
    ...(jwk
      ? [
          {
            client_id: 'signed',
            ...none,
            grant_types: ['client_credentials'],
            token_endpoint_auth_method: 'private_key_jwt' as const,
            jwks: { keys: [jwk] },
          },
        ]
      : []),
    {
      client_id: 'tv',
      ...none,
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
    },
  ];
}

/** `GET /api/me` answers who a live token is for, everything else 401. */
async function answerApi(
  provider: Provider,
  authorization: string,
  response: ServerResponse,
): Promise<boolean> {
  const value = authorization.replace(/^Bearer /, '');
  const token =
    (await provider.AccessToken.find(value)) ?? (await provider.ClientCredentials.find(value));
  const isLive = token?.isValid ?? false;
  response.writeHead(isLive ? 200 : 401, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify(
      isLive ? { client: token?.clientId, name: 'Demo Ltd' } : { error: 'invalid_token' },
    ),
  );
  return isLive;
}

function disturbed(response: ServerResponse, how: Disturbance): void {
  if (how === 'down') response.destroy();
  if (how === 'html') response.setHeader('content-type', 'text/html').end('<h1>Oops</h1>');
}

/** Its warnings are about the development pages, which are just what the tests are to click through. */
function quietly<T>(make: () => T): T {
  const { info, warn } = console;
  Object.assign(console, { info: () => undefined, warn: () => undefined });
  try {
    return make();
  } finally {
    Object.assign(console, { info, warn });
  }
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
