import { z } from 'zod';

import { defineAction } from '#sdk';

import { postgresConfig } from './config.ts';
import { returning, rows, table, written } from './fields.ts';
import { quoteName } from './identifiers.ts';
import { inTransaction } from './with-client.ts';
import { insertRows } from './write-rows.ts';

/** Inserts rows, or updates the ones that exist. */
export const upsert = defineAction({
  title: 'Insert or update rows',
  description: 'Adds rows, and updates those whose key exists. Safe to run twice.',
  tags: ['upsert', 'merge', 'sync', 'write', 'database'],
  input: z.strictObject({
    table,
    rows,
    keys: z
      .array(z.string().meta({ 'x-options': 'columns', 'x-dependsOn': ['table'] }))
      .min(1)
      .meta({
        title: 'Key columns',
        description: 'Columns that say whether a row exists. They need a unique index together.',
        'x-order': 3,
      }),
    returning,
  }),
  output: written,
  sample: {
    table: 'public.customers',
    rows: [{ email: 'ada@example.com', name: 'Ada' }],
    keys: ['email'],
  },
  effects: { reads: false, idempotent: true, dryRun: true },
  config: postgresConfig,
  run: (ctx) => {
    const { input } = ctx;
    const list = Array.isArray(input.rows) ? input.rows : [input.rows];
    const onConflict = (columns: string[]): string => conflictClause(input.keys, columns);
    const work = { table: input.table, rows: list, returning: input.returning };
    return inTransaction(ctx, (client) => insertRows(client, { ...work, onConflict }));
  },
});

function conflictClause(keys: string[], columns: string[]): string {
  const changed = columns.filter((column) => !keys.includes(column)).map(quoteName);
  const start = ` on conflict (${keys.map(quoteName).join(', ')}) do`;
  if (changed.length === 0) return `${start} nothing`;
  return `${start} update set ${changed.map((name) => `${name} = excluded.${name}`).join(', ')}`;
}
