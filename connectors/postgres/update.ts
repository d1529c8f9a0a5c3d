import { z } from 'zod';

import { defineAction, rowActions, writtenRows } from '#sdk';

import { conditionFor } from './conditions.ts';
import { postgresConfig } from './config.ts';
import { allRows, returning, set, table, where } from './fields.ts';
import { quoteName, quoteTable } from './identifiers.ts';
import { inTransaction } from './with-client.ts';

/** Changes rows. */
export const update = defineAction({
  ...rowActions.update,
  input: z.strictObject({ table, set, where, allRows, returning }),
  output: writtenRows,
  sample: { table: 'public.customers', set: { name: 'Ada L.' }, where: { id: 1 } },
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
