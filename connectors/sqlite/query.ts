import { z } from 'zod';

import { defineAction, destructiveSql } from '#sdk';

import { sqliteConfig } from './config.ts';
import { row } from './fields.ts';
import { runStatements } from './run-statements.ts';

/** Runs one SQL statement. */
export const query = defineAction({
  title: 'Run a query',
  description: 'Runs one SQL statement with parameters and gives the rows.',
  tags: ['sql', 'select', 'read', 'database', 'statement'],
  input: z.strictObject({
    sql: z.string().min(1).meta({
      title: 'SQL',
      description: 'One statement. Values go into the parameters, as ?, never into the text.',
      'x-language': 'sql',
      'x-multiline': true,
      'x-order': 1,
    }),
    parameters: z.array(z.any()).default([]).meta({
      title: 'Parameters',
      description: 'In order: one for each question mark. A list or an object becomes JSON.',
      'x-order': 2,
    }),
    maxRows: z.number().int().min(1).max(100_000).default(1000).meta({
      title: 'Rows at most',
      'x-advanced': true,
      'x-order': 3,
    }),
  }),
  output: z.object({
    rows: z.array(row).meta({ title: 'Rows' }),
    count: z.number().int().meta({ title: 'Rows given or changed' }),
    truncated: z.boolean().meta({ title: 'There were more rows' }),
  }),
  sample: { sql: 'select * from customers where country = ?', parameters: ['CH'] },
  effects: { reads: false, dryRun: true, destructiveWhen: destructiveSql },
  config: sqliteConfig,
  run: async (ctx) => {
    const { sql, parameters, maxRows } = ctx.input;
    const [result] = await runStatements(ctx, [{ sql, runs: [parameters], maxRows }]);
    return result;
  },
});
