import type { PoolConnection } from 'mysql2/promise';

import type { Row } from '#sdk';

import { columnTypes } from './column-types.ts';
import { execute } from './execute.ts';
import { quoteName, quoteTable } from './identifiers.ts';
import { writeValue } from './value-types.ts';

// The protocol counts parameters in 16 bits.
const MOST_PARAMETERS = 60_000;

/** What was written. */
export interface Written {
  count: number;
  insertId?: number | string;
}

/** Rows for a table, and what follows the rows in the statement (`on duplicate key …`). */
export interface Insert {
  table: string;
  rows: Row[];
  onDuplicate: (columns: string[]) => string;
}

/**
 * Inserts rows with as few statements as there are sets of columns; a column that a row does not
 * name gets its default.
 */
export async function insertRows(connection: PoolConnection, insert: Insert): Promise<Written> {
  const types = await columnTypes(connection, insert.table);
  const written: Written = { count: insert.rows.length };
  const groups = Map.groupBy(insert.rows, (row) => JSON.stringify(Object.keys(row).toSorted()));
  for (const [names, rows] of groups) {
    const columns = JSON.parse(names) as string[];
    const start = `insert into ${quoteTable(insert.table)} (${columns.map(quoteName).join(', ')})`;
    const place = `(${columns.map(() => '?').join(', ')})`;
    for (const some of chunks(rows, columns.length)) {
      const places = some.map(() => place).join(', ');
      const sql = `${start} values ${places}${insert.onDuplicate(columns)}`;
      const values = some.flatMap((row) => columns.map((name) => [name, row[name]] as const));
      const plain = values.map(([name, value]) => writeValue(value, types.get(name) ?? ''));
      const { insertId } = await execute(connection, sql, plain);
      written.insertId ??= insertId || undefined;
    }
  }
  return written;
}

function chunks(rows: Row[], columns: number): Row[][] {
  const size = Math.floor(MOST_PARAMETERS / Math.max(1, columns));
  const count = Math.ceil(rows.length / size);
  return Array.from({ length: count }, (_, index) => rows.slice(index * size, (index + 1) * size));
}
