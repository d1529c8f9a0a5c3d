import type { ClientConfig, PoolClient } from 'pg';

import { explainError } from './explain-error.ts';
import { clientConfig, poolOf, type PostgresContext } from './pools.ts';

/**
 * Does work on a pooled connection. When the step is aborted the statement is cancelled on the
 * server, not merely forgotten. Every error comes out as a `ProblemError`.
 */
export async function withClient<Result>(
  ctx: PostgresContext,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  try {
    const config = await clientConfig(ctx);
    const pool = await poolOf(ctx, config);
    const client = await pool.connect();
    return await useClient(client, work, { config, signal: ctx.signal });
  } catch (error) {
    throw explainError(error, ctx);
  }
}

/** Does work in one transaction, which a dry run takes back. */
export function inTransaction<Result>(
  ctx: PostgresContext,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  return withClient(ctx, async (client) => {
    await client.query('begin');
    try {
      const result = await work(client);
      await client.query(ctx.dryRun ? 'rollback' : 'commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  });
}

async function useClient<Result>(
  client: PoolClient,
  work: (client: PoolClient) => Promise<Result>,
  { config, signal }: { config: ClientConfig; signal: AbortSignal },
): Promise<Result> {
  let cancelling = Promise.resolve();
  const cancel = (): void => {
    cancelling = cancelStatement(client, config);
  };
  let broken: Error | undefined;
  // A connection that dies while we hold it rejects the query; unheard, the event would end us.
  const onLost = (error: Error): void => void (broken = error);
  client.on('error', onLost);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    signal.throwIfAborted();
    return await work(client);
  } finally {
    signal.removeEventListener('abort', cancel);
    // Only then may others have it: a late cancel would hit their statement.
    await cancelling;
    client.off('error', onLost);
    client.release(broken);
  }
}

async function cancelStatement(client: PoolClient, config: ClientConfig): Promise<void> {
  const { processID } = client as PoolClient & { processID: number };
  const { Client } = await import('pg');
  const helper = new Client(config);
  helper.on('error', () => undefined);
  try {
    await helper.connect();
    await helper.query('select pg_cancel_backend($1)', [processID]);
  } catch {
    // The server's own time limit ends the statement.
  } finally {
    await helper.end();
  }
}
