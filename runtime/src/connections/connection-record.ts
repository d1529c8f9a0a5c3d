import type { Connector } from '@patchbay/connectors/sdk';
import { fail, type Json, type JsonObject } from '@patchbay/shared/base';
import type { AuthScheme } from '@patchbay/shared/catalog';
import type { ConnectionStatus, Forecast } from '@patchbay/shared/connections';

import type { Catalogue } from '#catalog';
import type { Query } from '#db';

import type { TokenSet } from './token-grants.ts';

/** A connection as a call needs it, with its scheme looked up. */
export interface ConnectionRecord {
  id: string;
  connector: string;
  version: string;
  config: JsonObject;
  scheme: AuthScheme;
  status: ConnectionStatus;
  account: Record<string, string>;
  scopes: string[] | undefined;
}

interface Row {
  id: string;
  connector: string;
  version: string;
  config: string | JsonObject;
  auth_scheme: string;
  status: ConnectionStatus;
  account: string | Record<string, string> | null;
  scopes: string | string[] | null;
}

/** Reads a connection; throws words when it is gone, or for another connector than `of`. */
export async function readRecord(
  { query, catalogue }: { query: Query; catalogue: Catalogue },
  id: string,
  of?: Connector,
): Promise<ConnectionRecord> {
  const [row] = await query<Row>(
    'select id, connector, version, config, auth_scheme, status, account, scopes from connection where id = ?',
    [id],
  );
  const at = { field: 'connection' };
  if (!row)
    return fail('not_found', 'The connection of this step is gone.', {
      hint: 'Choose another connection in the step.',
      at,
    });
  if (of && row.connector !== of.manifest.id)
    return fail('invalid_input', 'The connection of this step is for another connector.', {
      hint: 'Choose a connection that fits.',
      at,
    });
  const { manifest } = of ?? (await catalogue.find(query, row.connector, row.version));
  const scheme = manifest.auth.find((one) => one.id === row.auth_scheme);
  if (!scheme)
    return fail(
      'invalid_input',
      `${manifest.name} does not know the way to sign in "${row.auth_scheme}".`,
      {
        hint: 'Open the connection and choose another way to sign in.',
        at,
      },
    );
  const { connector, version, status } = row;
  const account = parsed(row.account) ?? {};
  return {
    id,
    connector,
    version,
    status,
    scheme,
    config: parsed(row.config),
    account,
    scopes: parsed(row.scopes) ?? undefined,
  };
}

// PostgreSQL gives JSON columns as values, SQLite as text.
function parsed<T>(value: string | T): T {
  return typeof value === 'string' ? (JSON.parse(value) as T) : value;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Notes beside a connection what a new token says: the account, its scopes, its ends. */
export async function storeToken(
  query: Query,
  {
    record,
    token,
    values,
    now,
  }: { record: ConnectionRecord; token: TokenSet; values: Record<string, string>; now: number },
): Promise<void> {
  const account = { ...record.account, ...token.account };
  const scopes = token.scopes ?? record.scopes ?? null;
  const forecast = tokenForecast(record.scheme, values, now);
  await query(
    'update connection set account = ?, scopes = ?, refresh_at = ?, forecast = ? where id = ?',
    [
      JSON.stringify(account),
      JSON.stringify(scopes satisfies Json),
      refreshTime(token.endsAt, now) ?? null,
      JSON.stringify(forecast ?? null),
      record.id,
    ],
  );
}

/**
 * Ahead of the token's end: a tenth of its life, at least 5 s and at most 10 minutes, and spread, so
 * that a thousand connections made together are not refreshed together.
 */
export function refreshTime(endsAt: number | undefined, now: number): number | undefined {
  if (endsAt === undefined) return undefined;
  const margin = marginOf(endsAt - now);
  return endsAt - margin * (1 + Math.random());
}

/** Within this many ms before its end a token is not used any more. */
export function marginOf(lifeMs: number): number {
  return Math.min(5 * MINUTE_MS, Math.max(1000, lifeMs / 20));
}

/** When nobody can renew it any more, as far as the provider documents it. */
function tokenForecast(
  scheme: AuthScheme,
  values: Record<string, string>,
  now: number,
): Forecast | undefined {
  if (
    scheme.type !== 'oauth2' ||
    scheme.grant === 'client_credentials' ||
    scheme.grant === 'jwt_bearer'
  )
    return undefined;
  if (values.refreshToken && scheme.refreshLifetimeS)
    return { at: now + scheme.refreshLifetimeS * 1000, because: 'provider' };
  const endsAt = Number(values.tokenEndsAt);
  return !values.refreshToken && endsAt > 0 ? { at: endsAt, because: 'provider' } : undefined;
}

/** Less than this before the forecast end a connection counts as expiring. */
export const EXPIRING_MS = 7 * DAY_MS;
