import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { modifiedSince, modifiedSinceHeader, order, where } from './fields.ts';
import { account, item, SAMPLES } from './records.ts';

const SAMPLE_ITEM = {
  ItemID: 'f7a1d3f4-b5c6-4e57-8ca2-b15d3cac8077',
  Code: 'CONSULT',
  Name: 'Consulting',
  Description: 'One hour of consulting',
  IsSold: true,
  IsPurchased: false,
};

/** The chart of accounts. */
export const listAccounts = defineHttpAction({
  title: 'List accounts',
  description: 'Gives the chart of accounts.',
  tags: ['chart of accounts', 'ledger', 'codes'],
  docsUrl: 'https://developer.xero.com/documentation/api/accounting/accounts',
  input: z.strictObject({
    where: where.meta({ 'x-placeholder': 'Class == "REVENUE" AND Status == "ACTIVE"' }),
    order: order.meta({ 'x-placeholder': 'Code ASC' }),
    modifiedSince,
  }),
  output: z.array(account),
  sample: { where: 'Status == "ACTIVE"' },
  sampleOutput: [
    {
      AccountID: SAMPLES.accountId,
      Code: '200',
      Name: 'Sales',
      Type: 'REVENUE',
      Class: 'REVENUE',
      TaxType: 'OUTPUT2',
      Status: 'ACTIVE',
    },
  ],
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/Accounts',
    params: { modifiedSince: modifiedSinceHeader },
    result: 'Accounts',
  },
});

/** What is sold and bought. */
export const listItems = defineHttpAction({
  title: 'List items',
  description: 'Gives the items that invoices and bills can name.',
  tags: ['products', 'services', 'inventory'],
  docsUrl: 'https://developer.xero.com/documentation/api/accounting/items',
  input: z.strictObject({
    where: where.meta({ 'x-placeholder': 'IsSold == true' }),
    order: order.meta({ 'x-placeholder': 'Code ASC' }),
    modifiedSince,
  }),
  output: z.array(item),
  sample: { where: 'IsSold == true' },
  sampleOutput: [SAMPLE_ITEM],
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/Items',
    params: { modifiedSince: modifiedSinceHeader },
    query: { unitdp: '4' },
    result: 'Items',
  },
});

const price = (title: string, at: number) =>
  z
    .strictObject({
      UnitPrice: z.number().optional().meta({ title: 'Unit price', 'x-order': 1 }),
      AccountCode: z.string().optional().meta({
        title: 'Account',
        'x-options': 'accounts',
        'x-order': 2,
      }),
      TaxType: z.string().optional().meta({
        title: 'Tax rate',
        'x-options': 'taxRates',
        'x-order': 3,
      }),
    })
    .optional()
    .meta({ title, 'x-order': at });

/** A new product or service. */
export const createItem = defineHttpAction({
  title: 'Create an item',
  description: 'Creates a product or service that lines can name by its code.',
  tags: ['product', 'service', 'add'],
  docsUrl: 'https://developer.xero.com/documentation/api/accounting/items',
  input: z.strictObject({
    Code: z.string().min(1).max(30).meta({ title: 'Code', 'x-order': 1 }),
    Name: z.string().max(50).optional().meta({ title: 'Name', 'x-order': 2 }),
    Description: z.string().max(4000).optional().meta({
      title: 'Description on sales',
      'x-order': 3,
    }),
    PurchaseDescription: z.string().max(4000).optional().meta({
      title: 'Description on purchases',
      'x-order': 4,
    }),
    SalesDetails: price('When sold', 5),
    PurchaseDetails: price('When bought', 6),
  }),
  output: item,
  sample: {
    Code: 'CONSULT',
    Name: 'Consulting',
    Description: 'One hour of consulting',
    SalesDetails: { UnitPrice: 120, AccountCode: '200' },
  },
  sampleOutput: SAMPLE_ITEM,
  effects: { reads: false, idempotent: true },
  http: {
    method: 'PUT',
    path: '/Items',
    query: { unitdp: '4' },
    body: { type: 'json', wrap: 'Items', list: true },
    idempotencyHeader: 'Idempotency-Key',
    result: 'Items.0',
  },
});
