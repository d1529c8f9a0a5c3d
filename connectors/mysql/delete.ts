import { z } from 'zod';

import { defineAction, rowActions } from '#sdk';

import { columnTypes } from './column-types.ts';
import { conditionFor } from './conditions.ts';
import { mysqlConfig } from './config.ts';
import { execute } from './execute.ts';
import { allRows, changed, table, where } from './fields.ts';
import { quoteTable } from './identifiers.ts';
import { inTransaction } from './with-connection.ts';

/** Deletes rows. */
export const deleteRows = defineAction({
  ...rowActions.deleteRows,
  input: z.strictObject({ table, where, allRows }),
  output: changed,
  sample: { table: 'customers', where: { id: [1, 2] } },
  sampleOutput: { count: 2 },
  config: mysqlConfig,
  run: (ctx) =>
    inTransaction(ctx, async (connection) => {
      const { input } = ctx;
      const condition = conditionFor(input, await columnTypes(connection, input.table));
      const sql = `delete from ${quoteTable(input.table)} where ${condition.sql}`;
      const result = await execute(connection, sql, condition.values);
      return { count: result.affectedRows };
    }),
});
