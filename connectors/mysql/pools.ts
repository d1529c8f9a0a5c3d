import { connect } from 'node:net';

import type { Pool, PoolOptions } from 'mysql2';

import { type ActionContext, authExpired, clientKey, keepClients } from '#sdk';

import type { MysqlConfig } from './config.ts';
import { readValue } from './value-types.ts';

const CONNECT_MS = 10_000;

/** The context of every action here. */
export type MysqlContext = Pick<
  ActionContext<unknown, MysqlConfig>,
  'config' | 'credential' | 'connectionId' | 'dial' | 'dryRun' | 'signal'
>;

const pools = keepClients<Pool>({
  isOpen: () => true,
  close: (pool) => pool.promise().end(),
  idleMs: 10_000,
});

/** Does work with the pool of this connection, which goes to the address that was checked. */
export async function withPool<Result>(
  ctx: MysqlContext,
  work: (pool: Pool) => Promise<Result>,
): Promise<Result> {
  const { config, credential } = ctx;
  if (!credential) throw authExpired('This connection has no user and password.');
  const { address } = await ctx.dial(config.host, config.port);
  return pools.use(clientKey(ctx, address), () => openPool(ctx, address), work);
}

async function openPool({ config, credential }: MysqlContext, address: string): Promise<Pool> {
  const { createPool } = await import('mysql2');
  const pool = createPool({
    // The name, by which TLS judges the certificate; the socket goes to the address.
    host: config.host,
    stream: () => connect({ host: address, port: config.port, keepAlive: true, noDelay: true }),
    database: config.database,
    user: credential?.fields.user,
    password: credential?.fields.password ?? '',
    ssl: tlsOf(config),
    connectTimeout: CONNECT_MS,
    connectionLimit: config.maxConnections,
    charset: 'utf8mb4',
    timezone: 'Z',
    supportBigNumbers: true,
    dateStrings: true,
    typeCast: readValue,
  });
  pool.on('connection', (connection) => {
    const ms = Math.round(config.statementTimeoutSeconds * 1000);
    // A connection that breaks at once tells the statement that is sent on it.
    connection.query(sessionSettings(ms), () => undefined);
  });
  return pool;
}

// Comments that only MariaDB, or only MySQL, executes: each has its own name for the time limit.
function sessionSettings(ms: number): string {
  const mariadb = `/*M!100101 , max_statement_time = ${ms / 1000} */`;
  const mysql = `/*!50708 , max_execution_time = ${ms} */`;
  return `set session time_zone = '+00:00' ${mariadb} ${mysql}`;
}

function tlsOf({ tls, ca }: MysqlConfig): PoolOptions['ssl'] {
  if (tls === 'disable') return undefined;
  if (tls === 'require') return { rejectUnauthorized: false };
  return { ca: ca || undefined, rejectUnauthorized: true, verifyIdentity: true };
}
