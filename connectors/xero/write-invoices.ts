import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { contactId, day, invoiceId, lineAmountTypes, lineItem } from './fields.ts';
import { invoice, SAMPLE_INVOICE, SAMPLES } from './records.ts';

const lines = z.array(lineItem);
const status = z.enum(['DRAFT', 'SUBMITTED', 'AUTHORISED']);

const details = {
  Date: day.optional().meta({
    title: 'Date',
    description: 'Of the invoice. Empty is today in the organisation.',
    'x-order': 4,
  }),
  DueDate: day.optional().meta({
    title: 'Due date',
    description: 'Needed before the invoice can be authorised.',
    'x-order': 5,
  }),
  InvoiceNumber: z.string().max(255).optional().meta({
    title: 'Number',
    description: 'Empty takes the next number of sales invoices. For a bill: the number on it.',
    'x-order': 7,
  }),
  Reference: z.string().max(255).optional().meta({
    title: 'Reference',
    description: 'Sales invoices only.',
    'x-order': 8,
  }),
  LineAmountTypes: lineAmountTypes,
  CurrencyCode: z
    .string()
    .regex(/^[A-Z]{3}$/, 'is three capital letters')
    .optional()
    .meta({
      title: 'Currency',
      description: 'Empty is that of the organisation.',
      'x-placeholder': 'EUR',
      'x-advanced': true,
      'x-order': 21,
    }),
  BrandingThemeID: z.guid().optional().meta({
    title: 'Branding theme',
    'x-options': 'brandingThemes',
    'x-advanced': true,
    'x-order': 22,
  }),
  Url: z.url().optional().meta({
    title: 'Link',
    description: 'Shown in Xero as the way to the source of the invoice.',
    'x-advanced': true,
    'x-order': 23,
  }),
};

const written = {
  params: { ContactID: { in: 'body', at: 'Contact.ContactID' } },
  // Prices keep four decimals; without it Xero rounds them to two.
  query: { unitdp: '4' },
  body: { type: 'json', wrap: 'Invoices', list: true },
  idempotencyHeader: 'Idempotency-Key',
  result: 'Invoices.0',
} as const;

/** Creates a sales invoice or a bill. */
export const createInvoice = defineHttpAction({
  title: 'Create an invoice',
  description: 'Creates a sales invoice or a bill with its lines.',
  tags: ['bill', 'add', 'accounts receivable', 'accounts payable'],
  docsUrl: 'https://developer.xero.com/documentation/api/accounting/invoices',
  input: z.strictObject({
    Type: z
      .enum(['ACCREC', 'ACCPAY'])
      .default('ACCREC')
      .meta({ title: 'Kind', 'x-enumTitles': ['Sales invoice', 'Bill'], 'x-order': 1 }),
    ContactID: contactId.meta({ 'x-order': 2 }),
    LineItems: lines.min(1).meta({ title: 'Lines', 'x-order': 3 }),
    ...details,
    Status: status.default('DRAFT').meta({
      title: 'Status',
      description: 'Only an authorised invoice can be sent and paid.',
      'x-enumTitles': ['Draft', 'Waits for approval', 'Authorised'],
      'x-order': 6,
    }),
  }),
  output: invoice,
  sample: {
    Type: 'ACCREC',
    ContactID: SAMPLES.contactId,
    LineItems: [{ Description: 'Consulting', Quantity: 2, UnitAmount: 120, AccountCode: '200' }],
    Date: '2026-01-01',
    DueDate: '2026-01-31',
    Reference: 'Order 1042',
    Status: 'AUTHORISED',
  },
  sampleOutput: SAMPLE_INVOICE,
  effects: { reads: false, idempotent: true },
  http: { method: 'PUT', path: '/Invoices', ...written },
});

/** Changes an invoice or a bill; also authorises, voids and deletes it. */
export const updateInvoice = defineHttpAction({
  title: 'Update an invoice',
  description: 'Changes, authorises, voids or deletes an invoice or a bill.',
  tags: ['void', 'approve', 'authorise', 'delete', 'bill'],
  docsUrl: 'https://developer.xero.com/documentation/api/accounting/invoices',
  input: z.strictObject({
    InvoiceID: invoiceId,
    ContactID: contactId.optional().meta({ 'x-order': 2 }),
    LineItems: lines.optional().meta({
      title: 'Lines',
      description: 'Replaces all lines; empty leaves them as they are.',
      'x-order': 3,
    }),
    ...details,
    Status: z
      .enum([...status.options, 'VOIDED', 'DELETED'])
      .optional()
      .meta({
        title: 'Status',
        description: 'A draft is deleted, an authorised invoice without payments is voided.',
        'x-enumTitles': ['Draft', 'Waits for approval', 'Authorised', 'Voided', 'Deleted'],
        'x-order': 6,
      }),
  }),
  output: invoice,
  sample: { InvoiceID: SAMPLES.invoiceId, Status: 'AUTHORISED', DueDate: '2026-01-31' },
  sampleOutput: SAMPLE_INVOICE,
  effects: { reads: false, destructive: true, idempotent: true },
  http: { method: 'POST', path: '/Invoices/{InvoiceID}', ...written },
});
