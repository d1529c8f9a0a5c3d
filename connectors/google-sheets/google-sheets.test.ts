import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { describeVendor } from '#sdk/testing';

import { SPREADSHEET, UPDATED } from './fields.ts';
import { googleSheets } from './index.ts';
import { columnLetter, quoted } from './table.ts';

const rows = z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])));
const valueRange = z.strictObject({
  range: z.string().optional(),
  majorDimension: z.enum(['ROWS', 'COLUMNS']).optional(),
  values: rows,
});
const written = z.object({ valueInputOption: z.enum(['RAW', 'USER_ENTERED']) }).strict();
const grid = z.strictObject({
  sheetId: z.number(),
  dimension: z.enum(['ROWS', 'COLUMNS']),
  startIndex: z.number(),
  endIndex: z.number(),
});
const change = z.union([
  z.strictObject({ deleteDimension: z.strictObject({ range: grid }) }),
  z.strictObject({
    addSheet: z.strictObject({
      properties: z.strictObject({ title: z.string(), index: z.number().optional() }),
    }),
  }),
]);
const ID = '/v4/spreadsheets/{spreadsheetId}';
const SHEET = { properties: { sheetId: 7, title: 'Orders', index: 0 } };
const FILE = { spreadsheetId: SPREADSHEET, properties: { title: 'Orders 2026' }, sheets: [SHEET] };

let table: unknown[][] = [
  ['Order', 'Customer', 'Total'],
  ['1042', 'Ada', 99.5],
  [],
  ['1044', 'Bo'],
];

const bench = describeVendor({
  connector: googleSheets,
  connection: { scheme: 'oauth2', config: {}, fields: { accessToken: 'tok' } },
  origins: ['https://sheets.googleapis.com', 'https://www.googleapis.com'],
  options: {
    sheets: { spreadsheetId: SPREADSHEET },
    columns: { spreadsheetId: SPREADSHEET, sheet: 'Orders' },
  },
  contract: {
    headers: { authorization: 'Bearer tok' },
    operations: {
      [`GET ${ID}/values/{range}`]: {
        query: z.strictObject({
          majorDimension: z.enum(['ROWS', 'COLUMNS']).optional(),
          valueRenderOption: z.enum(['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA']).optional(),
          dateTimeRenderOption: z.enum(['SERIAL_NUMBER', 'FORMATTED_STRING']).optional(),
        }),
        reply: ({ path }) =>
          path.range?.includes('Nowhere')
            ? {
                status: 400,
                body: {
                  error: {
                    code: 400,
                    message: `Unable to parse range: ${path.range}`,
                    status: 'INVALID_ARGUMENT',
                  },
                },
              }
            : {
                body: {
                  range: path.range,
                  majorDimension: 'ROWS',
                  values: path.range?.endsWith('!1:1') ? table.slice(0, 1) : table,
                },
              },
      },
      [`PUT ${ID}/values/{range}`]: { query: written, body: valueRange, gives: UPDATED },
      [`POST ${ID}/values/{range}:append`]: {
        query: written.extend({ insertDataOption: z.enum(['OVERWRITE', 'INSERT_ROWS']) }),
        body: valueRange,
        gives: { spreadsheetId: SPREADSHEET, tableRange: 'Orders!A1:C2', updates: UPDATED },
      },
      [`POST ${ID}/values/{range}:clear`]: {
        body: z.strictObject({}),
        gives: { spreadsheetId: SPREADSHEET, clearedRange: 'Orders!A3:C3' },
      },
      [`POST ${ID}/values:batchUpdate`]: {
        body: z.strictObject({
          valueInputOption: z.enum(['RAW', 'USER_ENTERED']),
          data: z.array(valueRange.required({ range: true })).min(1),
        }),
        reply: ({ body }) => ({ body: { spreadsheetId: SPREADSHEET, sent: body } }),
      },
      [`GET ${ID}`]: { query: z.strictObject({ fields: z.string() }), gives: FILE },
      'POST /v4/spreadsheets': {
        body: z.strictObject({
          properties: z.strictObject({
            title: z.string(),
            locale: z.string().optional(),
            timeZone: z.string().optional(),
          }),
          sheets: z
            .array(z.strictObject({ properties: z.strictObject({ title: z.string() }) }))
            .optional(),
        }),
        gives: FILE,
      },
      [`POST ${ID}:batchUpdate`]: {
        body: z.strictObject({ requests: z.array(change).min(1) }),
        reply: ({ body }) => ({
          body: {
            spreadsheetId: SPREADSHEET,
            replies: [{ addSheet: SHEET }],
            sent: body,
          },
        }),
      },
      'GET /drive/v3/files': {
        query: z.strictObject({
          q: z.string(),
          orderBy: z.string(),
          pageSize: z.string(),
          fields: z.string(),
          supportsAllDrives: z.literal('true'),
          includeItemsFromAllDrives: z.literal('true'),
        }),
        gives: { files: [{ id: SPREADSHEET, name: 'Orders 2026' }] },
      },
      'GET /drive/v3/about': {
        query: z.strictObject({ fields: z.string() }),
        gives: { user: { displayName: 'Ada', emailAddress: 'ada@example.com' } },
      },
    },
  },
});

