import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { describeVendor } from '#sdk/testing';

import { SAMPLE_BOOK, SAMPLE_TABLE } from './fields.ts';
import { microsoftExcel } from './index.ts';

const BOOK = '/v1.0/drives/{driveId}/items/{itemId}/workbook';
const RANGE = `${BOOK}/worksheets/{worksheet}/range(address='{address}')`;
const cells = z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))).min(1);
const select = z.strictObject({ $select: z.string() });
const range = { address: 'Sheet1!A1:B2', values: [[1, 2]] };
const sheet = { id: '{s1}', name: 'Sheet1' };

let rows: unknown[][] = Array.from({ length: 1001 }, (_, at) => [at, at === 3 ? 'Ada' : 'Bo', 1]);

const bench = describeVendor({
  connector: microsoftExcel,
  connection: { scheme: 'oauth2', config: { tenant: 'common' }, fields: { accessToken: 'tok' } },
  origins: ['https://graph.microsoft.com'],
  options: {
    workbooks: { driveId: 'd' },
    worksheets: SAMPLE_BOOK,
    tables: SAMPLE_BOOK,
    columns: SAMPLE_TABLE,
  },
  contract: {
    headers: { authorization: 'Bearer tok' },
    operations: {
      'GET /v1.0/me': { query: select, gives: { userPrincipalName: 'ada@example.com' } },
      'GET /v1.0/me/drives': {
        query: select,
        gives: { value: [{ id: 'd', name: 'OneDrive', driveType: 'business' }] },
      },
      "GET /v1.0/drives/{driveId}/root/search(q='.xlsx')": {
        query: select.extend({ $top: z.string() }),
        gives: { value: [{ id: 'i', name: 'Orders.xlsx' }] },
      },
      [`GET ${BOOK}/worksheets`]: { query: select, gives: { value: [sheet] } },
      [`POST ${BOOK}/worksheets/add`]: {
        body: z.strictObject({ name: z.string().optional() }),
        reply: () => ({ status: 201, body: sheet }),
      },
      [`GET ${BOOK}/tables`]: { query: select, gives: { value: [{ id: '1', name: 'Orders' }] } },
      [`POST ${BOOK}/tables/add`]: {
        body: z.strictObject({ address: z.string(), hasHeaders: z.boolean() }),
        reply: () => ({ status: 201, body: { id: '1', name: 'Table1' } }),
      },
      [`GET ${BOOK}/tables/{table}/columns`]: {
        query: select,
        reply: ({ path }) =>
          path.table === 'Nothing'
            ? { status: 404, body: { error: { code: 'ItemNotFound', message: 'Not there.' } } }
            : { body: { value: ['Order', 'Customer', 'Total'].map((name) => ({ name })) } },
      },
      [`GET ${BOOK}/tables/{table}/rows`]: {
        query: z.strictObject({ $top: z.string(), $skip: z.string().optional() }),
        reply: ({ query: { $top, $skip = '0' } }) => {
          const from = Number($skip);
          const page = rows.slice(from, from + Number($top));
          return { body: { value: page.map((one, at) => ({ index: from + at, values: [one] })) } };
        },
      },
      [`POST ${BOOK}/tables/{table}/rows/add`]: {
        body: z.strictObject({ index: z.number().nullable(), values: cells }),
        reply: ({ body }) => ({ status: 201, body: { ...(body as object), index: 5 } }),
      },
      [`PATCH ${BOOK}/tables/{table}/rows/{index}`]: {
        body: z.strictObject({ values: cells }),
        reply: ({ body }) => ({ body }),
      },
      [`DELETE ${BOOK}/tables/{table}/rows/{index}`]: { reply: () => ({ status: 204 }) },
      [`GET ${RANGE}`]: { query: select, gives: range },
      [`PATCH ${RANGE}`]: { body: z.strictObject({ values: cells }), gives: range },
      [`POST ${RANGE}/clear`]: {
        body: z.strictObject({ applyTo: z.enum(['All', 'Contents', 'Formats']) }),
        reply: () => ({ status: 204 }),
      },
      [`GET ${BOOK}/worksheets/{worksheet}/usedRange(valuesOnly=true)`]: {
        query: select,
        gives: range,
      },
    },
  },
});

describe('rows of a table', () => {
  it('are found over as many pages as it takes', async () => {
    bench.seen();
    const found = await bench.call('findRows', {
      ...SAMPLE_TABLE,
      column: 'Customer',
      value: 'Ada',
    });
    expect(found).toEqual([{ index: 3, values: { Order: 3, Customer: 'Ada', Total: 1 } }]);
    expect(bench.seen().filter((line) => line.includes('/rows?'))).toHaveLength(2);
  });

  it('are written cell by cell, and others are left alone', async () => {
    const given = await bench.call('updateRow', {
      ...SAMPLE_TABLE,
      index: 0,
      values: { Total: 5 },
    });
    expect(given).toEqual({ values: [[null, null, 5]] });
  });

  it('name the column that is not there, and those that are', async () => {
    const failed = bench.call('addRow', { ...SAMPLE_TABLE, values: { Totl: 5 } });
    await expect(failed).rejects.toMatchObject({
      problem: { hint: 'Its columns are: Order, Customer, Total.', at: { field: 'values' } },
    });
  });

  it('of a table that is not there say so', async () => {
    const failed = bench.call('findRows', { ...SAMPLE_TABLE, table: 'Nothing' });
    await expect(failed).rejects.toMatchObject({
      problem: { details: { title: 'Nothing of this name in the workbook' } },
    });
  });

  it('start a flow when they are added', async () => {
    rows = [[1, 'Ada', 1]];
    const first = await bench.look('rowAdded', SAMPLE_TABLE);
    expect(first).toEqual({ items: [], cursor: '1' });
    rows = [...rows, [2, 'Cy', 1]];
    const { items, cursor } = await bench.look('rowAdded', SAMPLE_TABLE, first.cursor);
    expect(items).toMatchObject([{ index: 1, values: { Customer: 'Cy' } }]);
    expect((await bench.look('rowAdded', SAMPLE_TABLE, cursor)).items).toEqual([]);
  });
});
