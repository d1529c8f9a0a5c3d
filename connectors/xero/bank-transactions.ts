import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { contactId, day, lineAmountTypes, lineItem } from './fields.ts';
import { bankTransaction, SAMPLES } from './records.ts';

/** Money that came in or went out without an invoice. */
export const createBankTransaction = defineHttpAction({
  title: 'Record money spent or received',
  description: 'Records a bank transaction that belongs to no invoice or bill.',
  tags: ['spend money', 'receive money', 'bank', 'expense'],
  docsUrl: 'https://developer.xero.com/documentation/api/accounting/banktransactions',
  input: z.strictObject({
    Type: z
      .enum(['SPEND', 'RECEIVE'])
      .meta({ title: 'Direction', 'x-enumTitles': ['Spent', 'Received'], 'x-order': 1 }),
    AccountID: z.guid().meta({
      title: 'Bank account',
      'x-options': 'bankAccounts',
      'x-order': 2,
    }),
    ContactID: contactId.meta({ 'x-order': 3 }),
    LineItems: z
      .array(lineItem.omit({ LineItemID: true, DiscountRate: true }))
      .min(1)
      .meta({
        title: 'Lines',
        'x-order': 4,
      }),
    Date: day.optional().meta({
      title: 'Date',
      description: 'Empty is today in the organisation.',
      'x-order': 5,
    }),
    Reference: z.string().max(255).optional().meta({ title: 'Reference', 'x-order': 6 }),
    LineAmountTypes: lineAmountTypes,
  }),
  output: bankTransaction,
  sample: {
    Type: 'SPEND',
    AccountID: SAMPLES.accountId,
    ContactID: SAMPLES.contactId,
    LineItems: [{ Description: 'Train ticket', Quantity: 1, UnitAmount: 48.5, AccountCode: '493' }],
    Date: '2026-01-02',
  },
  sampleOutput: {
    BankTransactionID: 'a8b2e4a5-c6d7-4f68-9db3-c26e4dbd9188',
    Type: 'SPEND',
    Status: 'AUTHORISED',
    Total: 48.5,
    IsReconciled: false,
  },
  effects: { reads: false, idempotent: true },
  http: {
    method: 'PUT',
    path: '/BankTransactions',
    params: {
      AccountID: { in: 'body', at: 'BankAccount.AccountID' },
      ContactID: { in: 'body', at: 'Contact.ContactID' },
    },
    query: { unitdp: '4' },
    body: { type: 'json', wrap: 'BankTransactions', list: true },
    idempotencyHeader: 'Idempotency-Key',
    result: 'BankTransactions.0',
  },
  scopes: ['accounting.banktransactions'],
});
