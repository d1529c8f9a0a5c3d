import { z } from 'zod';

import { defineAction, rowActions } from '#sdk';

import { mysqlConfig } from './config.ts';
import { inserted, onConflict, rows, table } from './fields.ts';
import { quoteName } from './identifiers.ts';
import { inTransaction } from './with-connection.ts';
import { insertRows } from './write-rows.ts';

/** Inserts one row or many. */
export const insert = defineAction({
  ...rowActions.insert,
  input: z.strictObject({ table, rows, onConflict }),
  output: inserted,
  sample: { table: 'customers', rows: { name: 'Ada', email: 'ada@example.com' } },
  sampleOutput: { count: 1, insertId: 1 },
  config: mysqlConfig,
  run: (ctx) => {
    const { input } = ctx;
    const list = Array.isArray(input.rows) ? input.rows : [input.rows];
    const onDuplicate = input.onConflict === 'ignore' ? keepOld : () => '';
    return inTransaction(ctx, (connection) =>
      insertRows(connection, { table: input.table, rows: list, onDuplicate }),
    );
  },
});

// Not `insert ignore`, which swallows every other error too.
function keepOld([first]: string[]): string {
  return first ? ` on duplicate key update ${quoteName(first)} = ${quoteName(first)}` : '';
}
