import { z } from 'zod';

import { defineAction } from '#sdk';

import { mysqlConfig } from './config.ts';
import { inserted, rows, table } from './fields.ts';
import { quoteName } from './identifiers.ts';
import { inTransaction } from './with-connection.ts';
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
  }),
  output: inserted,
  sample: { table: 'customers', rows: { name: 'Ada', email: 'ada@example.com' } },
  sampleOutput: { count: 1, insertId: 1 },
  effects: { reads: false, dryRun: true },
  config: mysqlConfig,
  run: (ctx) => {
    const { input } = ctx;
    const list = Array.isArray(input.rows) ? input.rows : [input.rows];
    const onDuplicate = input.onConflict === 'ignore' ? keepOld : () => '';
    return inTransaction(ctx, (connection) =>
      insertRows(connection, { table: input.table, rows: list, onDuplicate }),
    );
  },
});

// Not `insert ignore`, which swallows every other error too.
function keepOld([first]: string[]): string {
  return first ? ` on duplicate key update ${quoteName(first)} = ${quoteName(first)}` : '';
}
