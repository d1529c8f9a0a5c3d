import type { PoolConnection, RowDataPacket } from 'mysql2/promise';

import { quoteTable } from './identifiers.ts';

/** Column to type, such as `varchar(20)`. */
export type ColumnTypes = Map<string, string>;

/** The types of a table's columns, which say how JSON values are written there. */
export async function columnTypes(connection: PoolConnection, table: string): Promise<ColumnTypes> {
  const sql = `show columns from ${quoteTable(table)}`;
  const [rows] = await connection.query<(RowDataPacket & { Field: string; Type: string })[]>(sql);
  return new Map(rows.map(({ Field, Type }) => [Field, Type.toLowerCase()]));
}
