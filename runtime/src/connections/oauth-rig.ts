import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { noAuth, oauth2Auth } from '@patchbay/connectors/sdk';
import { agreeAtProvider } from '@patchbay/e2e/agree-at-provider';
import { CLIENT_SECRET, startOidcServer, type OidcServer } from '@patchbay/e2e/oidc-server';
import { openTestHouse, type Dialect, type TestHouse } from '@patchbay/runtime/test-house';
import type { AuthScheme } from '@patchbay/shared/catalog';
import {
  authorizeConnection,
  createConnection,
  finishAuthorization,
  OAUTH_CALLBACK,
  type AuthorizeAttempt,
  type Connection,
} from '@patchbay/shared/connections';

/** A house whose HTTP connector signs in at a real authorization server. */
export interface OAuthRig {
  oidc: OidcServer;
  house: TestHouse;
  /** A connection by one of the schemes `code`, `machine`, `signed`, `tv`. */
  connect(scheme: string, values?: Record<string, string>): Promise<Connection>;
  /** Goes to the provider with a connection, asks for `scopes` too, agrees, and comes back. */
  authorize(
    id: string,
    change?: (answer: URL) => void,
    scopes?: string[],
  ): Promise<AuthorizeAttempt>;
  stop(): Promise<void>;
}

const PUBLIC_URL = 'http://127.0.0.1:4499';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Opens it; access tokens live for `accessTokenS`. */
export async function openOAuthRig(dialect: Dialect, accessTokenS = 300): Promise<OAuthRig> {
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' };
  const oidc = await startOidcServer({
    redirectUri: PUBLIC_URL + OAUTH_CALLBACK,
    accessTokenS,
    jwk,
  });
  const folder = await mkdtemp(join(tmpdir(), 'patchbay-oauth-'));
  const file = join(folder, 'overlays.json');
  await writeFile(file, JSON.stringify({ http: { auth: schemesFor(oidc.url) } }));
  const house = await openTestHouse(dialect, {
    works: false,
    env: { CONNECTOR_OVERLAYS: file, PUBLIC_URL },
  });
  const { client } = house;
  return {
    oidc,
    house,
    connect: (scheme, values = CLIENTS[scheme] ?? {}) =>
      client.call(createConnection, {
        body: {
          name: scheme,
          connector: 'http',
          version: '1.0.0',
          config: { baseUrl: oidc.url, headers: {}, testPath: '/api/me' },
          auth: { scheme, values },
        },
      }),
    authorize: async (id, change, scopes = []) => {
      const { url } = await client.call(authorizeConnection, {
        params: { id },
        body: { scopes },
      });
      const answer = await agreeAtProvider(url);
      if (!answer) throw new Error('the provider did not send us back');
      change?.(answer);
      return client.call(finishAuthorization, { body: { query: answer.search } });
    },
    stop: async () => {
      await house.stop();
      await oidc.stop();
      await rm(folder, { recursive: true });
    },
  };
}

const CLIENTS: Record<string, Record<string, string>> = {
  code: { clientId: 'web', clientSecret: CLIENT_SECRET },
  machine: { clientId: 'machine', clientSecret: CLIENT_SECRET },
  signed: {
    clientId: 'signed',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    keyId: 'k1',
  },
  tv: { clientId: 'tv' },
};

function schemesFor(url: string): AuthScheme[] {
  const common = { tokenUrl: `${url}/token`, issuer: url };
  const scopes = ['openid', 'offline_access', 'invoices'].map((name) => ({
    name,
    title: name,
    default: true,
  }));
  return [
    oauth2Auth({
      ...common,
      id: 'code',
      grant: 'code',
      clientAuth: 'basic',
      authorizeUrl: `${url}/auth`,
      scopes,
      authorizeParams: { prompt: 'consent' },
      rotates: true,
    }),
    oauth2Auth({ ...common, id: 'machine', grant: 'client_credentials', clientAuth: 'basic' }),
    oauth2Auth({
      ...common,
      id: 'signed',
      grant: 'client_credentials',
      clientAuth: 'private_key_jwt',
    }),
    oauth2Auth({
      ...common,
      id: 'tv',
      grant: 'device',
      clientAuth: 'none',
      deviceUrl: `${url}/device/auth`,
      scopes,
    }),
    noAuth(),
  ];
}
