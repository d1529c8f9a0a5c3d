import { z } from 'zod';

import { defineAction, rowActions } from '#sdk';

import { columnTypes } from './column-types.ts';
import { conditionFor } from './conditions.ts';
import { mysqlConfig } from './config.ts';
import { execute } from './execute.ts';
import { allRows, changed, set, table, where } from './fields.ts';
import { quoteName, quoteTable } from './identifiers.ts';
import { writeValue } from './value-types.ts';
import { inTransaction } from './with-connection.ts';

/** Changes rows. */
export const update = defineAction({
  ...rowActions.update,
  input: z.strictObject({ table, set, where, allRows }),
  output: changed,
  sample: { table: 'customers', set: { name: 'Ada L.' }, where: { id: 1 } },
  sampleOutput: { count: 1 },
  config: mysqlConfig,
  run: (ctx) =>
    inTransaction(ctx, async (connection) => {
      const { input } = ctx;
      const types = await columnTypes(connection, input.table);
      const condition = conditionFor(input, types);
      const names = Object.keys(input.set);
      const sets = names.map((name) => `${quoteName(name)} = ?`).join(', ');
      const values = names.map((name) => writeValue(input.set[name], types.get(name) ?? ''));
      const sql = `update ${quoteTable(input.table)} set ${sets} where ${condition.sql}`;
      const result = await execute(connection, sql, [...values, ...condition.values]);
      return { count: result.affectedRows };
    }),
});
