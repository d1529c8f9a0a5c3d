import { z } from 'zod';

export const DOCS =
  'https://developer.intuit.com/app/developer/qbo/docs/api/accounting/all-entities';
/** Without it answers lack the newer fields. */
export const VERSION = { minorversion: '75' };
/** A second request with the same id gives the answer of the first. */
export const WRITE = { query: VERSION, idempotencyQuery: 'requestid' };

const text = z.string().optional();

export const customerId = z
  .string()
  .min(1)
  .meta({ title: 'Customer', 'x-options': 'customers', 'x-order': 1 });

/** A line of an invoice: a product or service from the list of items. */
export const invoiceLine = z.strictObject({
  Amount: z.number().meta({ title: 'Amount', description: 'Quantity times price.' }),
  Description: z.string().max(4000).optional().meta({ title: 'Description' }),
  DetailType: z
    .literal('SalesItemLineDetail')
    .default('SalesItemLineDetail')
    .meta({ 'x-advanced': true, title: 'Kind' }),
  SalesItemLineDetail: z
    .strictObject({
      ItemRef: z
        .strictObject({ value: z.string().min(1).meta({ title: 'Id', 'x-options': 'items' }) })
        .meta({ title: 'Product or service' }),
      Qty: z.number().optional().meta({ title: 'Quantity' }),
      UnitPrice: z.number().optional().meta({ title: 'Price of one' }),
    })
    .meta({ title: 'What is sold' }),
});

export const day = z.iso.date();

export const record = z.looseObject({ Id: z.string(), SyncToken: text });
export const SAMPLE_CUSTOMER = {
  Id: '58',
  SyncToken: '0',
  DisplayName: 'Harbour Books',
  PrimaryEmailAddr: { Address: 'office@harbour-books.example' },
};
export const SAMPLE_INVOICE = {
  Id: '130',
  SyncToken: '0',
  DocNumber: '1037',
  TxnDate: '2026-11-24',
  TotalAmt: 240,
  Balance: 240,
  CustomerRef: { value: '58', name: 'Harbour Books' },
};
