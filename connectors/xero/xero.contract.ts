import { z } from 'zod';

import type { Contract, Operation } from '#sdk/testing';

import { SAMPLE_CONTACT, SAMPLE_INVOICE, SAMPLE_PAYMENT, SAMPLES } from './records.ts';

const text = z.string().optional();
const flag = z.enum(['true', 'false']).optional();
const uuid = z.guid();
const filter = { where: text, order: text };
const paged = {
  page: z.string().regex(/^\d+$/),
  pageSize: z.string().regex(/^\d+$/).optional(),
};
const unitdp = { unitdp: z.enum(['2', '4']).optional() };
const written = { summarizeErrors: flag, ...unitdp };
const since = z.object({
  'if-modified-since': z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
    .optional(),
});
const keyed = z.object({ 'idempotency-key': z.string().max(128) });
const date = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .optional();

const lineItem = z.strictObject({
  LineItemID: uuid.optional(),
  Description: text,
  Quantity: z.number().optional(),
  UnitAmount: z.number().optional(),
  ItemCode: text,
  AccountCode: text,
  TaxType: text,
  DiscountRate: z.number().optional(),
});
const person = z.strictObject({ ContactID: uuid });
const invoiceFields = {
  Type: z.enum(['ACCREC', 'ACCPAY']),
  Contact: person,
  LineItems: z.array(lineItem),
  Date: date,
  DueDate: date,
  LineAmountTypes: z.enum(['Exclusive', 'Inclusive', 'NoTax']).optional(),
  InvoiceNumber: text,
  Reference: text,
  BrandingThemeID: uuid.optional(),
  Url: text,
  CurrencyCode: text,
  Status: z.enum(['DRAFT', 'SUBMITTED', 'AUTHORISED', 'VOIDED', 'DELETED']).optional(),
};
const contactFields = z.strictObject({
  Name: text,
  EmailAddress: text,
  FirstName: text,
  LastName: text,
  AccountNumber: text,
  TaxNumber: text,
  CompanyNumber: text,
  Addresses: z
    .array(
      z.strictObject({
        AddressType: z.enum(['POBOX', 'STREET', 'DELIVERY']),
        AddressLine1: text,
        AddressLine2: text,
        AddressLine3: text,
        AddressLine4: text,
        City: text,
        Region: text,
        PostalCode: text,
        Country: text,
        AttentionTo: text,
      }),
    )
    .optional(),
  Phones: z
    .array(
      z.strictObject({
        PhoneType: z.enum(['DEFAULT', 'DDI', 'MOBILE', 'FAX', 'OFFICE']),
        PhoneNumber: z.string().max(50).optional(),
        PhoneAreaCode: z.string().max(10).optional(),
        PhoneCountryCode: z.string().max(20).optional(),
      }),
    )
    .optional(),
  ContactStatus: text,
});
const price = z
  .strictObject({ UnitPrice: z.number().optional(), AccountCode: text, TaxType: text })
  .optional();
const item = z.strictObject({
  Code: z.string(),
  Name: text,
  Description: text,
  PurchaseDescription: text,
  SalesDetails: price,
  PurchaseDetails: price,
});
const one = (name: string, record: z.ZodType): z.ZodType =>
  z.strictObject({ [name]: z.array(record).length(1) });
const write = (name: string, record: z.ZodType, gives: unknown): Operation => ({
  query: z.strictObject(written),
  headers: keyed,
  body: one(name, record),
  gives: { [name]: [gives] },
});
const list = (name: string, query: z.ZodRawShape, found: unknown[]): Operation => ({
  query: z.strictObject(query),
  headers: since,
  gives: { [name]: found },
});

const ROOT = '/api.xro/2.0';
const AN_ACCOUNT = { AccountID: SAMPLES.accountId, Code: '200', Name: 'Sales' };
const AN_ITEM = { ItemID: SAMPLES.accountId, Code: 'CONSULT', Name: 'Consulting' };

