import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { describeVendor } from '#sdk/testing';

import { SAMPLE_ID, SAMPLE_RECORD, SAMPLE_SAVED } from './fields.ts';
import { salesforce } from './index.ts';

const HOST = 'https://acme.my.salesforce.com';
const DATA = '/services/data/v62.0';
const account = z
  .strictObject({ Name: z.string().optional(), Phone: z.string().optional() })
  .refine((given) => Object.keys(given).length > 0, 'is empty');
const FIELDS = [
  { name: 'Id', label: 'Account ID', type: 'id', idLookup: true },
  { name: 'Name', label: 'Account Name', type: 'string', createable: true },
  { name: 'Shop_Id__c', label: 'Number in the shop', type: 'string', externalId: true },
];

function failed(errorCode: string, message: string): { status: number; body: unknown } {
  return { status: 400, body: [{ message, errorCode }] };
}

let stored: Record<string, unknown>[] = [];
let asked = '';
const bench = describeVendor({
  connector: salesforce,
  connection: {
    scheme: 'oauth2',
    config: { loginHost: 'login.salesforce.com' },
    fields: { accessToken: 'tok' },
    account: { instance_url: HOST },
  },
  origins: [HOST],
  options: {
    fields: { object: 'Account' },
    writableFields: { object: 'Account' },
    externalIds: { object: 'Account' },
  },
  contract: {
    headers: { authorization: 'Bearer tok' },
    operations: {
      [`GET ${DATA}/query`]: {
        query: z.strictObject({ q: z.string().startsWith('SELECT ') }),
        reply: ({ query }) => {
          asked = String(query.q);
          if (asked.includes('FROM Organization'))
            return { body: { records: [{ Name: 'Acme' }], done: true } };
          if (asked.includes('Nowhere')) return failed('INVALID_FIELD', 'No such column.');
          if (asked.endsWith('LIMIT 1')) return { body: { records: stored.slice(-1), done: true } };
          const next = { done: false, nextRecordsUrl: `${DATA}/query/01gD-2000` };
          return { body: { records: stored, ...next } };
        },
      },
      [`GET ${DATA}/query/{locator}`]: { gives: { records: [SAMPLE_RECORD], done: true } },
      [`GET ${DATA}/parameterizedSearch`]: {
        query: z.strictObject({
          q: z.string(),
          sobject: z.union([z.string(), z.array(z.string())]).optional(),
          fields: z.string(),
          overallLimit: z.string(),
        }),
        gives: { searchRecords: [SAMPLE_RECORD] },
      },
      [`GET ${DATA}/sobjects`]: { gives: { sobjects: [{ name: 'Account', label: 'Account' }] } },
      [`GET ${DATA}/sobjects/{object}/describe`]: {
        gives: { name: 'Account', label: 'Account', fields: FIELDS },
      },
      [`POST ${DATA}/sobjects/{object}`]: {
        body: account,
        reply: ({ path }) =>
          path.object === 'Full'
            ? { status: 403, body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'No.' }] }
            : { status: 201, body: SAMPLE_SAVED },
      },
      [`GET ${DATA}/sobjects/{object}/{id}`]: {
        query: z.strictObject({ fields: z.string().optional() }),
        gives: SAMPLE_RECORD,
      },
      [`PATCH ${DATA}/sobjects/{object}/{id}`]: { body: account, reply: () => ({ status: 204 }) },
      [`PATCH ${DATA}/sobjects/{object}/{field}/{value}`]: {
        body: account,
        reply: () => ({ status: 201, body: { ...SAMPLE_SAVED, created: true } }),
      },
      [`DELETE ${DATA}/sobjects/{object}/{id}`]: { reply: () => ({ status: 204 }) },
      [`POST ${DATA}/composite/sobjects`]: {
        body: z.strictObject({
          allOrNone: z.boolean(),
          records: z
            .array(z.looseObject({ attributes: z.strictObject({ type: z.string() }) }))
            .max(200),
        }),
        reply: ({ body }) => {
          const { records } = body as { records: { Name?: string }[] };
          const rolledBack = {
            success: false,
            errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message: 'Rolled back.' }],
          };
          const missing = {
            success: false,
            errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', message: 'Name is missing.' }],
          };
          const fine = records.every(({ Name }) => Name);
          return {
            body: records.map(({ Name }) => (fine ? SAMPLE_SAVED : Name ? rolledBack : missing)),
          };
        },
      },
    },
  },
});

describe('a query', () => {
  it('goes on where the answer says', async () => {
    stored = [{ ...SAMPLE_RECORD, Id: '001D000000IqhSMIAZ' }];
    const found = await bench.call('query', { q: 'SELECT Id FROM Account' });
    expect(found).toMatchObject([{ Id: '001D000000IqhSMIAZ' }, { Id: SAMPLE_ID }]);
  });

  it('with a wrong field is the fault of the input', async () => {
    await expect(bench.call('query', { q: 'SELECT Nowhere FROM Account' })).rejects.toMatchObject({
      problem: { code: 'invalid_input', details: { title: 'No such field' } },
    });
  });
});

describe('records', () => {
  it('that fail together name the cause, not those that were rolled back', async () => {
    const records = [{ Name: 'Right' }, { Phone: '1' }];
    await expect(bench.call('createRecords', { object: 'Account', records })).rejects.toMatchObject(
      {
        problem: {
          message: 'Salesforce did not create the records: Name is missing.',
          details: { record: 0 },
        },
      },
    );
  });

  it.each(['Account/x', '1Account', 'Account WHERE'])('are not of %s', async (object) => {
    const wrong = bench.call('getRecord', { object, id: SAMPLE_ID });
    await expect(wrong).rejects.toMatchObject({ problem: { at: { field: 'object' } } });
  });

  it('say when the day is used up, and do not try again', async () => {
    const full = bench.call('createRecord', { object: 'Full', values: { Name: 'x' } });
    await expect(full).rejects.toMatchObject({
      problem: { retry: 'never', details: { title: 'Requests of the day used up' } },
    });
  });
});

describe('the triggers', () => {
  it('begin with the newest record, then ask for those from its second on', async () => {
    stored = [{ Id: 'a', CreatedDate: '2026-11-24T09:30:00.000+0000' }];
    const input = { object: 'Account', where: "Type = 'Customer'" };
    const first = await bench.look('recordCreated', input);
    // What lies in the newest record's second is marked, and starts nothing.
    expect(first.items[0]).toMatchObject({ Id: 'a' });
    expect(first.cursor).toBe('2026-11-24T09:30:00Z');
    stored = [{ Id: 'b', CreatedDate: '2026-11-24T10:00:00.000+0000' }];
    const { items } = await bench.look('recordCreated', input, first.cursor);
    expect(items[0]).toMatchObject({ Id: 'b' });
    expect(asked).toBe(
      "SELECT Id, CreatedDate FROM Account WHERE CreatedDate >= 2026-11-24T09:30:00Z AND (Type = 'Customer') ORDER BY CreatedDate ASC",
    );
  });

  it('tell one change of a record from the next', async () => {
    const SystemModstamp = '2026-11-24T10:00:00.000+0000';
    stored = [{ Id: 'b', SystemModstamp }];
    const { items } = await bench.look(
      'recordChanged',
      { object: 'Account' },
      '2026-11-24T09:00:00Z',
    );
    expect(items[0]).toMatchObject({ change: `b ${SystemModstamp}` });
  });
});