const place = { spreadsheetId: SPREADSHEET, sheet: 'Orders' };

describe('rows by the names of their columns', () => {
  it('are found by a value, with their number in the sheet', async () => {
    expect(await bench.call('findRows', place)).toEqual([
      { row: 2, values: { Order: '1042', Customer: 'Ada', Total: 99.5 } },
      { row: 4, values: { Order: '1044', Customer: 'Bo', Total: '' } },
    ]);
    expect(await bench.call('findRows', { ...place, column: 'Total', value: 99.5 })).toHaveLength(
      1,
    );
    expect(await bench.call('findRows', { ...place, column: 'Order', value: '9' })).toEqual([]);
  });

  it('are written cell by cell, and others are left alone', async () => {
    const given = await bench.call('updateRow', {
      ...place,
      row: 4,
      values: { Total: 5, Order: '' },
    });
    expect(given).toMatchObject({
      sent: {
        data: [
          { range: "'Orders'!A4", values: [['']] },
          { range: "'Orders'!C4", values: [[5]] },
        ],
      },
    });
  });

  it('name the column that is not there, and those that are', async () => {
    const failed = bench.call('appendRow', { ...place, values: { Totl: 5 } });
    await expect(failed).rejects.toMatchObject({
      problem: {
        code: 'invalid_input',
        message: 'The sheet has no column "Totl".',
        hint: 'Its first row names: Order, Customer, Total.',
      },
    });
  });

  it('are deleted by the number of their sheet', async () => {
    const given = await bench.call('deleteRow', { ...place, row: 3 });
    const range = { sheetId: 7, dimension: 'ROWS', startIndex: 2, endIndex: 3 };
    expect(given).toMatchObject({ sent: { requests: [{ deleteDimension: { range } }] } });
    await expect(bench.call('deleteRow', { ...place, sheet: 'x', row: 3 })).rejects.toMatchObject({
      problem: { at: { field: 'sheet' } },
    });
  });

  it('say what to do when the sheet is not there', async () => {
    await expect(bench.call('findRows', { ...place, sheet: 'Nowhere' })).rejects.toMatchObject({
      problem: {
        code: 'rejected',
        hint: expect.stringContaining('Check the name of the sheet'),
        details: { code: 'INVALID_ARGUMENT' },
      },
    });
  });
});

describe('the trigger for new rows', () => {
  it('begins at the end, then gives what is added', async () => {
    const first = await bench.look('rowAdded', place);
    expect(first).toEqual({ items: [], cursor: '4' });
    table = [...table, ['1045', 'Cy', 1]];
    const { items, cursor } = await bench.look('rowAdded', place, first.cursor);
    expect(items).toMatchObject([{ row: 5, values: { Customer: 'Cy' } }]);
    expect((await bench.look('rowAdded', place, cursor)).items).toEqual([]);
  });
});

describe('names in a range', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (at, letter) => {
    expect(columnLetter(at)).toBe(letter);
  });

  it('a quote in the name of a sheet is doubled', () => {
    expect(quoted("Bob's")).toBe("'Bob''s'");
  });
});
