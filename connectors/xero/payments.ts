import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  day,
  FIRST_PAGE,
  invoiceId,
  modifiedSince,
  modifiedSinceHeader,
  order,
  pages,
  where,
} from './fields.ts';
import { payment, SAMPLE_PAYMENT, SAMPLES } from './records.ts';

const DOCS = 'https://developer.xero.com/documentation/api/accounting/payments';

/** Marks an invoice as paid, in part or whole. */
export const createPayment = defineHttpAction({
  title: 'Record a payment',
  description: 'Applies a payment to an authorised invoice or bill.',
  tags: ['pay', 'paid', 'settle'],
  docsUrl: DOCS,
  input: z.strictObject({
    InvoiceID: invoiceId,
    AccountID: z.guid().meta({
      title: 'Account',
      description: 'The bank account, or another that takes payments.',
      'x-options': 'paymentAccounts',
      'x-order': 2,
    }),
    Amount: z.number().positive().meta({
      title: 'Amount',
      description: 'At most what is due, in the currency of the invoice.',
      'x-order': 3,
    }),
    Date: day.optional().meta({
      title: 'Date',
      description: 'Empty is today in the organisation.',
      'x-order': 4,
    }),
    Reference: z.string().optional().meta({ title: 'Reference', 'x-order': 5 }),
    CurrencyRate: z.number().positive().optional().meta({
      title: 'Exchange rate',
      description: 'When the account has another currency than the organisation.',
      'x-advanced': true,
      'x-order': 6,
    }),
  }),
  output: payment,
  sample: {
    InvoiceID: SAMPLES.invoiceId,
    AccountID: SAMPLES.accountId,
    Amount: 288,
    Date: '2026-01-02',
    Reference: 'Bank transfer 77',
  },
  sampleOutput: SAMPLE_PAYMENT,
  effects: { reads: false, idempotent: true },
  http: {
    method: 'PUT',
    path: '/Payments',
    params: {
      InvoiceID: { in: 'body', at: 'Invoice.InvoiceID' },
      AccountID: { in: 'body', at: 'Account.AccountID' },
    },
    body: { type: 'json', wrap: 'Payments', list: true },
    idempotencyHeader: 'Idempotency-Key',
    result: 'Payments.0',
  },
});

/** Payments, filtered. */
export const listPayments = defineHttpAction({
  title: 'List payments',
  description: 'Gives payments of invoices and bills by a condition or time of change.',
  tags: ['paid', 'search', 'find'],
  docsUrl: DOCS,
  input: z.strictObject({
    modifiedSince,
    where: where.meta({ 'x-placeholder': 'Status == "AUTHORISED"' }),
    order,
  }),
  output: payment,
  sample: { modifiedSince: '2026-01-01T00:00:00' },
  sampleOutput: [SAMPLE_PAYMENT],
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/Payments',
    query: FIRST_PAGE,
    params: { modifiedSince: modifiedSinceHeader },
  },
  paginate: pages('Payments'),
});
