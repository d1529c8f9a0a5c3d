import type { PoolConnection, RowDataPacket } from 'mysql2/promise';

import { invalidInput } from '#sdk';

import { tableParts } from './identifiers.ts';

type Row = RowDataPacket & { undoes: string; engine: string };

/** Refuses a dry run on a table whose engine keeps what a transaction takes back. */
export async function assertUndoable(connection: PoolConnection, table: string): Promise<void> {
  const parts = tableParts(table);
  const [rows] = await connection.query<Row[]>(
    `select e.transactions as undoes, t.engine as engine from information_schema.tables t
     join information_schema.engines e on e.engine = t.engine
     where t.table_schema = coalesce(?, database()) and t.table_name = ?`,
    [parts.length > 1 ? parts[0] : null, parts.at(-1)],
  );
  const [found] = rows;
  // What is not there fails by itself, in better words.
  if (!found || found.undoes === 'YES') return;
  throw invalidInput(`A dry run cannot be taken back: ${table} is a ${found.engine} table.`, {
    field: 'table',
    hint: 'Send it for real, or change the table to InnoDB.',
  });
}
