import { rejected, unavailable, type Http } from '@patchbay/connectors/sdk';
import { isObject } from '@patchbay/shared/base';
import type { OAuth2Scheme } from '@patchbay/shared/catalog';

import { record as audit } from '#audit';
import type { Actor } from '#http';

import type { ConnectionRecord } from './connection-record.ts';
import { SYSTEM } from './connection-status.ts';
import type { CredentialParts } from './credential-parts.ts';
import { readSecret, writeSecret } from './credential-store.ts';
import { appSecretId, clientFieldsOf } from './oauth-apps.ts';
import { safeUrl } from './oauth-client.ts';

const TIMEOUT_MS = 20_000;
const METHODS = {
  basic: 'client_secret_basic',
  post: 'client_secret_post',
  none: 'none',
  private_key_jwt: '',
};

/**
 * Registers us at a provider that takes clients it has never heard of (RFC 7591), as MCP servers have
 * theirs do, when nobody stored an application. It is kept for the connector, and Settings lists it.
 */
export async function ensureClient(
  parts: CredentialParts,
  record: ConnectionRecord,
  { redirectUri, actor }: { redirectUri: string; actor: Actor },
): Promise<void> {
  const { scheme } = record;
  if (scheme.type !== 'oauth2' || !scheme.registerUrl || !METHODS[scheme.clientAuth]) return;
  const stored = (await readSecret(parts.vault, parts.query, record.id)) ?? {};
  if ((await clientFieldsOf(parts, record, stored)).clientId) return;
  const client = await register(parts.outbound.http, scheme, redirectUri);
  await keepClient(parts, record, { ...client, actor });
}

interface Registered {
  clientId: string;
  clientSecret?: string;
}

async function register(
  http: Http,
  { registerUrl = '', clientAuth, scopes }: OAuth2Scheme,
  redirectUri: string,
): Promise<Registered> {
  const url = safeUrl(registerUrl);
  const asked = scopes.map(({ name }) => name).join(' ');
  const { status, body } = await http.request({
    method: 'POST',
    url,
    body: {
      client_name: 'Patchbay',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: METHODS[clientAuth],
      ...(asked !== '' && { scope: asked }),
    },
    bodyType: 'json',
    timeoutMs: TIMEOUT_MS,
  });
  const { host } = new URL(url);
  const answer = isObject(body) ? body : {};
  const { client_id: clientId, client_secret: clientSecret } = answer;
  const hint =
    'Register an application at the provider yourself, and store it for the connector under Settings.';
  if (status >= 500)
    throw unavailable(`${host} could not register Patchbay: it answered ${status}.`);
  if (status >= 300 || typeof clientId !== 'string' || clientId === '') {
    const said = [answer.error_description, answer.error].find((one) => typeof one === 'string');
    throw rejected(`${host} did not register Patchbay${said ? `: ${said}` : '.'}`, { hint });
  }
  return { clientId, ...(typeof clientSecret === 'string' && { clientSecret }) };
}

/** Of two people who sign in at the same time for the first time, the first keeps the registration. */
async function keepClient(
  { db, vault, clock }: CredentialParts,
  { connector, scheme }: ConnectionRecord,
  { clientId, clientSecret, actor }: Registered & { actor: Actor },
): Promise<void> {
  const at = clock();
  await db.unit(async (em, query) => {
    const inserted = await query(
      `insert into oauth_app (connector, scheme, client_id, set_at, set_by) values (?, ?, ?, ?, ?)
       on conflict (connector, scheme) do nothing returning connector`,
      [connector, scheme.id, clientId, at, actor.name],
    );
    if (inserted.length === 0) return;
    audit(em, {
      actor: SYSTEM,
      subject: `connector:${connector}`,
      action: 'connections.registeredClient',
      at,
      details: { by: actor.name, scheme: scheme.id },
    });
    if (clientSecret === undefined) return;
    const id = appSecretId(connector, scheme.id);
    await writeSecret(vault, query, { id, values: { clientSecret }, by: actor, at });
  });
}
