import { z } from 'zod';

import { type ActionContext, defineAction } from '#sdk';

import { type SqliteConfig, sqliteConfig } from './config.ts';
import { allRows, quoteName, returning, row, rows, table, where, written } from './fields.ts';
import { runStatements } from './run-statements.ts';
import { conditionFor, insertRows, type Statement } from './statements.ts';

const tags = ['write', 'database'];

/** Inserts one row or many. */
export const insert = defineAction({
  title: 'Insert rows',
  description: 'Adds one row or many to a table, all or none.',
  tags: ['create', 'add', ...tags],
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
  sample: { table: 'customers', rows: { name: 'Ada', email: 'ada@example.com' } },
  effects: { reads: false, dryRun: true },
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
  title: 'Insert or update rows',
  description: 'Adds rows, and updates those whose key exists. Safe to run twice.',
  tags: ['upsert', 'merge', 'sync', ...tags],
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
    table: 'customers',
    rows: [{ email: 'ada@example.com', name: 'Ada' }],
    keys: ['email'],
  },
  effects: { reads: false, idempotent: true, dryRun: true },
  config: sqliteConfig,
  run: (ctx) => {
    const { input } = ctx;
    const onConflict = (columns: string[]): string => conflictClause(input.keys, columns);
    const end = { onConflict, returning: input.returning };
    return write(ctx, insertRows(input.table, [input.rows].flat(), end));
  },
});

/** Changes rows. */
export const update = defineAction({
  title: 'Update rows',
  description: 'Sets columns of the rows that meet the conditions.',
  tags: ['change', 'edit', 'set', ...tags],
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
  sample: { table: 'customers', set: { name: 'Ada L.' }, where: { id: 1 } },
  effects: { reads: false, destructive: true, idempotent: true, dryRun: true },
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
  title: 'Delete rows',
  description: 'Deletes the rows that meet the conditions.',
  tags: ['remove', 'erase', ...tags],
  input: z.strictObject({ table, where, allRows, returning }),
  output: written,
  sample: { table: 'customers', where: { id: [1, 2] } },
  effects: { reads: false, destructive: true, idempotent: true, dryRun: true },
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
): Promise<z.output<typeof written>> {
  const results = await runStatements(ctx, statements);
  const count = results.reduce((sum, one) => sum + one.count, 0);
  return { count, rows: results.flatMap((one) => one.rows) };
}

function conflictClause(keys: string[], columns: string[]): string {
  const changed = columns.filter((column) => !keys.includes(column)).map(quoteName);
  const start = ` on conflict (${keys.map(quoteName).join(', ')}) do`;
  if (changed.length === 0) return `${start} nothing`;
  return `${start} update set ${changed.map((name) => `${name} = excluded.${name}`).join(', ')}`;
}
