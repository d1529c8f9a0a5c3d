import type { PoolClient, QueryResult } from 'pg';

import type { Row } from '#sdk';

import { quoteName, quoteTable } from './identifiers.ts';

/** What was written. */
export interface Written {
  count: number;
  rows: Row[];
}

/** Rows for a table, and what follows the rows in the statement (`on conflict …`). */
export interface Insert {
  table: string;
  rows: Row[];
  returning: boolean;
  onConflict: (columns: string[]) => string;
}

/**
 * Inserts rows with one statement for each set of columns. The rows travel as a single JSON value
 * that the server turns into the table's own types, so nothing depends on how a driver writes values,
 * and a column that a row does not name gets its default.
 */
export async function insertRows(client: PoolClient, insert: Insert): Promise<Written> {
  const written: Written = { count: 0, rows: [] };
  for (const [names, rows] of groupByColumns(insert.rows)) {
    const columns = JSON.parse(names) as string[];
    for (const result of await insertGroup(client, { ...insert, rows }, columns)) {
      written.count += result.rowCount ?? 0;
      written.rows.push(...result.rows);
    }
  }
  return written;
}

async function insertGroup(
  client: PoolClient,
  { table, rows, returning, onConflict }: Insert,
  columns: string[],
): Promise<QueryResult<Row>[]> {
  const target = quoteTable(table);
  const end = `${onConflict(columns)}${returning ? ' returning *' : ''}`;
  if (columns.length === 0)
    return insertDefaults(client, rows, `insert into ${target} default values${end}`);
  const names = columns.map(quoteName).join(', ');
  const source = `jsonb_populate_recordset(null::${target}, $1::jsonb)`;
  const sql = `insert into ${target} (${names}) select ${names} from ${source}${end}`;
  return [await client.query<Row>(sql, [JSON.stringify(rows)])];
}

async function insertDefaults(
  client: PoolClient,
  rows: Row[],
  sql: string,
): Promise<QueryResult<Row>[]> {
  const results: QueryResult<Row>[] = [];
  // Without a column there is nothing to select from: one statement for each row.
  while (results.length < rows.length) results.push(await client.query<Row>(sql));
  return results;
}

function groupByColumns(rows: Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, (row) => JSON.stringify(Object.keys(row).toSorted()));
}
