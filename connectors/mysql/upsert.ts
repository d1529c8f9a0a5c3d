import { z } from 'zod';

import { defineAction, rowActions } from '#sdk';

import { mysqlConfig } from './config.ts';
import { inserted, rows, table } from './fields.ts';
import { quoteName } from './identifiers.ts';
import { inTransaction } from './with-connection.ts';
import { insertRows } from './write-rows.ts';

/** Inserts rows, or updates the ones that exist. */
export const upsert = defineAction({
  ...rowActions.upsert,
  description:
    'Adds rows, and updates those whose primary or unique key exists. Safe to run twice.',
  input: z.strictObject({ table, rows }),
  output: inserted,
  sample: { table: 'customers', rows: [{ email: 'ada@example.com', name: 'Ada' }] },
  sampleOutput: { count: 1, insertId: 1 },
  config: mysqlConfig,
  run: (ctx) => {
    const { input } = ctx;
    const list = Array.isArray(input.rows) ? input.rows : [input.rows];
    return inTransaction(ctx, (connection) =>
      insertRows(connection, { table: input.table, rows: list, onDuplicate: takeNew }),
    );
  },
});

// `values()` is what both MySQL and MariaDB understand.
function takeNew(columns: string[]): string {
  const sets = columns.map(quoteName).map((name) => `${name} = values(${name})`);
  return sets.length === 0 ? '' : ` on duplicate key update ${sets.join(', ')}`;
}
