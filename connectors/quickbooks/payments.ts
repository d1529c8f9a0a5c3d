import { z } from 'zod';

import { defineAction, sendHttp } from '#sdk';

import { customerId, day, DOCS, record, WRITE } from './fields.ts';

/** A line ties the payment to its invoice; without an invoice there must be none. */
export const recordPayment = defineAction({
  title: 'Record a payment',
  description: 'Books what a customer has paid, for one invoice or for none.',
  tags: ['paid', 'receive'],
  docsUrl: `${DOCS}/payment#create-a-payment`,
  input: z.strictObject({
    customer: customerId,
    TotalAmt: z.number().positive().meta({ title: 'Amount', 'x-order': 2 }),
    invoice: z.string().optional().meta({
      title: 'Invoice',
      description: 'Its id. Empty leaves the money open, to be used later.',
      'x-order': 3,
    }),
    TxnDate: day.optional().meta({ title: 'Date', 'x-order': 4 }),
    PaymentRefNum: z.string().max(21).optional().meta({ title: 'Reference', 'x-order': 5 }),
  }),
  output: record,
  sample: { customer: '58', TotalAmt: 240, invoice: '130' },
  sampleOutput: { Id: '163', SyncToken: '0', TotalAmt: 240, UnappliedAmt: 0 },
  effects: { reads: false, idempotent: true },
  run: (ctx, facts) => {
    const { customer, invoice, ...input } = ctx.input;
    const { TotalAmt } = input;
    const Line = [{ Amount: TotalAmt, LinkedTxn: [{ TxnId: invoice, TxnType: 'Invoice' }] }];
    return sendHttp(
      facts,
      { method: 'POST', path: '/payment', ...WRITE, result: 'Payment' },
      { ...ctx, input: { ...input, CustomerRef: { value: customer }, ...(invoice && { Line }) } },
    );
  },
});
