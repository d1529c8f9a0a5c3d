import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { SPREADSHEET, spreadsheetId } from './fields.ts';

const DOCS = 'https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets';
const sheetProperties = z.looseObject({
  sheetId: z.number(),
  title: z.string(),
  index: z.number().optional(),
});
const spreadsheet = z.looseObject({
  spreadsheetId: z.string(),
  spreadsheetUrl: z.string().optional(),
  properties: z.looseObject({ title: z.string() }),
  sheets: z.array(z.looseObject({ properties: sheetProperties })).optional(),
});
const SAMPLE = {
  spreadsheetId: SPREADSHEET,
  spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${SPREADSHEET}/edit`,
  properties: { title: 'Orders 2026', locale: 'en_GB', timeZone: 'Europe/London' },
  sheets: [{ properties: { sheetId: 0, title: 'Orders', index: 0 } }],
};

export const getSpreadsheet = defineHttpAction({
  title: 'Get a spreadsheet',
  description: 'Gives its title, address and sheets.',
  tags: ['tabs', 'info', 'list sheets'],
  docsUrl: `${DOCS}/get`,
  input: z.strictObject({ spreadsheetId }),
  output: spreadsheet,
  sample: { spreadsheetId: SPREADSHEET },
  sampleOutput: SAMPLE,
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/v4/spreadsheets/{spreadsheetId}',
    // The whole answer would carry every chart and format of the document.
    query: { fields: 'spreadsheetId,spreadsheetUrl,properties,sheets.properties' },
  },
});

export const createSpreadsheet = defineHttpAction({
  title: 'Create a spreadsheet',
  description: 'Creates an empty spreadsheet in the Drive of the account.',
  tags: ['new', 'file', 'document'],
  docsUrl: `${DOCS}/create`,
  input: z.strictObject({
    title: z.string().min(1).meta({ title: 'Title', 'x-order': 1 }),
    sheets: z
      .array(z.string().min(1))
      .optional()
      .meta({ title: 'Sheets', description: 'Names of its tabs. Empty gives one.', 'x-order': 2 }),
    locale: z.string().optional().meta({
      title: 'Locale',
      description: 'Decides how numbers and dates are read.',
      'x-placeholder': 'en_GB',
      'x-advanced': true,
    }),
    timeZone: z
      .string()
      .optional()
      .meta({ title: 'Time zone', 'x-placeholder': 'Europe/London', 'x-advanced': true }),
  }),
  output: spreadsheet,
  sample: { title: 'Orders 2026', sheets: ['Orders'] },
  sampleOutput: SAMPLE,
  effects: { reads: false },
  http: {
    method: 'POST',
    path: '/v4/spreadsheets',
    params: {
      title: { in: 'body', at: 'properties.title' },
      locale: { in: 'body', at: 'properties.locale' },
      timeZone: { in: 'body', at: 'properties.timeZone' },
      sheets: { in: 'body', each: 'properties.title' },
    },
  },
});

export const addSheet = defineHttpAction({
  title: 'Add a sheet',
  description: 'Adds a tab to a spreadsheet.',
  tags: ['tab', 'new', 'create'],
  docsUrl: `${DOCS}/batchUpdate`,
  input: z.strictObject({
    spreadsheetId,
    title: z.string().min(1).max(100).meta({ title: 'Title', 'x-order': 2 }),
    index: z
      .number()
      .int()
      .min(0)
      .optional()
      .meta({ title: 'Position', description: 'From 0. Empty puts it last.', 'x-order': 3 }),
  }),
  output: sheetProperties,
  sample: { spreadsheetId: SPREADSHEET, title: 'Returns' },
  sampleOutput: { sheetId: 1204567, title: 'Returns', index: 1 },
  effects: { reads: false },
  http: {
    method: 'POST',
    path: '/v4/spreadsheets/{spreadsheetId}:batchUpdate',
    params: {
      title: { in: 'body', at: 'requests.0.addSheet.properties.title' },
      index: { in: 'body', at: 'requests.0.addSheet.properties.index' },
    },
    result: 'replies.0.addSheet.properties',
  },
});
