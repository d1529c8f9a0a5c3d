import type { JsonObject } from '@patchbay/shared/base';
import type { PoolClient } from 'pg';
import { z } from 'zod';

import {
  type ActionContext,
  definePollTrigger,
  FIRST_LOOK,
  firstWindow,
  newRows,
  type Place,
  type PollResult,
  readRowWindow,
  rowsToRead,
} from '#sdk';

import { row, type Row, table } from './fields.ts';
import { quoteName, quoteTable } from './identifiers.ts';
import { postgresContext } from './live-options.ts';
import { withClient } from './with-client.ts';

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
  description: 'Starts a run for each row that is added or changed, by a column that grows.',
  tags: ['insert', 'added', 'changed', 'database'],
  input,
  payload: z.object({ key: z.string().meta({ title: 'Key' }), row: row.meta({ title: 'Row' }) }),
  sample: { key: '7:7', row: { id: 7, email: 'ada@example.com' } },
  everyS: 60,
  key: 'key',
  poll: (ctx, { cursor }) =>
    withClient(postgresContext(ctx as unknown as ActionContext<JsonObject>), (client) =>
      look(client, ctx.input, cursor),
    ),
});

interface Found extends Row {
  patchbay_value: string;
  patchbay_key: string;
}

async function look(
  client: PoolClient,
  { table: name, column: grows, keyColumn }: z.output<typeof input>,
  cursor: string | undefined,
): Promise<PollResult> {
  const value = `target.${quoteName(grows)}`;
  const places = `${value}::text as patchbay_value,
    target.${quoteName(keyColumn || grows)}::text as patchbay_key`;
  const from = `from ${quoteTable(name)} as target where ${value} is not null`;
  const read = async (sql: string, values: string[] = []): Promise<Found[]> =>
    (await client.query<Found>(sql, values)).rows;
  if (cursor === undefined) {
    const found = await read(`select ${places} ${from} order by ${value} desc limit ${FIRST_LOOK}`);
    return { items: [], cursor: firstWindow(found.map(toPlace)) };
  }
  const window = readRowWindow(cursor);
  const [after, values] =
    window.floor === undefined ? ['', []] : [`and ${value} > $1`, [window.floor]];
  const end = `order by ${value} limit ${rowsToRead(window)}`;
  const found = await read(`select target.*, ${places} ${from} ${after} ${end}`, values);
  return newRows(
    window,
    found.map((one) => ({ ...toPlace(one), row: toRow(one) })),
  );
}

function toPlace(found: Found): Place {
  return { value: found.patchbay_value, key: found.patchbay_key };
}

function toRow({ patchbay_value: _value, patchbay_key: _key, ...rest }: Found): Row {
  return rest;
}
