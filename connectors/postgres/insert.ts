import { z } from 'zod';

import { defineAction } from '#sdk';

import { postgresConfig } from './config.ts';
import { returning, rows, table, written } from './fields.ts';
import { inTransaction } from './with-client.ts';
import { insertRows } from './write-rows.ts';

/** Inserts one row or many. */
export const insert = defineAction({
  title: 'Insert rows',
  description: 'Adds one row or many to a table, all or none.',
  tags: ['create', 'add', 'write', 'database'],
  input: z.strictObject({
    table,
    rows,
    onConflict: z
      .enum(['error', 'ignore'])
      .default('error')
      .meta({
        title: 'When a row exists already',
        description:
          'A step can run again after a crash. "Ignore" makes that harmless where the table has a unique key that the rows fill in.',
        'x-enumTitles': ['Fail', 'Ignore the new row'],
        'x-order': 3,
      }),
    returning,
  }),
  output: written,
  sample: { table: 'public.customers', rows: { name: 'Ada', email: 'ada@example.com' } },
  effects: { reads: false, dryRun: true },
  config: postgresConfig,
  run: (ctx) => {
    const { input } = ctx;
    const list = Array.isArray(input.rows) ? input.rows : [input.rows];
    const end = input.onConflict === 'ignore' ? ' on conflict do nothing' : '';
    const work = { table: input.table, rows: list, returning: input.returning };
    return inTransaction(ctx, (client) => insertRows(client, { ...work, onConflict: () => end }));
  },
});