const operations: Record<string, Operation> = {
  'PUT /Invoices': {
    ...write('Invoices', z.strictObject(invoiceFields), undefined),
    reply: ({ body }) => {
      const [invoice] = (body as { Invoices: { Reference?: string }[] }).Invoices;
      if (invoice?.Reference !== 'twice') return { body: { Invoices: [SAMPLE_INVOICE] } };
      const Elements = [{ ValidationErrors: [{ Message: 'Invoice # must be unique.' }] }];
      return { status: 400, body: { ErrorNumber: 10, Type: 'ValidationException', Elements } };
    },
  },
  'POST /Invoices/{InvoiceID}': write(
    'Invoices',
    z.strictObject(invoiceFields).partial(),
    SAMPLE_INVOICE,
  ),
  'GET /Invoices/{InvoiceID}': {
    query: z.strictObject(unitdp),
    reply: ({ headers }) =>
      headers.accept === 'application/pdf'
        ? { headers: { 'content-type': 'application/pdf' }, body: '%PDF-' }
        : { body: { Invoices: [SAMPLE_INVOICE] } },
  },
  'GET /Invoices': {
    query: z.strictObject({
      ...filter,
      ...paged,
      ...unitdp,
      IDs: text,
      InvoiceNumbers: text,
      ContactIDs: text,
      Statuses: text,
      includeArchived: flag,
      createdByMyApp: flag,
      summaryOnly: flag,
      searchTerm: text,
    }),
    headers: since,
    reply: ({ query }) => ({ body: { Invoices: query.page === '3' ? [] : pageOf(query) } }),
  },
  'POST /Invoices/{InvoiceID}/Email': {
    headers: keyed,
    body: z.strictObject({ Status: text }),
    reply: () => ({ status: 204 }),
  },
  'GET /Invoices/{InvoiceID}/OnlineInvoice': {
    gives: { OnlineInvoices: [{ OnlineInvoiceUrl: 'https://in.xero.com/Ab12' }] },
  },
  'PUT /Invoices/{InvoiceID}/History': {
    headers: keyed,
    body: one('HistoryRecords', z.strictObject({ Details: z.string() })),
    gives: { HistoryRecords: [{ Details: 'noted' }] },
  },
  'PUT /Invoices/{InvoiceID}/Attachments/{FileName}': {
    query: z.strictObject({ IncludeOnline: flag }),
    headers: keyed,
    type: 'application/pdf',
    body: z.string().startsWith('%PDF'),
    gives: { Attachments: [{ AttachmentID: 'a', FileName: 'delivery-note.pdf' }] },
  },
  'PUT /Contacts': write('Contacts', contactFields.required({ Name: true }), SAMPLE_CONTACT),
  'POST /Contacts/{ContactID}': write('Contacts', contactFields, SAMPLE_CONTACT),
  'GET /Contacts/{ContactID}': { gives: { Contacts: [SAMPLE_CONTACT] } },
  'GET /Contacts': list(
    'Contacts',
    { ...filter, ...paged, IDs: text, includeArchived: flag, summaryOnly: flag, searchTerm: text },
    [SAMPLE_CONTACT],
  ),
  'PUT /Payments': write(
    'Payments',
    z.strictObject({
      Invoice: z.strictObject({ InvoiceID: uuid }),
      Account: z.strictObject({ AccountID: uuid }),
      Amount: z.number(),
      Date: date,
      Reference: text,
      CurrencyRate: z.number().optional(),
    }),
    SAMPLE_PAYMENT,
  ),
  'GET /Payments': list('Payments', { ...filter, ...paged }, [SAMPLE_PAYMENT]),
  'GET /Accounts': list('Accounts', filter, [AN_ACCOUNT]),
  'GET /Items': list('Items', { ...filter, ...unitdp }, [AN_ITEM]),
  'PUT /Items': write('Items', item, AN_ITEM),
  'PUT /BankTransactions': write(
    'BankTransactions',
    z.strictObject({
      Type: z.enum(['SPEND', 'RECEIVE']),
      BankAccount: z.strictObject({ AccountID: uuid }),
      Contact: person,
      LineItems: z.array(lineItem).min(1),
      Date: date,
      Reference: text,
      LineAmountTypes: text,
    }),
    { BankTransactionID: 'b' },
  ),
  'GET /TaxRates': list('TaxRates', { ...filter, TaxType: text }, [
    { TaxType: 'OUTPUT2', Name: '20% on income' },
  ]),
  'GET /BrandingThemes': { gives: { BrandingThemes: [{ BrandingThemeID: 't', Name: 'Plain' }] } },
  'GET /Organisation': { gives: { Organisations: [{ Name: 'Demo Company (UK)' }] } },
};

function pageOf({ pageSize, where }: Record<string, string | string[]>): unknown[] {
  if (where === 'Type == "NONE"') return [];
  return Array.from({ length: Number(pageSize) }, () => SAMPLE_INVOICE);
}

/** Xero's accounting API 2.0 as far as this connector uses it, after Xero's published description. */
export const contract: Contract = {
  headers: { authorization: 'Bearer token', 'xero-tenant-id': 'tenant-1' },
  operations: {
    ...Object.fromEntries(
      Object.entries(operations).map(([name, operation]) => [
        name.replace(' ', ` ${ROOT}`),
        operation,
      ]),
    ),
    'GET /connections': { gives: [{ tenantId: 'tenant-1', tenantName: 'Demo Company (UK)' }] },
  },
};
