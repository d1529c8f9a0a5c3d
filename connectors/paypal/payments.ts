import { z } from 'zod';

import { defineAction, defineHttpAction, sendHttp } from '#sdk';

import { amount, currency, DOCS, KEY, payment, SAMPLE_CAPTURE, WHOLE } from './fields.ts';

const captureId = z
  .string()
  .min(1)
  .meta({ title: 'Capture', description: 'Id of the payment.', 'x-order': 1 });

export const getCapture = defineHttpAction({
  title: 'Get a payment',
  description: 'Gives a captured payment with its fees.',
  tags: ['capture', 'status'],
  docsUrl: `${DOCS}/payments/v2/`,
  input: z.strictObject({ id: captureId }),
  output: payment,
  sample: { id: SAMPLE_CAPTURE.id },
  sampleOutput: SAMPLE_CAPTURE,
  effects: { reads: true },
  http: { method: 'GET', path: '/v2/payments/captures/{id}' },
});

const money = z.strictObject({ value: amount, currency_code: currency });

export const refundCapture = defineHttpAction({
  title: 'Refund a payment',
  description: 'Gives a payment back, whole or in part.',
  tags: ['return', 'credit'],
  docsUrl: `${DOCS}/payments/v2/`,
  input: z.strictObject({
    id: captureId,
    amount: money.optional().meta({
      title: 'Amount',
      description: 'Empty gives all of it back.',
      'x-order': 2,
    }),
    note_to_payer: z.string().max(255).optional().meta({ title: 'Note', 'x-order': 3 }),
  }),
  output: payment,
  sample: { id: SAMPLE_CAPTURE.id, amount: { value: '2.50', currency_code: 'EUR' } },
  sampleOutput: { ...SAMPLE_CAPTURE, id: '1JU08902781691411' },
  effects: { reads: false, destructive: true, idempotent: true },
  http: {
    method: 'POST',
    path: '/v2/payments/captures/{id}/refund',
    body: { type: 'json', fixed: {} },
    headers: WHOLE,
    idempotencyHeader: KEY,
  },
});

const batch = z.looseObject({
  payout_batch_id: z.string(),
  batch_status: z.string().optional(),
});

/** The batch has an own id, by which PayPal refuses a second time: that of the step. */
export const createPayout = defineAction({
  title: 'Pay out',
  description: 'Sends money to the PayPal account of a mail address.',
  tags: ['payout', 'transfer', 'send money'],
  docsUrl: `${DOCS}/payments.payouts-batch/v1/`,
  input: z.strictObject({
    receiver: z.email().meta({ title: 'To', 'x-order': 1 }),
    value: amount.meta({ 'x-order': 2 }),
    currency: currency.meta({ 'x-order': 3 }),
    note: z.string().max(1000).optional().meta({ title: 'Note', 'x-order': 4 }),
    sender_item_id: z.string().max(63).optional().meta({ title: 'Your own id', 'x-order': 5 }),
    email_subject: z
      .string()
      .max(255)
      .optional()
      .meta({ title: 'Subject of the mail', 'x-advanced': true }),
  }),
  output: batch,
  sample: { receiver: 'ada@example.com', value: '12.50', currency: 'EUR', note: 'Thank you' },
  sampleOutput: { payout_batch_id: '5UXD2E8A7EBQJ', batch_status: 'PENDING' },
  effects: { reads: false, idempotent: true },
  run: (ctx, facts) => {
    const { receiver, value, currency: code, email_subject, ...more } = ctx.input;
    const item = { recipient_type: 'EMAIL', receiver, amount: { value, currency: code }, ...more };
    const sender_batch_header = {
      sender_batch_id: ctx.idempotencyKey,
      ...(email_subject && { email_subject }),
    };
    return sendHttp(
      facts,
      {
        method: 'POST',
        path: '/v1/payments/payouts',
        idempotencyHeader: KEY,
        result: 'batch_header',
      },
      { ...ctx, input: { sender_batch_header, items: [item] } },
    );
  },
});

export const listTransactions = defineHttpAction({
  title: 'List transactions',
  description: 'Gives what went in and out; PayPal needs up to three hours to show it.',
  tags: ['report', 'statement', 'balance', 'history'],
  docsUrl: `${DOCS}/transaction-search/v1/`,
  input: z.strictObject({
    start_date: z.iso
      .datetime({ offset: true })
      .meta({ title: 'From', 'x-placeholder': '2026-11-01T00:00:00Z', 'x-order': 1 }),
    end_date: z.iso
      .datetime({ offset: true })
      .meta({ title: 'Until', description: 'At most 31 days later.', 'x-order': 2 }),
    transaction_status: z
      .enum(['D', 'P', 'S', 'V'])
      .optional()
      .meta({
        title: 'Status',
        'x-enumTitles': ['Denied', 'Pending', 'Successful', 'Reversed'],
        'x-order': 3,
      }),
  }),
  output: z.looseObject({
    transaction_info: z.looseObject({ transaction_id: z.string() }),
  }),
  sample: { start_date: '2026-11-01T00:00:00Z', end_date: '2026-11-24T00:00:00Z' },
  sampleOutput: [
    {
      transaction_info: {
        transaction_id: SAMPLE_CAPTURE.id,
        transaction_amount: SAMPLE_CAPTURE.amount,
        transaction_status: 'S',
      },
    },
  ],
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/v1/reporting/transactions',
    query: { fields: 'transaction_info,payer_info,cart_info' },
  },
  paginate: {
    by: 'page',
    items: 'transaction_details',
    param: 'page',
    size: { param: 'page_size', most: 500 },
  },
});
