import { z } from 'zod';

/** A day without a time. */
export const day = z.iso.date();

/** The organisation's contact. */
export const contactId = z.guid().meta({
  title: 'Contact',
  description: 'The customer or supplier.',
  'x-options': 'contacts',
});

export const invoiceId = z.guid().meta({
  title: 'Invoice',
  description: 'Its InvoiceID, as creating or listing gives it.',
  'x-order': 1,
});

/** One line of an invoice, a bill or a bank transaction. */
export const lineItem = z.strictObject({
  Description: z.string().max(4000).optional().meta({ title: 'Description', 'x-order': 1 }),
  Quantity: z.number().optional().meta({ title: 'Quantity', 'x-order': 2 }),
  UnitAmount: z.number().optional().meta({
    title: 'Unit price',
    description: 'With up to four decimals. Empty takes the price of the item.',
    'x-order': 3,
  }),
  ItemCode: z.string().max(30).optional().meta({
    title: 'Item',
    'x-options': 'items',
    'x-order': 4,
  }),
  AccountCode: z.string().optional().meta({
    title: 'Account',
    description: 'Needed before an invoice can be authorised, unless the item names one.',
    'x-options': 'accounts',
    'x-order': 5,
  }),
  TaxType: z.string().optional().meta({
    title: 'Tax rate',
    description: 'Empty takes the usual one of the account.',
    'x-options': 'taxRates',
    'x-order': 6,
  }),
  DiscountRate: z.number().min(0).max(100).optional().meta({
    title: 'Discount (%)',
    description: 'Sales invoices only.',
    'x-order': 7,
  }),
  LineItemID: z.guid().optional().meta({
    title: 'Line',
    description:
      'When changing an invoice: the line to keep. Lines that are not given are removed.',
    'x-advanced': true,
    'x-order': 8,
  }),
});

/** Whether the prices of lines hold the tax. */
export const lineAmountTypes = z
  .enum(['Exclusive', 'Inclusive', 'NoTax'])
  .optional()
  .meta({
    title: 'Prices',
    'x-enumTitles': ['Tax comes on top', 'Tax is included', 'No tax'],
    'x-advanced': true,
    'x-order': 20,
  });

/** A filter in Xero's own language. */
export const where = z.string().optional().meta({
  title: 'Where',
  description: 'A condition in the words of the API; all others must hold too.',
  'x-placeholder': 'AmountDue > 0 AND Type == "ACCREC"',
  'x-advanced': true,
  'x-order': 30,
});

export const order = z.string().optional().meta({
  title: 'Order',
  'x-placeholder': 'UpdatedDateUTC DESC',
  'x-advanced': true,
  'x-order': 31,
});

export const modifiedSince = z.iso.datetime({ local: true }).optional().meta({
  title: 'Changed since',
  description: 'Only records that were created or changed after this time (UTC).',
  'x-placeholder': '2026-01-31T00:00:00',
  'x-order': 10,
});

/** Where `modifiedSince` goes. */
export const modifiedSinceHeader = { in: 'header', name: 'If-Modified-Since' } as const;

/** Of a list without a page Xero gives the records in short: invoices without their lines. */
export const FIRST_PAGE = { page: '1' } as const;

/** How every list goes on. */
export const pages = (items: string) =>
  ({ by: 'page', items, param: 'page', size: { param: 'pageSize', most: 100 } }) as const;
