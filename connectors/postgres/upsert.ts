import { z } from 'zod';

import { defineAction, rowActions, writtenRows } from '#sdk';

import { postgresConfig } from './config.ts';
import { keys, returning, rows, table } from './fields.ts';
import { quoteName } from './identifiers.ts';
import { inTransaction } from './with-client.ts';
import { insertRows } from './write-rows.ts';

/** Inserts rows, or updates the ones that exist. */
export const upsert = defineAction({
  ...rowActions.upsert,
  input: z.strictObject({ table, rows, keys, returning }),
  output: writtenRows,
  sample: {
    table: 'public.customers',
    rows: [{ email: 'ada@example.com', name: 'Ada' }],
    keys: ['email'],
  },
  config: postgresConfig,
  run: (ctx) => {
    const { input } = ctx;
    const list = Array.isArray(input.rows) ? input.rows : [input.rows];
    const clauseFor = (columns: string[]): string => conflictClause(input.keys, columns);
    const work = { table: input.table, rows: list, returning: input.returning };
    return inTransaction(ctx, (client) => insertRows(client, { ...work, onConflict: clauseFor }));
  },
});

function conflictClause(known: string[], columns: string[]): string {
  const changed = columns.filter((column) => !known.includes(column)).map(quoteName);
  const start = ` on conflict (${known.map(quoteName).join(', ')}) do`;
  if (changed.length === 0) return `${start} nothing`;
  return `${start} update set ${changed.map((name) => `${name} = excluded.${name}`).join(', ')}`;
}
