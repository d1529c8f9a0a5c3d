import type { PoolConnection, ResultSetHeader } from 'mysql2/promise';

// mysql2 names its own type for these, which is narrower than what it takes.
type Values = Parameters<PoolConnection['execute']>[1];

/** Runs a statement that writes; values go as parameters of a prepared statement. */
export async function execute(
  connection: PoolConnection,
  sql: string,
  values: unknown[],
): Promise<ResultSetHeader> {
  const [result] = await connection.execute<ResultSetHeader>(sql, values as Values);
  return result;
}
