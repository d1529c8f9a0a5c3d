import type { Connection, ResultSetHeader } from 'mysql2';
import type { PoolConnection } from 'mysql2/promise';
import { z } from 'zod';

import { defineAction, destructiveSql, type Row } from '#sdk';

import { mysqlConfig } from './config.ts';
import { row } from './fields.ts';
import { writeValue } from './value-types.ts';
import { withConnection } from './with-connection.ts';

const MAX_ROWS = 1000;

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
      description: 'In order: one for each ?. An object or a list becomes JSON text.',
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
  sample: { sql: 'select * from customers where country = ?', parameters: ['CH'] },
  sampleOutput: { rows: [{ id: 1, country: 'CH' }], count: 1, truncated: false },
  effects: { reads: false, destructiveWhen: destructiveSql },
  config: mysqlConfig,
  run: (ctx) =>
    withConnection(ctx, async (connection) => {
      const { sql, parameters, maxRows } = ctx.input;
      const values = parameters.map((value) => writeValue(value, ''));
      const { rows, changed } = await readRows(connection, { sql, values, limit: maxRows + 1 });
      const truncated = rows.length > maxRows;
      const given = truncated ? rows.slice(0, maxRows) : rows;
      return { rows: given, count: Math.max(changed, given.length), truncated };
    }),
});

// The server stops a select after so many rows, and what comes beyond (a limit in the statement
// itself goes first) is dropped as it arrives: a careless select does not fill our memory.
async function readRows(
  connection: PoolConnection,
  { sql, values, limit }: { sql: string; values: unknown[]; limit: number },
): Promise<{ rows: Row[]; changed: number }> {
  await connection.query(`set session sql_select_limit = ${limit}`);
  try {
    return await readResults(connection.connection as unknown as Connection, {
      sql,
      values,
      limit,
    });
  } finally {
    await connection.query('set session sql_select_limit = default');
  }
}

function readResults(
  connection: Connection,
  { sql, values, limit }: { sql: string; values: unknown[]; limit: number },
): Promise<{ rows: Row[]; changed: number }> {
  return new Promise((resolve, reject) => {
    const rows: Row[] = [];
    let changed = 0;
    connection
      .execute({ sql, values: values })
      .on('result', (result: Row | ResultSetHeader) => {
        if ('affectedRows' in result && 'serverStatus' in result)
          changed = Number(result.affectedRows);
        else if (rows.length < limit) rows.push(result);
      })
      .on('error', reject)
      .on('end', () => resolve({ rows, changed }));
  });
}
