import { z } from 'zod';

import { defineAction, rowActions, writtenRows } from '#sdk';

import { postgresConfig } from './config.ts';
import { onConflict, returning, rows, table } from './fields.ts';
import { inTransaction } from './with-client.ts';
import { insertRows } from './write-rows.ts';

/** Inserts one row or many. */
export const insert = defineAction({
  ...rowActions.insert,
  input: z.strictObject({ table, rows, onConflict, returning }),
  output: writtenRows,
  sample: { table: 'public.customers', rows: { name: 'Ada', email: 'ada@example.com' } },
  config: postgresConfig,
  run: (ctx) => {
    const { input } = ctx;
    const list = Array.isArray(input.rows) ? input.rows : [input.rows];
    const end = input.onConflict === 'ignore' ? ' on conflict do nothing' : '';
    const work = { table: input.table, rows: list, returning: input.returning };
    return inTransaction(ctx, (client) => insertRows(client, { ...work, onConflict: () => end }));
  },
});
