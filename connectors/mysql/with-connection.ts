import type { Pool } from 'mysql2';
import type { PoolConnection } from 'mysql2/promise';

import { useClient } from '#sdk';

import { explainError } from './explain-error.ts';
import { type MysqlContext, withPool } from './pools.ts';
import { assertUndoable } from './undoable.ts';

// What the server needs to say that a statement took too long, beyond that time.
const GRACE_MS = 15_000;

/**
 * Does work on a pooled connection. When the step is over first, the statement is ended on the
 * server, not merely forgotten. Every error comes out as a `ProblemError`.
 */
export async function withConnection<Result>(
  ctx: MysqlContext,
  work: (connection: PoolConnection) => Promise<Result>,
): Promise<Result> {
  const { config, signal } = ctx;
  let cancel: (() => unknown) | undefined;
  const use = {
    signal,
    host: `${config.host}:${config.port}`,
    timeoutMs: config.statementTimeoutSeconds * 1000 + GRACE_MS,
    explain: explainError,
    end: () => cancel?.(),
  };
  return useClient(use, () =>
    withPool(ctx, async (pool) => {
      const connection = await pool.promise().getConnection();
      cancel = () => cancelStatement(pool, connection);
      try {
        return await work(connection);
      } finally {
        // Without effect once it was destroyed.
        connection.release();
        cancel = undefined;
      }
    }),
  );
}

async function cancelStatement(pool: Pool, connection: PoolConnection): Promise<void> {
  connection.destroy();
  await pool
    .promise()
    .query(`kill query ${connection.threadId}`)
    .catch(() => undefined);
}

/** Does work on a table in one transaction, which a dry run takes back. */
export function inTransaction<Result>(
  ctx: MysqlContext & { input: { table: string } },
  work: (connection: PoolConnection) => Promise<Result>,
): Promise<Result> {
  return withConnection(ctx, async (connection) => {
    if (ctx.dryRun) await assertUndoable(connection, ctx.input.table);
    await connection.beginTransaction();
    try {
      const result = await work(connection);
      await (ctx.dryRun ? connection.rollback() : connection.commit());
      return result;
    } catch (error) {
      await connection.rollback();
      throw error;
    }
  });
}
