import { z } from 'zod';

import { defineAction, rowActions, writtenRows } from '#sdk';

import { conditionFor } from './conditions.ts';
import { postgresConfig } from './config.ts';
import { allRows, returning, table, where } from './fields.ts';
import { quoteTable } from './identifiers.ts';
import { inTransaction } from './with-client.ts';

/** Deletes rows. */
export const deleteRows = defineAction({
  ...rowActions.deleteRows,
  input: z.strictObject({ table, where, allRows, returning }),
  output: writtenRows,
  sample: { table: 'public.customers', where: { id: [1, 2] } },
  config: postgresConfig,
  run: (ctx) => {
    const { input } = ctx;
    const condition = conditionFor(input.table, input, 1);
    const end = input.returning ? ' returning target.*' : '';
    const sql = `delete from ${quoteTable(input.table)} as target where ${condition.sql}${end}`;
    return inTransaction(ctx, async (client) => {
      const result = await client.query(sql, condition.values);
      return { count: result.rowCount ?? 0, rows: result.rows };
    });
  },
});
