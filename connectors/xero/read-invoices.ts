import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  FIRST_PAGE,
  invoiceId,
  modifiedSince,
  modifiedSinceHeader,
  order,
  pages,
  where,
} from './fields.ts';
import { invoice, SAMPLE_INVOICE, SAMPLES } from './records.ts';

const STATUSES = ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'PAID', 'VOIDED', 'DELETED'] as const;

/** One invoice with its lines. */
export const getInvoice = defineHttpAction({
  title: 'Get an invoice',
  description: 'Gives one invoice or bill with its lines, payments and amounts due.',
  tags: ['bill', 'read', 'find'],
  input: z.strictObject({
    InvoiceID: z.string().min(1).meta({
      title: 'Invoice',
      description: 'Its InvoiceID, or the number of a sales invoice.',
      'x-order': 1,
    }),
  }),
  output: invoice,
  sample: { InvoiceID: SAMPLES.invoiceId },
  sampleOutput: SAMPLE_INVOICE,
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/Invoices/{InvoiceID}',
    query: { unitdp: '4' },
    result: 'Invoices.0',
  },
});

/** Invoices and bills, filtered. */
export const listInvoices = defineHttpAction({
  title: 'List invoices',
  description: 'Gives invoices and bills by status, contact, number or time of change.',
  tags: ['bills', 'search', 'find', 'overdue'],
  input: z.strictObject({
    Statuses: z
      .array(z.enum(STATUSES))
      .optional()
      .meta({ title: 'Status', description: 'Any of these. Empty gives all.', 'x-order': 1 }),
    ContactIDs: z
      .array(z.guid().meta({ title: 'Contact', 'x-options': 'contacts' }))
      .optional()
      .meta({ title: 'Contacts', 'x-order': 2 }),
    InvoiceNumbers: z.array(z.string()).optional().meta({ title: 'Numbers', 'x-order': 3 }),
    searchTerm: z.string().optional().meta({
      title: 'Search',
      description: 'Looks in number, reference and name of the contact.',
      'x-order': 4,
    }),
    modifiedSince,
    where,
    order,
  }),
  output: invoice,
  sample: { Statuses: ['AUTHORISED'], modifiedSince: '2026-01-01T00:00:00' },
  sampleOutput: [SAMPLE_INVOICE],
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/Invoices',
    params: {
      Statuses: { in: 'query', style: 'comma' },
      ContactIDs: { in: 'query', style: 'comma' },
      InvoiceNumbers: { in: 'query', style: 'comma' },
      modifiedSince: modifiedSinceHeader,
    },
    query: { unitdp: '4', ...FIRST_PAGE },
  },
  paginate: pages('Invoices'),
});

/** The invoice as its reader sees it. */
export const getInvoicePdf = defineHttpAction({
  title: 'Get an invoice as PDF',
  description: 'Gives the printed form of a sales invoice as a file.',
  tags: ['download', 'print', 'document'],
  input: z.strictObject({ InvoiceID: invoiceId }),
  output: z.object({
    name: z.string(),
    type: z.string(),
    size: z.number(),
    base64: z.string(),
  }),
  sample: { InvoiceID: SAMPLES.invoiceId },
  sampleOutput: { name: 'INV-0042.pdf', type: 'application/pdf', size: 5, base64: 'JVBERi0=' },
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/Invoices/{InvoiceID}',
    headers: { Accept: 'application/pdf' },
    response: 'file',
  },
});
