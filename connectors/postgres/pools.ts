import { createHash } from 'node:crypto';

import type { ClientConfig, Pool } from 'pg';

import { type ActionContext, authExpired, chosenTls } from '#sdk';

import type { PostgresConfig } from './config.ts';
import { loadValueTypes } from './value-types.ts';

const CONNECT_MS = 10_000;
const IDLE_MS = 10_000;

/** The context of every action here. */
export type PostgresContext = Pick<
  ActionContext<unknown, PostgresConfig>,
  'config' | 'credential' | 'connectionId' | 'dial' | 'dryRun' | 'signal'
>;

const pools = new Map<string, Pool>();

/** How to connect: to the address that was checked, with TLS still judged by the host's name. */
export async function clientConfig(ctx: PostgresContext): Promise<ClientConfig> {
  const { config, credential } = ctx;
  if (!credential) throw authExpired('This connection has no user and password.');
  const { address } = await ctx.dial(config.host, config.port);
  return {
    host: address,
    port: config.port,
    database: config.database,
    user: credential.fields.user,
    password: credential.fields.password ?? '',
    ssl: chosenTls({ ...config, tls: config.ssl }),
    application_name: 'Patchbay',
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: config.statementTimeoutSeconds * 1000 || undefined,
    types: await loadValueTypes(),
  };
}

/** The pool of a connection; a changed setting or password makes another one. */
export async function poolOf(ctx: PostgresContext, client: ClientConfig): Promise<Pool> {
  const pg = await import('pg');
  const key = createHash('sha256')
    .update(JSON.stringify([ctx.connectionId, client, ctx.config]))
    .digest('base64');
  const known = pools.get(key);
  if (known) return known;
  const max = ctx.config.maxConnections;
  const pool = new pg.Pool({ ...client, max, idleTimeoutMillis: IDLE_MS, allowExitOnIdle: true });
  // An idle connection that the server ends is no news: the next step opens another.
  pool.on('error', () => undefined);
  pool.on('remove', () => {
    if (pool.totalCount === 0 && pool.waitingCount === 0) pools.delete(key);
  });
  pools.set(key, pool);
  return pool;
}
