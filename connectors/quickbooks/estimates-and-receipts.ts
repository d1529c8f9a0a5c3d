import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { customerId, day, DOCS, invoiceLine, record, WRITE } from './fields.ts';

const CUSTOMER = { in: 'body', at: 'CustomerRef.value' } as const;
const EMAIL = { in: 'body', at: 'BillEmail.Address' } as const;
const LINES = [
  { Amount: 240, SalesItemLineDetail: { ItemRef: { value: '1' }, Qty: 2, UnitPrice: 120 } },
];
const lines = z.array(invoiceLine).min(1).meta({ title: 'Lines', 'x-order': 2 });
const date = day.optional().meta({ title: 'Date', description: 'Empty is today.', 'x-order': 4 });
const email = z.email().optional().meta({ title: 'Mail address', 'x-order': 5 });
const note = z.string().max(4000).optional().meta({ title: 'Own note', 'x-advanced': true });

export const createEstimate = defineHttpAction({
  title: 'Create an estimate',
  description: 'Offers something to a customer at a price.',
  tags: ['quote', 'offer', 'add'],
  docsUrl: `${DOCS}/estimate#create-an-estimate`,
  input: z.strictObject({
    customer: customerId,
    Line: lines,
    ExpirationDate: day.optional().meta({ title: 'Good until', 'x-order': 3 }),
    TxnDate: date,
    email,
    PrivateNote: note,
  }),
  output: record,
  sample: { customer: '58', Line: LINES, ExpirationDate: '2026-12-24' },
  sampleOutput: { Id: '177', SyncToken: '0', TotalAmt: 240, TxnStatus: 'Pending' },
  effects: { reads: false, idempotent: true },
  http: {
    method: 'POST',
    path: '/estimate',
    params: { customer: CUSTOMER, email: EMAIL },
    ...WRITE,
    result: 'Estimate',
  },
});

export const createSalesReceipt = defineHttpAction({
  title: 'Create a sales receipt',
  description: 'Books something that was sold and paid at once.',
  tags: ['sale', 'paid', 'shop', 'add'],
  docsUrl: `${DOCS}/salesreceipt#create-a-salesreceipt`,
  input: z.strictObject({
    customer: customerId.optional(),
    Line: lines,
    account: z.string().optional().meta({
      title: 'Account',
      description: 'Where the money goes. Empty is what is not yet deposited.',
      'x-options': 'accounts',
      'x-order': 3,
    }),
    TxnDate: date,
    email,
    PaymentRefNum: z.string().max(21).optional().meta({ title: 'Reference', 'x-order': 6 }),
    PrivateNote: note,
  }),
  output: record,
  sample: { customer: '58', Line: LINES, PaymentRefNum: '1042' },
  sampleOutput: { Id: '178', SyncToken: '0', TotalAmt: 240, Balance: 0 },
  effects: { reads: false, idempotent: true },
  http: {
    method: 'POST',
    path: '/salesreceipt',
    params: {
      customer: CUSTOMER,
      email: EMAIL,
      account: { in: 'body', at: 'DepositToAccountRef.value' },
    },
    ...WRITE,
    result: 'SalesReceipt',
  },
});
