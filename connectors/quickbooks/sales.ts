import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  customerId,
  day,
  DOCS,
  invoiceLine,
  record,
  SAMPLE_CUSTOMER,
  SAMPLE_INVOICE,
  VERSION,
  WRITE,
} from './fields.ts';

const invoiceId = z.string().min(1).meta({ title: 'Invoice', description: 'Its id.' });
const CUSTOMER = { in: 'body', at: 'CustomerRef.value' } as const;

export const createCustomer = defineHttpAction({
  title: 'Create a customer',
  description: 'Adds a customer; the name must be new.',
  tags: ['add', 'contact'],
  docsUrl: `${DOCS}/customer#create-a-customer`,
  input: z.strictObject({
    DisplayName: z.string().min(1).max(500).meta({ title: 'Name', 'x-order': 1 }),
    email: z.email().optional().meta({ title: 'Mail address', 'x-order': 2 }),
    phone: z.string().max(30).optional().meta({ title: 'Phone', 'x-order': 3 }),
    CompanyName: z.string().max(100).optional().meta({ title: 'Company', 'x-order': 4 }),
    GivenName: z.string().max(100).optional().meta({ title: 'First name', 'x-advanced': true }),
    FamilyName: z.string().max(100).optional().meta({ title: 'Last name', 'x-advanced': true }),
    Notes: z.string().max(2000).optional().meta({ title: 'Notes', 'x-advanced': true }),
  }),
  output: record,
  sample: { DisplayName: 'Harbour Books', email: 'office@harbour-books.example' },
  sampleOutput: SAMPLE_CUSTOMER,
  effects: { reads: false, idempotent: true },
  http: {
    method: 'POST',
    path: '/customer',
    params: {
      email: { in: 'body', at: 'PrimaryEmailAddr.Address' },
      phone: { in: 'body', at: 'PrimaryPhone.FreeFormNumber' },
    },
    ...WRITE,
    result: 'Customer',
  },
});

export const createInvoice = defineHttpAction({
  title: 'Create an invoice',
  description: 'Adds an invoice with its lines; "Send an invoice" sends it.',
  tags: ['bill', 'sale', 'add'],
  docsUrl: `${DOCS}/invoice#create-an-invoice`,
  input: z.strictObject({
    customer: customerId,
    Line: z.array(invoiceLine).min(1).meta({ title: 'Lines', 'x-order': 2 }),
    DueDate: day.optional().meta({ title: 'Due', 'x-order': 3 }),
    TxnDate: day.optional().meta({ title: 'Date', description: 'Empty is today.', 'x-order': 4 }),
    DocNumber: z
      .string()
      .max(21)
      .optional()
      .meta({ title: 'Number', description: 'Empty takes the next one.', 'x-order': 5 }),
    email: z
      .email()
      .optional()
      .meta({ title: 'Mail address', description: 'Where it is sent to.', 'x-order': 6 }),
    note: z
      .string()
      .max(1000)
      .optional()
      .meta({ title: 'Message to the customer', 'x-multiline': true, 'x-order': 7 }),
    PrivateNote: z.string().max(4000).optional().meta({ title: 'Own note', 'x-advanced': true }),
  }),
  output: record,
  sample: {
    customer: '58',
    Line: [
      { Amount: 240, SalesItemLineDetail: { ItemRef: { value: '1' }, Qty: 2, UnitPrice: 120 } },
    ],
    DueDate: '2026-12-24',
  },
  sampleOutput: SAMPLE_INVOICE,
  effects: { reads: false, idempotent: true },
  http: {
    method: 'POST',
    path: '/invoice',
    params: {
      customer: CUSTOMER,
      email: { in: 'body', at: 'BillEmail.Address' },
      note: { in: 'body', at: 'CustomerMemo.value' },
    },
    ...WRITE,
    result: 'Invoice',
  },
});

export const sendInvoice = defineHttpAction({
  title: 'Send an invoice',
  description: 'Mails an invoice to its customer, or to another address.',
  tags: ['mail', 'bill'],
  docsUrl: `${DOCS}/invoice#send-an-invoice`,
  input: z.strictObject({
    id: invoiceId,
    sendTo: z.email().optional().meta({
      title: 'To',
      description: 'Empty takes the address of the invoice.',
    }),
  }),
  output: record,
  sample: { id: '130', sendTo: 'office@harbour-books.example' },
  sampleOutput: { ...SAMPLE_INVOICE, EmailStatus: 'EmailSent' },
  effects: { reads: false },
  http: {
    method: 'POST',
    path: '/invoice/{id}/send',
    params: { sendTo: { in: 'query' } },
    query: VERSION,
    headers: { 'Content-Type': 'application/octet-stream' },
    result: 'Invoice',
  },
});

export const getInvoicePdf = defineHttpAction({
  title: 'Get the PDF of an invoice',
  description: 'Gives an invoice as a file.',
  tags: ['download', 'print'],
  docsUrl: `${DOCS}/invoice#get-an-invoice-as-pdf`,
  input: z.strictObject({ id: invoiceId }),
  output: z.object({
    name: z.string(),
    type: z.string(),
    size: z.number(),
    base64: z.string(),
  }),
  sample: { id: '130' },
  sampleOutput: { name: 'pdf', type: 'application/pdf', size: 3, base64: 'cGRm' },
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/invoice/{id}/pdf',
    query: VERSION,
    headers: { Accept: 'application/pdf' },
    response: 'file',
  },
});
