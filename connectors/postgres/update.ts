import { z } from 'zod';

import { defineAction } from '#sdk';

import { conditionFor } from './conditions.ts';
import { postgresConfig } from './config.ts';
import { allRows, returning, row, table, where, written } from './fields.ts';
import { quoteName, quoteTable } from './identifiers.ts';
import { inTransaction } from './with-client.ts';

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
    returning,
  }),
  output: written,
  sample: { table: 'public.customers', set: { name: 'Ada L.' }, where: { id: 1 } },
  effects: { reads: false, destructive: true, idempotent: true, dryRun: true },
  config: postgresConfig,
  run: (ctx) => {
    const { input } = ctx;
    const target = quoteTable(input.table);
    const condition = conditionFor(input.table, input, 2);
    const names = Object.keys(input.set).map(quoteName);
    const sets = names.map((name) => `${name} = source.${name}`).join(', ');
    const source = `jsonb_populate_record(null::${target}, $1::jsonb) as source`;
    const end = input.returning ? ' returning target.*' : '';
    const sql = `update ${target} as target set ${sets} from ${source} where ${condition.sql}${end}`;
    return inTransaction(ctx, async (client) => {
      const result = await client.query(sql, [JSON.stringify(input.set), ...condition.values]);
      return { count: result.rowCount ?? 0, rows: result.rows };
    });
  },
});
