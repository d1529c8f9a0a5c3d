import { fillTemplate } from '@patchbay/connectors/sdk';
import { fail, type JsonObject } from '@patchbay/shared/base';
import type { OAuth2Scheme } from '@patchbay/shared/catalog';
import { importPKCS8 } from 'jose';
import * as oauth from 'oauth4webapi';

/** A client as it stands before a provider: the scheme with its addresses filled in, and who we are. */
export interface OAuthClient {
  server: oauth.AuthorizationServer;
  client: oauth.Client;
  auth: oauth.ClientAuth;
}

/** Builds the client from the connector's application or the connection's own; `invalid_input` without one. */
export async function oauthClient(
  scheme: OAuth2Scheme,
  fields: Record<string, string>,
  config: JsonObject,
): Promise<OAuthClient> {
  const { clientId } = fields;
  if (!clientId) {
    fail('invalid_input', 'There is no OAuth application for this connector yet.', {
      hint: 'Enter client id and secret here, or store them once for the connector under Settings.',
      at: { field: 'clientId' },
    });
  }
  const fill = (template: string | undefined): string | undefined =>
    template === undefined ? undefined : safeUrl(fillTemplate(template, { config, fields }));
  const tokenUrl = fill(scheme.tokenUrl) ?? '';
  const server: oauth.AuthorizationServer = {
    issuer: scheme.issuer ?? new URL(tokenUrl).origin,
    token_endpoint: tokenUrl,
    authorization_endpoint: fill(scheme.authorizeUrl),
    device_authorization_endpoint: fill(scheme.deviceUrl),
    revocation_endpoint: fill(scheme.revokeUrl),
  };
  return { server, client: { client_id: clientId ?? '' }, auth: await clientAuth(scheme, fields) };
}

/** Whether a plain address may be used at all is decided where it is dialled. */
export function safeUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal(url.hostname))))
    return text;
  return fail(
    'invalid_input',
    `The provider's address "${text.slice(0, 200)}" does not begin with https://.`,
    {
      hint: 'Correct the setting it is made of, or the connector.',
    },
  );
}

// A login page over plain http is only safe where nobody is on the line.
function isLocal(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}

async function clientAuth(
  scheme: OAuth2Scheme,
  fields: Record<string, string>,
): Promise<oauth.ClientAuth> {
  const { clientSecret = '' } = fields;
  if (scheme.grant === 'jwt_bearer') return oauth.None();
  switch (scheme.clientAuth) {
    case 'basic':
      return oauth.ClientSecretBasic(clientSecret);
    case 'post':
      return oauth.ClientSecretPost(clientSecret);
    case 'private_key_jwt': {
      const key = await importKey(fields.privateKey ?? '');
      return oauth.PrivateKeyJwt(fields.keyId ? { key, kid: fields.keyId } : key);
    }
    case 'none':
      return oauth.None();
  }
}

/** A PEM key (PKCS #8) for signing with RS256 or ES256. */
export async function importKey(pem: string): Promise<CryptoKey> {
  const text = pem.replaceAll('\\n', '\n').trim();
  for (const algorithm of ['RS256', 'ES256']) {
    const key = await importPKCS8(text, algorithm).catch(() => undefined);
    if (key) return key;
  }
  return fail('invalid_input', 'The private key can’t be read.', {
    hint: 'Paste the whole PEM text, from -----BEGIN PRIVATE KEY----- to -----END PRIVATE KEY-----.',
    at: { field: 'privateKey' },
  });
}
