import type { ConnectionRecord } from './connection-record.ts';
import type { CredentialParts } from './credential-parts.ts';
import { readSecret } from './credential-store.ts';
import { resolveExternal } from './external-value.ts';

/** Where the secret of a connector's application stands among the credentials. */
export function appSecretId(connector: string, scheme: string): string {
  return `app.${connector}.${scheme}`;
}

/**
 * The fields of a connection with those of the connector's application under them, and with values
 * that are kept elsewhere fetched.
 */
export async function clientFieldsOf(
  parts: Pick<CredentialParts, 'vault' | 'query' | 'external'>,
  { connector, scheme }: Pick<ConnectionRecord, 'connector' | 'scheme'>,
  stored: Record<string, string>,
): Promise<Record<string, string>> {
  const own = stored.clientId ? {} : await appFields(parts, connector, scheme.id);
  return resolveExternal({ ...own, ...stored }, parts.external);
}

async function appFields(
  { vault, query }: Pick<CredentialParts, 'vault' | 'query'>,
  connector: string,
  scheme: string,
): Promise<Record<string, string>> {
  const [app] = await query<{ client_id: string }>(
    'select client_id from oauth_app where connector = ? and scheme = ?',
    [connector, scheme],
  );
  if (!app) return {};
  const secret = (await readSecret(vault, query, appSecretId(connector, scheme))) ?? {};
  return { ...secret, clientId: app.client_id };
}
