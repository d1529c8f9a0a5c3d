import { z } from 'zod';

import { defineAction, sendHttp, textOf } from '#sdk';

import {
  record,
  row,
  sheet,
  SPREADSHEET,
  spreadsheetId,
  updated,
  UPDATED,
  valueInputOption,
} from './fields.ts';
import { cellsOf, columnLetter, quoted, readColumns, readTable } from './table.ts';

const SAMPLE_PLACE = { spreadsheetId: SPREADSHEET, sheet: 'Orders' };
const SAMPLE_ROW = { row: 2, values: { Order: '1042', Customer: 'Ada', Total: 99.5 } };

export const findRows = defineAction({
  title: 'Find rows',
  description: 'Gives the rows of a sheet by column name, all or those with a certain value.',
  tags: ['lookup', 'search', 'get', 'list', 'filter'],
  input: z.strictObject({
    spreadsheetId,
    sheet,
    column: z
      .string()
      .optional()
      .meta({
        title: 'Column',
        description: 'Only rows that hold the value here. Empty gives all rows.',
        'x-options': 'columns',
        'x-dependsOn': ['spreadsheetId', 'sheet'],
        'x-order': 3,
      }),
    value: z
      .union([z.string(), z.number(), z.boolean()])
      .optional()
      .meta({ title: 'Value', 'x-order': 4 }),
    maxItems: z
      .number()
      .int()
      .min(1)
      .max(10_000)
      .default(100)
      .meta({ title: 'Rows at most', 'x-advanced': true }),
  }),
  output: z.array(row),
  sample: { ...SAMPLE_PLACE, column: 'Customer', value: 'Ada' },
  sampleOutput: [SAMPLE_ROW],
  effects: { reads: true },
  run: async (ctx, facts) => {
    const { column, value, maxItems } = ctx.input;
    const { columns, rows } = await readTable(ctx.input, { ctx, facts });
    if (column === undefined || column === '') return rows.slice(0, maxItems);
    cellsOf(columns, { [column]: value });
    const wanted = textOf(value ?? '');
    return rows.filter(({ values }) => textOf(values[column] ?? '') === wanted).slice(0, maxItems);
  },
});

export const appendRow = defineAction({
  title: 'Add a row',
  description: 'Adds a row below the others, its cells by column name.',
  tags: ['append', 'insert', 'create'],
  input: z.strictObject({ spreadsheetId, sheet, values: record, valueInputOption }),
  output: updated,
  sample: { ...SAMPLE_PLACE, values: { Order: '1043', Customer: 'Bo', Total: 12 } },
  sampleOutput: UPDATED,
  effects: { reads: false },
  run: async (ctx, facts) => {
    const { spreadsheetId: id, sheet: name, values, valueInputOption: option } = ctx.input;
    const columns = await readColumns(ctx.input, { ctx, facts });
    const input = {
      spreadsheetId: id,
      range: quoted(name),
      values: [cellsOf(columns, values)],
    };
    return sendHttp(
      facts,
      {
        method: 'POST',
        path: '/v4/spreadsheets/{spreadsheetId}/values/{range}:append',
        query: { valueInputOption: option, insertDataOption: 'INSERT_ROWS' },
        result: 'updates',
      },
      { ...ctx, input },
    );
  },
});

export const updateRow = defineAction({
  title: 'Update a row',
  description: 'Writes some cells of one row, by column name; the others stay.',
  tags: ['change', 'edit', 'set'],
  input: z.strictObject({
    spreadsheetId,
    sheet,
    row: z
      .number()
      .int()
      .min(2)
      .meta({ title: 'Row', description: 'Its number, as "Find rows" gives it.', 'x-order': 3 }),
    values: record,
    valueInputOption,
  }),
  output: z.looseObject({ spreadsheetId: z.string(), totalUpdatedCells: z.number().optional() }),
  sample: { ...SAMPLE_PLACE, row: 2, values: { Total: 100 } },
  sampleOutput: { spreadsheetId: SPREADSHEET, totalUpdatedRows: 1, totalUpdatedCells: 1 },
  effects: { reads: false, idempotent: true },
  run: async (ctx, facts) => {
    const { spreadsheetId: id, sheet: name, values, valueInputOption: option } = ctx.input;
    const cells = cellsOf(await readColumns(ctx.input, { ctx, facts }), values);
    const data = cells.flatMap((cell, at) => {
      const range = `${quoted(name)}!${columnLetter(at)}${ctx.input.row}`;
      return cell === null ? [] : [{ range, values: [[cell]] }];
    });
    return sendHttp(
      facts,
      { method: 'POST', path: '/v4/spreadsheets/{spreadsheetId}/values:batchUpdate' },
      { ...ctx, input: { spreadsheetId: id, valueInputOption: option, data } },
    );
  },
});
