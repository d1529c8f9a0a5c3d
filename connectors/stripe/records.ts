import { z } from 'zod';

const text = z.string().nullish();
const number = z.number().nullish();
const base = { id: z.string(), object: z.string().optional(), created: z.number().optional() };

export const customerRecord = z.looseObject({ ...base, email: text, name: text, phone: text });
export const paymentIntent = z.looseObject({
  ...base,
  amount: z.number(),
  amount_received: number,
  currency: z.string(),
  status: z.string(),
  customer: text,
  latest_charge: text,
  client_secret: text,
});
export const charge = z.looseObject({
  ...base,
  amount: z.number(),
  currency: z.string(),
  status: z.string(),
  paid: z.boolean().optional(),
  refunded: z.boolean().optional(),
  customer: text,
  payment_intent: text,
  receipt_url: text,
});
export const refund = z.looseObject({
  ...base,
  amount: z.number(),
  currency: z.string(),
  status: text,
  payment_intent: text,
});
export const invoice = z.looseObject({
  ...base,
  number: text,
  status: text,
  customer: text,
  amount_due: number,
  amount_paid: number,
  currency: z.string(),
  due_date: number,
  hosted_invoice_url: text,
  invoice_pdf: text,
});
export const invoiceItem = z.looseObject({
  ...base,
  amount: z.number(),
  currency: z.string(),
  invoice: text,
});
export const subscription = z.looseObject({
  ...base,
  status: z.string(),
  customer: text,
  cancel_at_period_end: z.boolean().optional(),
});
export const link = z.looseObject({ ...base, url: z.string(), active: z.boolean().optional() });
export const session = z.looseObject({
  ...base,
  url: text,
  status: text,
  payment_status: text,
});

const CREATED = 1_767_600_000;
export const SAMPLE_CUSTOMER = {
  id: 'cus_Qa1',
  object: 'customer',
  created: CREATED,
  email: 'ada@example.com',
  name: 'Ada Byron',
  phone: null,
};
export const SAMPLE_PAYMENT = {
  id: 'pi_3Qa1',
  object: 'payment_intent',
  created: CREATED,
  amount: 1999,
  amount_received: 1999,
  currency: 'eur',
  status: 'succeeded',
  customer: SAMPLE_CUSTOMER.id,
  latest_charge: 'ch_3Qa1',
};
export const SAMPLE_CHARGE = {
  id: 'ch_3Qa1',
  object: 'charge',
  created: CREATED,
  amount: 1999,
  currency: 'eur',
  status: 'succeeded',
  paid: true,
  refunded: false,
  customer: SAMPLE_CUSTOMER.id,
  payment_intent: SAMPLE_PAYMENT.id,
};
export const SAMPLE_REFUND = {
  id: 're_3Qa1',
  object: 'refund',
  created: CREATED,
  amount: 500,
  currency: 'eur',
  status: 'succeeded',
  payment_intent: SAMPLE_PAYMENT.id,
};
export const SAMPLE_INVOICE = {
  id: 'in_1Qa1',
  object: 'invoice',
  created: CREATED,
  number: null,
  status: 'draft',
  customer: SAMPLE_CUSTOMER.id,
  amount_due: 0,
  amount_paid: 0,
  currency: 'eur',
  due_date: CREATED + 14 * 86_400,
};
export const SAMPLE_INVOICE_ITEM = {
  id: 'ii_1Qa1',
  object: 'invoiceitem',
  amount: 1999,
  currency: 'eur',
  invoice: SAMPLE_INVOICE.id,
};
export const SAMPLE_SUBSCRIPTION = {
  id: 'sub_1Qa1',
  object: 'subscription',
  created: CREATED,
  status: 'active',
  customer: SAMPLE_CUSTOMER.id,
  cancel_at_period_end: false,
};
