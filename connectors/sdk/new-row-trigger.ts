import { z } from 'zod';

import type { ActionContext } from './context.ts';
import { definePollTrigger, type PollResult, type Trigger } from './define-trigger.ts';
import {
  FIRST_LOOK,
  firstWindow,
  newRows,
  type Place,
  readRowWindow,
  type RowWindow,
  rowsToRead,
} from './new-rows.ts';
import { type Row, rowFields } from './row-fields.ts';

/** A kind of SQL database, for its trigger. */
export interface RowSource {
  table: z.ZodString;
  description: string;
  quoteName: (name: string) => string;
  quoteTable: (table: string) => string;
  /** The type that a value is cast to when it is to come as text. */
  textType: string;
  /** The first parameter of a statement. */
  parameter: string;
  /** Runs a statement that reads. */
  read: (ctx: ActionContext, sql: string, values: string[]) => Promise<Row[]>;
}

const column = { 'x-options': 'columns', 'x-dependsOn': ['table'] };
const columnFields = {
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
};

/** Starts a flow for each new row of a table, by a column that only grows. */
export function newRowTrigger(source: RowSource): Trigger {
  const { row } = rowFields;
  return definePollTrigger({
    title: 'New row',
    description: source.description,
    tags: ['insert', 'added', 'changed', 'database'],
    input: z.strictObject({ table: source.table, ...columnFields }),
    payload: z.object({ key: z.string().meta({ title: 'Key' }), row: row.meta({ title: 'Row' }) }),
    sample: { key: '7:7', row: { id: 7, email: 'ada@example.com' } },
    everyS: 60,
    key: 'key',
    poll: async (ctx, { cursor }): Promise<PollResult> => {
      const window = cursor === undefined ? undefined : readRowWindow(cursor);
      const found = await source.read(ctx, ...lookFor(source, ctx.input, window));
      if (!window) return { items: [], cursor: firstWindow(found.map(toPlace)) };
      return newRows(
        window,
        found.map((one) => ({ ...toPlace(one), row: toRow(one) })),
      );
    },
  });
}

interface Where {
  table: string;
  column: string;
  keyColumn?: string | undefined;
}

// The first look marks where to begin, so it needs the places of the newest rows only.
function lookFor(
  { quoteName, quoteTable, textType, parameter }: RowSource,
  { table, column: grows, keyColumn }: Where,
  window: RowWindow | undefined,
): [sql: string, values: string[]] {
  const value = `target.${quoteName(grows)}`;
  const key = `target.${quoteName(keyColumn || grows)}`;
  const places = `cast(${value} as ${textType}) as patchbay_value,
    cast(${key} as ${textType}) as patchbay_key`;
  const from = `from ${quoteTable(table)} as target where ${value} is not null`;
  if (!window) return [`select ${places} ${from} order by ${value} desc limit ${FIRST_LOOK}`, []];
  const after = window.floor === undefined ? '' : `and ${value} > ${parameter}`;
  const end = `order by ${value} limit ${rowsToRead(window)}`;
  const sql = `select target.*, ${places} ${from} ${after} ${end}`;
  return [sql, window.floor === undefined ? [] : [window.floor]];
}

function toPlace({ patchbay_value: value, patchbay_key: key }: Row): Place {
  return { value, key };
}

function toRow({ patchbay_value: _value, patchbay_key: _key, ...rest }: Row): Row {
  return rest;
}
