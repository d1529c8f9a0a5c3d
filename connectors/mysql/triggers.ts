import type { RowDataPacket } from 'mysql2/promise';

import { newRowTrigger } from '#sdk';

import { table } from './fields.ts';
import { quoteName, quoteTable } from './identifiers.ts';
import { mysqlContext } from './live-options.ts';
import { withConnection } from './with-connection.ts';

/** New rows, by a column that only grows. */
export const newRow = newRowTrigger({
  table,
  description:
    'Starts a run for each row that is added to a table, or changed, by a column that grows.',
  quoteName,
  quoteTable,
  textType: 'char',
  parameter: '?',
  read: (ctx, sql, values) =>
    withConnection(mysqlContext(ctx), async (connection) => {
      return (await connection.execute<RowDataPacket[]>(sql, values))[0];
    }),
});
