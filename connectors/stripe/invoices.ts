import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  amount,
  created,
  createdInQuery,
  currency,
  customer,
  description,
  metadata,
  pages,
  written,
} from './fields.ts';
import { invoice, invoiceItem, SAMPLE_INVOICE, SAMPLE_INVOICE_ITEM } from './records.ts';

const DOCS = 'https://docs.stripe.com/api/invoices';

const invoiceId = z.string().min(1).meta({
  title: 'Invoice',
  'x-placeholder': 'in_…',
  'x-order': 1,
});

/** A draft; lines come by `createInvoiceItem`. */
export const createInvoice = defineHttpAction({
  title: 'Create an invoice',
  description: 'Creates a draft of an invoice; add items, then finalize or send it.',
  tags: ['bill', 'draft'],
  docsUrl: DOCS,
  input: z.strictObject({
    customer: customer.meta({ 'x-order': 1 }),
    collection_method: z
      .enum(['charge_automatically', 'send_invoice'])
      .default('send_invoice')
      .meta({
        title: 'How it is paid',
        'x-enumTitles': ['With the stored way to pay', 'The customer gets it by mail'],
        'x-order': 2,
      }),
    days_until_due: z.number().int().min(0).optional().meta({
      title: 'Days to pay',
      description: 'Needed when it is sent by mail.',
      'x-order': 3,
    }),
    currency: currency.optional().meta({ 'x-order': 4 }),
    auto_advance: z.boolean().optional().meta({
      title: 'Let Stripe finalize it',
      description: 'About an hour after its creation, and remind the customer.',
      'x-order': 5,
    }),
    pending_invoice_items_behavior: z
      .enum(['exclude', 'include'])
      .default('exclude')
      .meta({
        title: 'Items that wait for an invoice',
        'x-enumTitles': ['Leave out', 'Take in'],
        'x-advanced': true,
        'x-order': 6,
      }),
    description,
    metadata,
  }),
  output: invoice,
  sample: { customer: SAMPLE_INVOICE.customer, days_until_due: 14 },
  sampleOutput: SAMPLE_INVOICE,
  effects: { reads: false, idempotent: true },
  http: { path: '/invoices', ...written },
});

/** A line of a draft. */
export const createInvoiceItem = defineHttpAction({
  title: 'Add an item to an invoice',
  description: 'Adds a line to a draft, or to the next invoice of the customer.',
  tags: ['line', 'position'],
  docsUrl: 'https://docs.stripe.com/api/invoiceitems/create',
  input: z.strictObject({
    customer: customer.meta({ 'x-order': 1 }),
    invoice: invoiceId.optional().meta({
      description: 'A draft. Empty: the next invoice of the customer.',
      'x-order': 2,
    }),
    amount: amount.meta({ 'x-order': 3 }),
    currency: currency.meta({ 'x-order': 4 }),
    description,
    metadata,
  }),
  output: invoiceItem,
  sample: {
    customer: SAMPLE_INVOICE.customer,
    invoice: SAMPLE_INVOICE.id,
    amount: 1999,
    currency: 'eur',
    description: 'Consulting',
  },
  sampleOutput: SAMPLE_INVOICE_ITEM,
  effects: { reads: false, idempotent: true },
  http: { path: '/invoiceitems', ...written },
});

/** A draft becomes an invoice. */
export const finalizeInvoice = defineHttpAction({
  title: 'Finalize an invoice',
  description: 'Gives a draft its number; from then on it cannot be changed.',
  tags: ['issue', 'complete'],
  docsUrl: DOCS,
  input: z.strictObject({ invoice: invoiceId }),
  output: invoice,
  sample: { invoice: SAMPLE_INVOICE.id },
  sampleOutput: { ...SAMPLE_INVOICE, number: 'A1B2-0001', status: 'open', amount_due: 1999 },
  effects: { reads: false, idempotent: true },
  http: { path: '/invoices/{invoice}/finalize', ...written },
});

/** Mails the invoice. */
export const sendInvoice = defineHttpAction({
  title: 'Send an invoice',
  description: 'Mails an invoice to the customer; a draft is finalized first.',
  tags: ['email', 'mail'],
  docsUrl: DOCS,
  input: z.strictObject({ invoice: invoiceId }),
  output: invoice,
  sample: { invoice: SAMPLE_INVOICE.id },
  sampleOutput: { ...SAMPLE_INVOICE, number: 'A1B2-0001', status: 'open', amount_due: 1999 },
  effects: { reads: false, idempotent: true },
  http: { path: '/invoices/{invoice}/send', ...written },
});

/** Invoices, newest first. */
export const listInvoices = defineHttpAction({
  title: 'List invoices',
  description: 'Gives invoices by customer, status or time, newest first.',
  tags: ['bills', 'unpaid', 'find'],
  docsUrl: DOCS,
  input: z.strictObject({
    customer: customer.optional().meta({ 'x-order': 1 }),
    status: z
      .enum(['draft', 'open', 'paid', 'uncollectible', 'void'])
      .optional()
      .meta({
        title: 'Status',
        'x-enumTitles': ['Draft', 'Open', 'Paid', 'Given up', 'Void'],
        'x-order': 2,
      }),
    subscription: z.string().optional().meta({ title: 'Subscription', 'x-order': 3 }),
    created,
  }),
  output: invoice,
  sample: { status: 'open' },
  sampleOutput: [SAMPLE_INVOICE],
  effects: { reads: true },
  http: { method: 'GET', path: '/invoices', params: { created: createdInQuery } },
  paginate: pages,
});
