import { z } from 'zod';

import { defineAction, invalidInput, sendHttp } from '#sdk';

import { sheet, SPREADSHEET, spreadsheetId } from './fields.ts';

const sheetList = z.array(
  z.object({ properties: z.object({ sheetId: z.number(), title: z.string() }) }),
);

/** Rows are deleted by the number of the sheet, which only the spreadsheet itself knows. */
export const deleteRow = defineAction({
  title: 'Delete a row',
  description: 'Removes one row; those below move up.',
  tags: ['remove'],
  docsUrl:
    'https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/batchUpdate',
  input: z.strictObject({
    spreadsheetId,
    sheet,
    row: z.number().int().min(1).meta({
      title: 'Row',
      description: 'Its number, as "Find rows" gives it. Delete from the last to the first.',
      'x-order': 3,
    }),
  }),
  output: z.looseObject({ spreadsheetId: z.string() }),
  sample: { spreadsheetId: SPREADSHEET, sheet: 'Orders', row: 3 },
  sampleOutput: { spreadsheetId: SPREADSHEET, replies: [{}] },
  effects: { reads: false, destructive: true },
  run: async (ctx, facts) => {
    const { spreadsheetId: id, sheet: name, row } = ctx.input;
    const found = await sendHttp(
      facts,
      {
        method: 'GET',
        path: '/v4/spreadsheets/{spreadsheetId}',
        query: { fields: 'sheets.properties(sheetId,title)' },
        result: 'sheets',
      },
      { ...ctx, input: { spreadsheetId: id } },
    );
    const one = sheetList.parse(found).find(({ properties }) => properties.title === name);
    if (!one) throw invalidInput(`The spreadsheet has no sheet "${name}".`, { field: 'sheet' });
    const { sheetId } = one.properties;
    const range = { sheetId, dimension: 'ROWS', startIndex: row - 1, endIndex: row };
    const requests = [{ deleteDimension: { range } }];
    return sendHttp(
      facts,
      { method: 'POST', path: '/v4/spreadsheets/{spreadsheetId}:batchUpdate' },
      { ...ctx, input: { spreadsheetId: id, requests } },
    );
  },
});
