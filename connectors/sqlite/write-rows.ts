import { z } from 'zod';

import { type ActionContext, defineAction, rowActions, writtenRows } from '#sdk';

import { type SqliteConfig, sqliteConfig } from './config.ts';
import {
  allRows,
  keys,
  onConflict,
  quoteName,
  returning,
  rows,
  set,
  table,
  where,
} from './fields.ts';
import { runStatements } from './run-statements.ts';
import { conditionFor, insertRows, type Statement } from './statements.ts';

/** Inserts one row or many. */
export const insert = defineAction({
  ...rowActions.insert,
  input: z.strictObject({ table, rows, onConflict, returning }),
  output: writtenRows,
  sample: { table: 'customers', rows: { name: 'Ada', email: 'ada@example.com' } },
  config: sqliteConfig,
  run: (ctx) => {
    const { input } = ctx;
    const clause = input.onConflict === 'ignore' ? ' on conflict do nothing' : '';
    const end = { onConflict: () => clause, returning: input.returning };
    return write(ctx, insertRows(input.table, [input.rows].flat(), end));
  },
});

/** Inserts rows, or updates the ones that exist. */
export const upsert = defineAction({
  ...rowActions.upsert,
  input: z.strictObject({ table, rows, keys, returning }),
  output: writtenRows,
  sample: {
    table: 'customers',
    rows: [{ email: 'ada@example.com', name: 'Ada' }],
    keys: ['email'],
  },
  config: sqliteConfig,
  run: (ctx) => {
    const { input } = ctx;
    const clauseFor = (columns: string[]): string => conflictClause(input.keys, columns);
    const end = { onConflict: clauseFor, returning: input.returning };
    return write(ctx, insertRows(input.table, [input.rows].flat(), end));
  },
});

/** Changes rows. */
export const update = defineAction({
  ...rowActions.update,
  input: z.strictObject({ table, set, where, allRows, returning }),
  output: writtenRows,
  sample: { table: 'customers', set: { name: 'Ada L.' }, where: { id: 1 } },
  config: sqliteConfig,
  run: (ctx) => {
    const { input } = ctx;
    const condition = conditionFor(input);
    const sets = Object.keys(input.set).map((name) => `${quoteName(name)} = ?`);
    const start = `update ${quoteName(input.table)} as target set ${sets.join(', ')}`;
    const sql = `${start} where ${condition.sql}${input.returning ? ' returning *' : ''}`;
    const values: unknown[] = [...Object.values(input.set), ...condition.values];
    return write(ctx, [{ sql, runs: [values] }]);
  },
});

/** Deletes rows. */
export const deleteRows = defineAction({
  ...rowActions.deleteRows,
  input: z.strictObject({ table, where, allRows, returning }),
  output: writtenRows,
  sample: { table: 'customers', where: { id: [1, 2] } },
  config: sqliteConfig,
  run: (ctx) => {
    const { input } = ctx;
    const condition = conditionFor(input);
    const end = input.returning ? ' returning *' : '';
    const sql = `delete from ${quoteName(input.table)} as target where ${condition.sql}${end}`;
    return write(ctx, [{ sql, runs: [condition.values] }]);
  },
});

async function write(
  ctx: ActionContext<unknown, SqliteConfig>,
  statements: Statement[],
): Promise<z.output<typeof writtenRows>> {
  const results = await runStatements(ctx, statements);
  const count = results.reduce((sum, one) => sum + one.count, 0);
  return { count, rows: results.flatMap((one) => one.rows) };
}

function conflictClause(known: string[], columns: string[]): string {
  const changed = columns.filter((column) => !known.includes(column)).map(quoteName);
  const start = ` on conflict (${known.map(quoteName).join(', ')}) do`;
  if (changed.length === 0) return `${start} nothing`;
  return `${start} update set ${changed.map((name) => `${name} = excluded.${name}`).join(', ')}`;
}
