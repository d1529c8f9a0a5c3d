import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { describeVendor } from '#sdk/testing';

import { SAMPLE_INVOICE } from './fields.ts';
import { quickbooks } from './index.ts';

const BASE = '/v3/company/4620816365009870';
const text = z.string().optional();
const query = z.strictObject({ minorversion: z.literal('75') });
const keyed = query.extend({ requestid: z.string().min(1).max(50) });
const reference = z.strictObject({ value: z.string() });
const headers = z.looseObject({ accept: z.literal('application/json') });
const mail = z.strictObject({ Address: z.email() });
const person = {
  DisplayName: text,
  PrimaryEmailAddr: mail.optional(),
  PrimaryPhone: z.strictObject({ FreeFormNumber: z.string() }).optional(),
  CompanyName: text,
  GivenName: text,
  FamilyName: text,
  Notes: text,
};
const common = { TxnDate: text, DueDate: text, DocNumber: text, PrivateNote: text };
const sale = z.strictObject({
  Amount: z.number(),
  Description: text,
  DetailType: z.literal('SalesItemLineDetail'),
  SalesItemLineDetail: z.strictObject({
    ItemRef: reference,
    Qty: z.number().optional(),
    UnitPrice: z.number().optional(),
  }),
});
const expense = z.strictObject({
  Amount: z.number(),
  Description: text,
  DetailType: z.literal('AccountBasedExpenseLineDetail'),
  AccountBasedExpenseLineDetail: z.strictObject({ AccountRef: reference }),
});
const linked = z.strictObject({ TxnId: z.string(), TxnType: z.literal('Invoice') });

let asked: string[] = [];
let changed: object[] = [];
const bench = describeVendor({
  connector: quickbooks,
  connection: {
    scheme: 'oauth2',
    config: { host: 'sandbox-quickbooks.api.intuit.com' },
    account: { realmId: '4620816365009870' },
    fields: { accessToken: 'tok' },
  },
  origins: ['https://sandbox-quickbooks.api.intuit.com'],
  contract: {
    headers: { authorization: 'Bearer tok' },
    operations: {
      [`GET ${BASE}/companyinfo/4620816365009870`]: {
        query,
        headers,
        gives: { CompanyInfo: { CompanyName: 'Acme' } },
      },
      [`GET ${BASE}/query`]: {
        query: query.extend({ query: z.string().startsWith('SELECT ') }),
        headers,
        reply: ({ query: given }) => {
          const select = String(given.query);
          asked = [...asked, select];
          const from = /FROM (\w+)/.exec(select)?.[1] ?? '';
          if (select.includes('MetaData'))
            return {
              body: { QueryResponse: select.includes('POSITION 1 ') ? { [from]: changed } : {} },
            };
          const full = select.includes('MAXRESULTS 1000') && select.includes('POSITION 1 ');
          const list = Array.from({ length: full ? 1000 : 1 }, () => ({
            ...SAMPLE_INVOICE,
            DisplayName: 'D',
            Name: 'N',
          }));
          return { body: { QueryResponse: { [from]: list } } };
        },
      },
      [`GET ${BASE}/customer/{id}`]: {
        query,
        headers,
        gives: { Customer: { Id: '58', SyncToken: '3' } },
      },
      [`POST ${BASE}/customer`]: {
        query: keyed,
        body: z.union([
          z.strictObject({ ...person, DisplayName: z.string() }),
          z.strictObject({
            ...person,
            Id: z.string(),
            SyncToken: z.literal('3'),
            sparse: z.literal(true),
          }),
        ]),
        reply: ({ body }) => {
          const { DisplayName } = body as { DisplayName: string };
          if (DisplayName !== 'Taken') return { body: { Customer: { Id: '58', SyncToken: '0' } } };
          const Error = [
            { Message: 'Duplicate Name Exists Error', Detail: 'In use.', code: '6240' },
          ];
          return { status: 400, body: { Fault: { Error, type: 'ValidationFault' } } };
        },
      },
      [`POST ${BASE}/invoice`]: {
        query: keyed.extend({ operation: z.literal('void').optional() }),
        body: z.union([
          z.strictObject({
            ...common,
            CustomerRef: reference,
            Line: z.array(sale).min(1),
            BillEmail: mail.optional(),
            CustomerMemo: reference.optional(),
          }),
          z.strictObject({ Id: z.string(), SyncToken: z.string() }),
        ]),
        gives: { Invoice: SAMPLE_INVOICE },
      },
      [`POST ${BASE}/estimate`]: {
        query: keyed,
        body: z.strictObject({
          TxnDate: text,
          PrivateNote: text,
          ExpirationDate: text,
          CustomerRef: reference,
          Line: z.array(sale).min(1),
          BillEmail: mail.optional(),
        }),
        gives: { Estimate: { Id: '177' } },
      },
      [`POST ${BASE}/salesreceipt`]: {
        query: keyed,
        body: z.strictObject({
          TxnDate: text,
          PrivateNote: text,
          PaymentRefNum: text,
          CustomerRef: reference.optional(),
          DepositToAccountRef: reference.optional(),
          Line: z.array(sale).min(1),
          BillEmail: mail.optional(),
        }),
        gives: { SalesReceipt: { Id: '178' } },
      },
      [`POST ${BASE}/invoice/{id}/send`]: {
        query: query.extend({ sendTo: z.email().optional() }),
        headers: z.looseObject({ 'content-type': z.literal('application/octet-stream') }),
        gives: { Invoice: SAMPLE_INVOICE },
      },
      [`GET ${BASE}/invoice/{id}/pdf`]: {
        query,
        headers: z.looseObject({ accept: z.literal('application/pdf') }),
        reply: () => ({ headers: { 'content-type': 'application/pdf' }, body: 'pdf' }),
      },
      [`GET ${BASE}/invoice/{id}`]: { query, headers, gives: { Invoice: SAMPLE_INVOICE } },
      [`GET ${BASE}/salesreceipt/{id}`]: { query, headers, gives: { SalesReceipt: { Id: '7' } } },
      [`POST ${BASE}/payment`]: {
        query: keyed,
        body: z.strictObject({
          CustomerRef: reference,
          TotalAmt: z.number(),
          TxnDate: text,
          PaymentRefNum: text,
          Line: z
            .array(z.strictObject({ Amount: z.number(), LinkedTxn: z.array(linked) }))
            .optional(),
        }),
        reply: ({ body }) => ({ body: { Payment: { Id: '163', sent: body } } }),
      },
      [`POST ${BASE}/bill`]: {
        query: keyed,
        body: z.strictObject({ ...common, VendorRef: reference, Line: z.array(expense).min(1) }),
        gives: { Bill: { Id: '151' } },
      },
    },
  },
});

