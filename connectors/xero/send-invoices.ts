import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { invoiceId } from './fields.ts';
import { SAMPLES } from './records.ts';

/** Sends a sales invoice by mail. */
export const emailInvoice = defineHttpAction({
  title: 'Email an invoice',
  description: 'Sends an authorised sales invoice to the contact, with the words set up in Xero.',
  tags: ['send', 'mail'],
  input: z.strictObject({ InvoiceID: invoiceId }),
  sample: { InvoiceID: SAMPLES.invoiceId },
  effects: { reads: false, idempotent: true },
  http: {
    method: 'POST',
    path: '/Invoices/{InvoiceID}/Email',
    body: { type: 'json', fixed: {} },
    idempotencyHeader: 'Idempotency-Key',
  },
});

/** The address where the customer can look at the invoice and pay. */
export const getOnlineInvoice = defineHttpAction({
  title: 'Get the online address of an invoice',
  description: 'Gives the address where the customer sees a sales invoice and can pay it.',
  tags: ['link', 'url', 'pay', 'share'],
  input: z.strictObject({ InvoiceID: invoiceId }),
  output: z.looseObject({ OnlineInvoiceUrl: z.string().meta({ title: 'Address' }) }),
  sample: { InvoiceID: SAMPLES.invoiceId },
  sampleOutput: { OnlineInvoiceUrl: 'https://in.xero.com/Ab12Cd34' },
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/Invoices/{InvoiceID}/OnlineInvoice',
    result: 'OnlineInvoices.0',
  },
});

/** A note in the history of an invoice. */
export const addInvoiceNote = defineHttpAction({
  title: 'Add a note to an invoice',
  description: 'Writes a note into the history of an invoice or bill.',
  tags: ['comment', 'history', 'audit'],
  input: z.strictObject({
    InvoiceID: invoiceId,
    Details: z.string().min(1).max(2500).meta({
      title: 'Note',
      'x-multiline': true,
      'x-order': 2,
    }),
  }),
  output: z.looseObject({ Details: z.string(), DateUTC: z.string().optional() }),
  sample: { InvoiceID: SAMPLES.invoiceId, Details: 'Approved by Ada in the order system.' },
  sampleOutput: {
    Details: 'Approved by Ada in the order system.',
    DateUTC: '/Date(1767312000000+0000)/',
  },
  effects: { reads: false, idempotent: true },
  http: {
    method: 'PUT',
    path: '/Invoices/{InvoiceID}/History',
    body: { type: 'json', wrap: 'HistoryRecords', list: true },
    idempotencyHeader: 'Idempotency-Key',
    result: 'HistoryRecords.0',
  },
});

const file = z
  .looseObject({ base64: z.string(), name: z.string().optional(), type: z.string().optional() })
  .meta({
    title: 'File',
    description: 'As another step gives it: name, type and content in base64.',
    'x-order': 3,
  });

/** A file beside an invoice. */
export const attachFile = defineHttpAction({
  title: 'Attach a file to an invoice',
  description: 'Adds a file of up to 10 MB to an invoice or bill.',
  tags: ['attachment', 'upload', 'document', 'receipt'],
  docsUrl: 'https://developer.xero.com/documentation/api/accounting/attachments',
  input: z.strictObject({
    InvoiceID: invoiceId,
    FileName: z.string().min(1).meta({
      title: 'File name',
      'x-placeholder': 'delivery-note.pdf',
      'x-order': 2,
    }),
    File: file,
    IncludeOnline: z.boolean().default(false).meta({
      title: 'Show it to the customer',
      description: 'With the online invoice. Sales invoices only.',
      'x-order': 4,
    }),
  }),
  output: z.looseObject({
    AttachmentID: z.string(),
    FileName: z.string().optional(),
    Url: z.string().optional(),
    MimeType: z.string().optional(),
    ContentLength: z.number().optional(),
  }),
  sample: {
    InvoiceID: SAMPLES.invoiceId,
    FileName: 'delivery-note.pdf',
    File: { name: 'delivery-note.pdf', type: 'application/pdf', base64: 'JVBERi0xLjQK' },
  },
  sampleOutput: {
    AttachmentID: 'e6f0c2e3-a4b5-4d46-9b91-a04c2b9b7f66',
    FileName: 'delivery-note.pdf',
    MimeType: 'application/pdf',
    ContentLength: 9,
  },
  effects: { reads: false, idempotent: true },
  scopes: ['accounting.attachments'],
  http: {
    method: 'PUT',
    path: '/Invoices/{InvoiceID}/Attachments/{FileName}',
    params: { IncludeOnline: { in: 'query' } },
    body: { type: 'binary', key: 'File' },
    idempotencyHeader: 'Idempotency-Key',
    result: 'Attachments.0',
  },
});
