import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  dateTimeRenderOption,
  range,
  SPREADSHEET,
  spreadsheetId,
  updated,
  UPDATED,
  valueInputOption,
  valueRenderOption,
  values,
} from './fields.ts';

const VALUES = '/v4/spreadsheets/{spreadsheetId}/values/{range}';
const DOCS =
  'https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values';
const inQuery = { valueInputOption: { in: 'query' } } as const;

export const readRange = defineHttpAction({
  title: 'Read a range',
  description: 'Gives the cells of a range as a list of rows.',
  tags: ['get', 'values', 'cells'],
  docsUrl: `${DOCS}/get`,
  input: z.strictObject({
    spreadsheetId,
    range,
    majorDimension: z
      .enum(['ROWS', 'COLUMNS'])
      .default('ROWS')
      .meta({ title: 'List of', 'x-enumTitles': ['Rows', 'Columns'], 'x-advanced': true }),
    valueRenderOption,
    dateTimeRenderOption,
  }),
  output: z.looseObject({
    range: z.string(),
    majorDimension: z.string(),
    values: z.array(z.array(z.any())).optional(),
  }),
  sample: { spreadsheetId: SPREADSHEET, range: 'Orders!A1:C2' },
  sampleOutput: {
    range: 'Orders!A1:C2',
    majorDimension: 'ROWS',
    values: [
      ['Order', 'Customer', 'Total'],
      ['1042', 'Ada', 99.5],
    ],
  },
  effects: { reads: true },
  http: { method: 'GET', path: VALUES },
});

export const updateRange = defineHttpAction({
  title: 'Write a range',
  description: 'Writes cells over those of a range.',
  tags: ['set', 'values', 'cells'],
  docsUrl: `${DOCS}/update`,
  input: z.strictObject({ spreadsheetId, range, values, valueInputOption }),
  output: updated,
  sample: { spreadsheetId: SPREADSHEET, range: 'Orders!A3:C3', values: [['1043', 'Bo', 12]] },
  sampleOutput: UPDATED,
  effects: { reads: false, idempotent: true },
  http: { method: 'PUT', path: VALUES, params: inQuery },
});

export const appendRows = defineHttpAction({
  title: 'Append rows of cells',
  description: 'Writes rows below the table that stands in a range.',
  tags: ['insert', 'add', 'values'],
  docsUrl: `${DOCS}/append`,
  input: z.strictObject({
    spreadsheetId,
    range,
    values,
    insertDataOption: z
      .enum(['INSERT_ROWS', 'OVERWRITE'])
      .default('INSERT_ROWS')
      .meta({
        title: 'Below the table',
        'x-enumTitles': ['Insert new rows', 'Overwrite what stands there'],
        'x-advanced': true,
      }),
    valueInputOption,
  }),
  output: updated,
  sample: { spreadsheetId: SPREADSHEET, range: 'Orders!A:C', values: [['1043', 'Bo', 12]] },
  sampleOutput: UPDATED,
  effects: { reads: false },
  http: {
    method: 'POST',
    path: `${VALUES}:append`,
    params: { ...inQuery, insertDataOption: { in: 'query' } },
    result: 'updates',
  },
});

export const clearRange = defineHttpAction({
  title: 'Clear a range',
  description: 'Empties cells; their format stays.',
  tags: ['delete', 'values', 'cells'],
  docsUrl: `${DOCS}/clear`,
  input: z.strictObject({ spreadsheetId, range }),
  output: z.looseObject({ spreadsheetId: z.string(), clearedRange: z.string() }),
  sample: { spreadsheetId: SPREADSHEET, range: 'Orders!A3:C3' },
  sampleOutput: { spreadsheetId: SPREADSHEET, clearedRange: 'Orders!A3:C3' },
  effects: { reads: false, destructive: true, idempotent: true },
  http: { method: 'POST', path: `${VALUES}:clear`, body: { type: 'json', fixed: {} } },
});