describe('records', () => {
  it('are found over as many pages as it takes', async () => {
    asked = [];
    const where = "Balance > '0'";
    const found = await bench.call('findRecords', { entity: 'Invoice', where, maxItems: 5000 });
    expect(found).toHaveLength(1001);
    expect(asked).toEqual([
      "SELECT * FROM Invoice WHERE Balance > '0' STARTPOSITION 1 MAXRESULTS 1000",
      "SELECT * FROM Invoice WHERE Balance > '0' STARTPOSITION 1001 MAXRESULTS 1000",
    ]);
  });

  it('whose name is taken are the fault of the input', async () => {
    await expect(bench.call('createCustomer', { DisplayName: 'Taken' })).rejects.toMatchObject({
      problem: { code: 'invalid_input', details: { code: '6240', title: 'Name taken' } },
    });
  });

  it('of a payment are tied to an invoice only when there is one', async () => {
    const open = await bench.call('recordPayment', { customer: '58', TotalAmt: 5 });
    expect(open).not.toHaveProperty('sent.Line');
    const paid = await bench.call('recordPayment', { customer: '58', TotalAmt: 5, invoice: '130' });
    expect(paid).toMatchObject({ sent: { Line: [{ Amount: 5, LinkedTxn: [{ TxnId: '130' }] }] } });
  });

  it('of any kind are asked for by its name in small letters', async () => {
    const found = await bench.call('getRecord', { entity: 'SalesReceipt', id: '7' });
    expect(found).toEqual({ Id: '7' });
  });

  it('start flows once for each version', async () => {
    const written = (LastUpdatedTime: string): object => ({
      ...SAMPLE_INVOICE,
      MetaData: { CreateTime: LastUpdatedTime, LastUpdatedTime },
    });
    changed = [written('2026-11-24T09:30:00-08:00')];
    const first = await bench.look('recordChanged', { entity: 'Invoice' });
    // What lies in the newest record's second is marked, and starts nothing.
    expect(first).toMatchObject({ items: [{ Id: '130' }], cursor: '2026-11-24T17:30:00Z' });
    changed = [written('2026-11-24T10:00:00-08:00')];
    asked = [];
    const next = await bench.look('recordChanged', { entity: 'Invoice' }, first.cursor);
    expect(next).toMatchObject({ items: [{ change: '130 0' }], cursor: '2026-11-24T18:00:00Z' });
    expect(asked[0]).toContain("WHERE MetaData.LastUpdatedTime >= '2026-11-24T17:30:00Z' ORDERBY");
  });
});
