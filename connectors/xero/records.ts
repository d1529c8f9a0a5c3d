import { z } from 'zod';

const text = z.string().optional();
const amount = z.number().optional();

/** What Xero gives of a contact. Times stand as `/Date(…)/`. */
export const contact = z.looseObject({
  ContactID: z.string().meta({ title: 'Contact ID' }),
  Name: text,
  EmailAddress: text,
  ContactStatus: text,
  IsCustomer: z.boolean().optional(),
  IsSupplier: z.boolean().optional(),
  UpdatedDateUTC: text,
});

/** An invoice, or a bill. */
export const invoice = z.looseObject({
  InvoiceID: z.string().meta({ title: 'Invoice ID' }),
  InvoiceNumber: text,
  Type: text,
  Status: text,
  Reference: text,
  Contact: z.looseObject({ ContactID: text, Name: text }).optional(),
  DateString: text,
  DueDateString: text,
  LineItems: z
    .array(
      z.looseObject({
        LineItemID: text,
        Description: text,
        Quantity: amount,
        UnitAmount: amount,
        LineAmount: amount,
        AccountCode: text,
      }),
    )
    .optional(),
  SubTotal: amount,
  TotalTax: amount,
  Total: amount,
  AmountDue: amount,
  AmountPaid: amount,
  CurrencyCode: text,
  UpdatedDateUTC: text,
});

export const payment = z.looseObject({
  PaymentID: z.string().meta({ title: 'Payment ID' }),
  Amount: amount,
  Reference: text,
  Status: text,
  PaymentType: text,
  Invoice: z.looseObject({ InvoiceID: text, InvoiceNumber: text }).optional(),
  Account: z.looseObject({ AccountID: text, Code: text }).optional(),
  UpdatedDateUTC: text,
});

export const account = z.looseObject({
  AccountID: z.string().meta({ title: 'Account ID' }),
  Code: text,
  Name: text,
  Type: text,
  Class: text,
  TaxType: text,
  Status: text,
});

export const item = z.looseObject({
  ItemID: z.string().meta({ title: 'Item ID' }),
  Code: text,
  Name: text,
  Description: text,
  IsSold: z.boolean().optional(),
  IsPurchased: z.boolean().optional(),
});

export const bankTransaction = z.looseObject({
  BankTransactionID: z.string().meta({ title: 'Transaction ID' }),
  Type: text,
  Status: text,
  Reference: text,
  Total: amount,
  IsReconciled: z.boolean().optional(),
});

/** Records as examples show them. */
export const SAMPLES = {
  contactId: '3f0a1f54-7c2b-4a3e-9d3a-5d6f3a0c1b11',
  invoiceId: '8e4b7a8d-52d9-4b30-9d0f-0e6a2a0b7c22',
  accountId: 'b2d7c1c0-1f7e-4b2d-8c55-2f6f0c9e4d33',
} as const;

export const SAMPLE_CONTACT = {
  ContactID: SAMPLES.contactId,
  Name: 'Harbour Books',
  EmailAddress: 'office@harbour-books.example',
  ContactStatus: 'ACTIVE',
  IsCustomer: true,
  IsSupplier: false,
  UpdatedDateUTC: '/Date(1767225600000+0000)/',
};

export const SAMPLE_INVOICE = {
  InvoiceID: SAMPLES.invoiceId,
  InvoiceNumber: 'INV-0042',
  Type: 'ACCREC',
  Status: 'AUTHORISED',
  Reference: 'Order 1042',
  Contact: { ContactID: SAMPLES.contactId, Name: 'Harbour Books' },
  DateString: '2026-01-01T00:00:00',
  DueDateString: '2026-01-31T00:00:00',
  LineItems: [
    {
      LineItemID: 'c4a1c8a4-3b71-44e5-8a43-1c1c55a0de44',
      Description: 'Consulting',
      Quantity: 2,
      UnitAmount: 120,
      LineAmount: 240,
      AccountCode: '200',
    },
  ],
  SubTotal: 240,
  TotalTax: 48,
  Total: 288,
  AmountDue: 288,
  AmountPaid: 0,
  CurrencyCode: 'GBP',
  UpdatedDateUTC: '/Date(1767225600000+0000)/',
};

export const SAMPLE_PAYMENT = {
  PaymentID: 'd5e9b1d2-93a4-4c35-8a80-9f3b1a8a6e55',
  Amount: 288,
  Reference: 'Bank transfer 77',
  Status: 'AUTHORISED',
  PaymentType: 'ACCRECPAYMENT',
  Invoice: { InvoiceID: SAMPLES.invoiceId, InvoiceNumber: 'INV-0042' },
  Account: { AccountID: SAMPLES.accountId, Code: '090' },
  UpdatedDateUTC: '/Date(1767312000000+0000)/',
};
