import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { amount, currency, DOCS, WHOLE } from './fields.ts';

const docsUrl = `${DOCS}/invoicing/v2/`;
const invoice = z.looseObject({ id: z.string(), status: z.string().optional() });
const ID = 'INV2-Z56S-5LLA-Q52L-CPZ5';
const item = z.strictObject({
  name: z.string().min(1).max(200).meta({ title: 'Name' }),
  quantity: z.string().default('1').meta({ title: 'Quantity' }),
  unit_amount: z
    .strictObject({ currency_code: currency, value: amount })
    .meta({ title: 'Price of one' }),
  description: z.string().max(1000).optional().meta({ title: 'Description' }),
});

export const createInvoice = defineHttpAction({
  title: 'Create an invoice',
  description: 'Makes a draft; "Send an invoice" sends it.',
  tags: ['bill', 'request money'],
  docsUrl,
  input: z.strictObject({
    recipient: z.email().meta({ title: 'To', 'x-order': 1 }),
    currency_code: currency.meta({ 'x-order': 2 }),
    items: z.array(item).min(1).max(100).meta({ title: 'Items', 'x-order': 3 }),
    invoice_number: z
      .string()
      .max(25)
      .optional()
      .meta({ title: 'Number', description: 'Empty takes the next one.', 'x-order': 4 }),
    note: z.string().max(4000).optional().meta({ title: 'Note', 'x-order': 5 }),
    due_date: z.iso.date().optional().meta({ title: 'Due', 'x-order': 6 }),
  }),
  output: invoice,
  sample: {
    recipient: 'ada@example.com',
    currency_code: 'EUR',
    items: [{ name: 'Consulting', unit_amount: { currency_code: 'EUR', value: '120.00' } }],
  },
  sampleOutput: { id: ID, status: 'DRAFT' },
  effects: { reads: false },
  http: {
    method: 'POST',
    path: '/v2/invoicing/invoices',
    params: {
      recipient: { in: 'body', at: 'primary_recipients.0.billing_info.email_address' },
      currency_code: { in: 'body', at: 'detail.currency_code' },
      invoice_number: { in: 'body', at: 'detail.invoice_number' },
      note: { in: 'body', at: 'detail.note' },
      due_date: { in: 'body', at: 'detail.payment_term.due_date' },
    },
    // PayPal describes no key for this call: a number that is taken is refused, another draft is not.
    headers: WHOLE,
  },
});

export const sendInvoice = defineHttpAction({
  title: 'Send an invoice',
  description: 'Sends a draft to its recipient, and gives the address where to pay.',
  tags: ['bill', 'mail'],
  docsUrl,
  input: z.strictObject({
    id: z.string().min(1).meta({ title: 'Invoice', 'x-options': 'invoices', 'x-order': 1 }),
    send_to_recipient: z
      .boolean()
      .default(true)
      .meta({ title: 'Send a mail', description: 'Off only makes the address.', 'x-order': 2 }),
  }),
  output: z.looseObject({ href: z.string() }),
  sample: { id: ID },
  sampleOutput: {
    href: 'https://www.paypal.com/invoice/p/#Z56S5LLAQ52LCPZ5',
    rel: 'payer-view',
    method: 'GET',
  },
  // PayPal describes no key for this call either; sending again has no effect.
  effects: { reads: false, idempotent: true },
  http: { method: 'POST', path: '/v2/invoicing/invoices/{id}/send' },
});
