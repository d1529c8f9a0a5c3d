import { z } from 'zod';

import { defineAction, defineHttpAction, sendHttp, textOf } from '#sdk';

import {
  BOOK,
  cell,
  DOCS,
  driveId,
  index,
  itemId,
  row,
  SAMPLE_TABLE,
  table,
  values,
  written,
} from './fields.ts';
import { cellsOf, readColumns, readRows } from './table.ts';

const place = { driveId, itemId, table };
const ROWS = `${BOOK}/tables/{table}/rows`;
const SAMPLE_ROW = { index: 0, values: { Order: 1042, Customer: 'Ada', Total: 99.5 } };

export const findRows = defineAction({
  title: 'Find rows',
  description: 'Gives the rows of a table by column name, all or those with a certain value.',
  tags: ['lookup', 'search', 'get', 'list', 'filter'],
  docsUrl: `${DOCS}/table-list-rows`,
  input: z.strictObject({
    ...place,
    column: z
      .string()
      .optional()
      .meta({
        title: 'Column',
        description: 'Only rows that hold the value here. Empty gives all rows.',
        'x-options': 'columns',
        'x-dependsOn': ['driveId', 'itemId', 'table'],
        'x-order': 4,
      }),
    value: cell.optional().meta({ title: 'Value', 'x-order': 5 }),
    maxItems: z
      .number()
      .int()
      .min(1)
      .max(10_000)
      .default(100)
      .meta({ title: 'Rows at most', 'x-advanced': true }),
  }),
  output: z.array(row),
  sample: { ...SAMPLE_TABLE, column: 'Customer', value: 'Ada' },
  sampleOutput: [SAMPLE_ROW],
  effects: { reads: true },
  run: async (ctx, facts) => {
    const { column, value, maxItems, ...input } = ctx.input;
    const rows = await readRows(input, { ctx, facts });
    if (!column) return rows.slice(0, maxItems);
    if (rows[0]) cellsOf(Object.keys(rows[0].values), { [column]: value });
    const wanted = textOf(value ?? '');
    return rows.filter((one) => textOf(one.values[column] ?? '') === wanted).slice(0, maxItems);
  },
});

export const addRow = defineAction({
  title: 'Add a row',
  description: 'Adds a row at the end of a table, its cells by column name.',
  tags: ['append', 'insert', 'create'],
  docsUrl: `${DOCS}/tablerowcollection-add`,
  input: z.strictObject({ ...place, values }),
  output: written,
  sample: { ...SAMPLE_TABLE, values: { Order: 1043, Customer: 'Bo', Total: 12 } },
  sampleOutput: { index: 1, values: [[1043, 'Bo', 12]] },
  effects: { reads: false },
  run: async (ctx, facts) => {
    const { values: record, ...input } = ctx.input;
    const columns = await readColumns(input, { ctx, facts });
    const cells = cellsOf(columns, record);
    return sendHttp(
      facts,
      { method: 'POST', path: `${ROWS}/add` },
      { ...ctx, input: { ...input, index: null, values: [cells] } },
    );
  },
});

export const updateRow = defineAction({
  title: 'Update a row',
  description: 'Writes some cells of one row, by column name; the others stay.',
  tags: ['change', 'edit', 'set'],
  docsUrl: `${DOCS}/tablerow-update`,
  input: z.strictObject({ ...place, index, values }),
  output: written,
  sample: { ...SAMPLE_TABLE, index: 0, values: { Total: 100 } },
  sampleOutput: { index: 0, values: [[1042, 'Ada', 100]] },
  effects: { reads: false, idempotent: true },
  run: async (ctx, facts) => {
    const { values: record, ...input } = ctx.input;
    const cells = cellsOf(await readColumns(input, { ctx, facts }), record);
    return sendHttp(
      facts,
      { method: 'PATCH', path: `${ROWS}/{index}` },
      { ...ctx, input: { ...input, values: [cells] } },
    );
  },
});

export const deleteRow = defineHttpAction({
  title: 'Delete a row',
  description: 'Removes one row of a table; those below move up.',
  tags: ['remove'],
  docsUrl: `${DOCS}/tablerow-delete`,
  input: z.strictObject({ ...place, index }),
  sample: { ...SAMPLE_TABLE, index: 1 },
  effects: { reads: false, destructive: true },
  http: { method: 'DELETE', path: `${ROWS}/{index}` },
});
