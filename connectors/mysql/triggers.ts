import type { JsonObject } from '@patchbay/shared/base';
import type { PoolConnection, RowDataPacket } from 'mysql2/promise';
import { z } from 'zod';

import {
  type ActionContext,
  definePollTrigger,
  FIRST_LOOK,
  firstWindow,
  newRows,
  type PollResult,
  readRowWindow,
  rowsToRead,
} from '#sdk';

import { row, table } from './fields.ts';
import { quoteName, quoteTable } from './identifiers.ts';
import { mysqlContext } from './live-options.ts';
import { withConnection } from './with-connection.ts';

const column = { 'x-options': 'columns', 'x-dependsOn': ['table'] };
const input = z.strictObject({
  table,
  column: z
    .string()
    .min(1)
    .meta({
      title: 'Increasing column',
      description: 'A number or time that grows with every new row, such as id or updated_at.',
      ...column,
      'x-order': 2,
    }),
  keyColumn: z
    .string()
    .optional()
    .meta({
      title: 'Key column',
      description: 'Tells rows apart where several can share a value, as times do.',
      ...column,
      'x-order': 3,
    }),
});

/** New rows, by a column that only grows. */
export const newRow = definePollTrigger({
  title: 'New row',
  description:
    'Starts a run for each row that is added to a table, or changed, by a column that grows.',
  tags: ['insert', 'added', 'changed', 'database'],
  input,
  payload: z.object({ key: z.string().meta({ title: 'Key' }), row: row.meta({ title: 'Row' }) }),
  sample: { key: '7:7', row: { id: 7, email: 'ada@example.com' } },
  everyS: 60,
  key: 'key',
  poll: (ctx, { cursor }) =>
    withConnection(mysqlContext(ctx as unknown as ActionContext<JsonObject>), (connection) =>
      look(connection, ctx.input, cursor),
    ),
});

interface Found extends RowDataPacket {
  patchbay_value: string;
  patchbay_key: string;
}

async function look(
  connection: PoolConnection,
  { table: name, column: grows, keyColumn }: z.output<typeof input>,
  cursor: string | undefined,
): Promise<PollResult> {
  const value = quoteName(grows);
  const places = `cast(${value} as char) as patchbay_value,
    cast(${quoteName(keyColumn || grows)} as char) as patchbay_key`;
  const from = `from ${quoteTable(name)} where ${value} is not null`;
  const read = async (sql: string, values: string[]): Promise<Found[]> =>
    (await connection.execute<Found[]>(sql, values))[0];
  if (cursor === undefined) {
    const found = await read(
      `select ${places} ${from} order by ${value} desc limit ${FIRST_LOOK}`,
      [],
    );
    return { items: [], cursor: firstWindow(found.map(toPlace)) };
  }
  const window = readRowWindow(cursor);
  const after = window.floor === undefined ? '' : `and ${value} > ?`;
  const sql = `select *, ${places} ${from} ${after} order by ${value} limit ${rowsToRead(window)}`;
  const found = await read(sql, window.floor === undefined ? [] : [window.floor]);
  return newRows(
    window,
    found.map((one) => ({ ...toPlace(one), row: toRow(one) })),
  );
}

function toPlace({ patchbay_value: value, patchbay_key: key }: Found): {
  value: string;
  key: string;
} {
  return { value, key };
}

function toRow({ patchbay_value: _value, patchbay_key: _key, ...rest }: Found): JsonObject {
  return rest;
}
