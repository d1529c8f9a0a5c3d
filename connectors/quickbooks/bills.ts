import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { day, DOCS, record, WRITE } from './fields.ts';

const line = z.strictObject({
  Amount: z.number().meta({ title: 'Amount' }),
  Description: z.string().max(4000).optional().meta({ title: 'Description' }),
  DetailType: z
    .literal('AccountBasedExpenseLineDetail')
    .default('AccountBasedExpenseLineDetail')
    .meta({ title: 'Kind', 'x-advanced': true }),
  AccountBasedExpenseLineDetail: z
    .strictObject({
      AccountRef: z
        .strictObject({ value: z.string().min(1).meta({ title: 'Id', 'x-options': 'accounts' }) })
        .meta({ title: 'Account' }),
    })
    .meta({ title: 'Where it is booked' }),
});

export const createBill = defineHttpAction({
  title: 'Create a bill',
  description: 'Books what a supplier wants to be paid.',
  tags: ['expense', 'vendor', 'supplier', 'payable'],
  docsUrl: `${DOCS}/bill#create-a-bill`,
  input: z.strictObject({
    vendor: z.string().min(1).meta({ title: 'Supplier', 'x-options': 'vendors', 'x-order': 1 }),
    Line: z.array(line).min(1).meta({ title: 'Lines', 'x-order': 2 }),
    DueDate: day.optional().meta({ title: 'Due', 'x-order': 3 }),
    TxnDate: day.optional().meta({ title: 'Date', 'x-order': 4 }),
    DocNumber: z.string().max(21).optional().meta({ title: 'Number on it', 'x-order': 5 }),
    PrivateNote: z.string().max(4000).optional().meta({ title: 'Note', 'x-advanced': true }),
  }),
  output: record,
  sample: {
    vendor: '56',
    Line: [{ Amount: 90, AccountBasedExpenseLineDetail: { AccountRef: { value: '7' } } }],
    DueDate: '2026-12-24',
  },
  sampleOutput: { Id: '151', SyncToken: '0', TotalAmt: 90, Balance: 90 },
  effects: { reads: false, idempotent: true },
  http: {
    method: 'POST',
    path: '/bill',
    params: { vendor: { in: 'body', at: 'VendorRef.value' } },
    ...WRITE,
    result: 'Bill',
  },
});
