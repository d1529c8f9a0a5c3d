import { z } from 'zod';

import { defineAction } from '#sdk';

import { columnTypes } from './column-types.ts';
import { conditionFor } from './conditions.ts';
import { mysqlConfig } from './config.ts';
import { execute } from './execute.ts';
import { allRows, changed, row, table, where } from './fields.ts';
import { quoteName, quoteTable } from './identifiers.ts';
import { writeValue } from './value-types.ts';
import { inTransaction } from './with-connection.ts';

/** Changes rows. */
export const update = defineAction({
  title: 'Update rows',
  description: 'Sets columns of the rows that meet the conditions.',
  tags: ['change', 'edit', 'set', 'write', 'database'],
  input: z.strictObject({
    table,
    set: row
      .refine((value) => Object.keys(value).length > 0, 'name at least one column')
      .meta({
        title: 'Set',
        description: 'Column and new value.',
        minProperties: 1,
        'x-keyOptions': 'columns',
        'x-dependsOn': ['table'],
        'x-order': 2,
      }),
    where,
    allRows,
  }),
  output: changed,
  sample: { table: 'customers', set: { name: 'Ada L.' }, where: { id: 1 } },
  sampleOutput: { count: 1 },
  effects: { reads: false, destructive: true, idempotent: true, dryRun: true },
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
