import type Cursor from 'pg-cursor';
import { z } from 'zod';

import { defineAction, destructiveSql } from '#sdk';

import { postgresConfig } from './config.ts';
import { row } from './fields.ts';
import { loadValueTypes } from './value-types.ts';
import { inTransaction, withClient } from './with-client.ts';

const MAX_ROWS = 1000;

/** Runs one SQL statement. */
export const query = defineAction({
  title: 'Run a query',
  description: 'Runs one SQL statement with parameters and gives the rows.',
  tags: ['sql', 'select', 'read', 'database', 'statement'],
  input: z.strictObject({
    sql: z.string().min(1).meta({
      title: 'SQL',
      description: 'One statement. Values go into the parameters, as $1, $2…, never into the text.',
      'x-language': 'sql',
      'x-multiline': true,
      'x-order': 1,
    }),
    parameters: z.array(z.any()).default([]).meta({
      title: 'Parameters',
      description: 'In order: the first is $1. A list becomes a PostgreSQL array, an object JSON.',
      'x-order': 2,
    }),
    maxRows: z.number().int().min(1).max(100_000).default(MAX_ROWS).meta({
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
  sample: { sql: 'select * from customers where country = $1', parameters: ['CH'] },
  effects: { reads: false, dryRun: true, destructiveWhen: destructiveSql },
  config: postgresConfig,
  run: (ctx) =>
    // Some statements refuse a transaction, so only what is taken back gets one.
    (ctx.dryRun ? inTransaction : withClient)(ctx, async (client) => {
      const { sql, parameters, maxRows } = ctx.input;
      const { default: Rows } = await import('pg-cursor');
      const types = await loadValueTypes();
      const cursor = client.query(new Rows(sql, parameters, { types }));
      const { rows, changed } = await readRows(cursor, maxRows + 1);
      await cursor.close();
      const truncated = rows.length > maxRows;
      const given = truncated ? rows.slice(0, maxRows) : rows;
      return { rows: given, count: Math.max(changed, given.length), truncated };
    }),
});

// A cursor stops the server after so many rows: a careless select does not fill our memory.
function readRows(cursor: Cursor, limit: number): Promise<{ rows: unknown[]; changed: number }> {
  return new Promise((resolve, reject) => {
    cursor.read(limit, (error: Error | undefined, rows, result) => {
      if (error) reject(error);
      else resolve({ rows, changed: result.command === 'SELECT' ? 0 : (result.rowCount ?? 0) });
    });
  });
}
