import { z } from 'zod';

import type { Contract, Operation } from '#sdk/testing';

import {
  SAMPLE_CHARGE,
  SAMPLE_CUSTOMER,
  SAMPLE_INVOICE,
  SAMPLE_INVOICE_ITEM,
  SAMPLE_PAYMENT,
  SAMPLE_REFUND,
  SAMPLE_SUBSCRIPTION,
} from './records.ts';

const text = z.string().optional();
const whole = z.string().regex(/^\d+$/);
const flag = z.enum(['true', 'false']).optional();
const currency = z.string().regex(/^[a-z]{3}$/);
const metadata = z.record(z.string(), z.string()).optional();
const common = { description: text, metadata };
const method = z.enum(['charge_automatically', 'send_invoice']).optional();
const lines = z.array(z.strictObject({ price: z.string(), quantity: whole.optional() })).min(1);
const paged = { limit: whole.optional(), starting_after: text, ending_before: text };
const created = { 'created[gte]': whole.optional(), 'created[lt]': whole.optional() };
const customer = { customer: z.string().startsWith('cus_') };

const FORM = 'application/x-www-form-urlencoded';
const keyed = z.object({ 'idempotency-key': z.string().max(255) });
const post = (body: z.ZodRawShape, gives: unknown): Operation => ({
  type: FORM,
  headers: keyed,
  body: z.strictObject(body),
  gives,
});
// Some calls need no field at all.
const postNothing = (gives: unknown): Operation => ({ headers: keyed, gives });
const list = (query: z.ZodRawShape, ...data: unknown[]): Operation => ({
  query: z.strictObject({ ...paged, ...query }),
  gives: { object: 'list', has_more: false, data },
});

const person = {
  email: text,
  name: text,
  phone: text,
  address: z
    .strictObject({
      line1: text,
      line2: text,
      postal_code: text,
      city: text,
      state: text,
      country: text,
    })
    .optional(),
  ...common,
};

const resources: Record<string, Operation> = {
  'POST /customers': post(person, SAMPLE_CUSTOMER),
  'GET /customers/search': {
    query: z.strictObject({ query: z.string(), limit: whole.optional(), page: text }),
    gives: { object: 'search_result', has_more: false, next_page: null, data: [SAMPLE_CUSTOMER] },
  },
  'POST /customers/{id}': post(person, SAMPLE_CUSTOMER),
  'GET /customers/{id}': { gives: SAMPLE_CUSTOMER },
  'GET /customers': list({ ...created, email: text }, SAMPLE_CUSTOMER),
  'POST /payment_intents': {
    ...post(
      {
        amount: whole,
        currency,
        customer: text,
        payment_method: text,
        confirm: flag,
        off_session: flag,
        capture_method: z.enum(['automatic', 'automatic_async', 'manual']).optional(),
        receipt_email: text,
        ...common,
      },
      SAMPLE_PAYMENT,
    ),
    reply: ({ body }) => {
      if ((body as { payment_method?: string }).payment_method !== 'pm_declined')
        return { body: SAMPLE_PAYMENT };
      const error = {
        type: 'card_error',
        code: 'card_declined',
        message: 'Your card was declined.',
      };
      return { status: 402, body: { error } };
    },
  },
  'GET /payment_intents/{id}': { gives: SAMPLE_PAYMENT },
  'GET /charges': {
    query: z.strictObject({ ...paged, ...created, customer: text, payment_intent: text }),
    reply: ({ query }) => {
      const last = query.starting_after === 'ch_2';
      const data = last ? [SAMPLE_CHARGE] : [SAMPLE_CHARGE, { ...SAMPLE_CHARGE, id: 'ch_2' }];
      return { body: { object: 'list', has_more: !last, data } };
    },
  },
  'POST /refunds': post(
    {
      payment_intent: text,
      charge: text,
      amount: whole.optional(),
      reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
      metadata,
    },
    SAMPLE_REFUND,
  ),
  'POST /invoices': post(
    {
      ...customer,
      collection_method: method,
      days_until_due: whole.optional(),
      currency: currency.optional(),
      auto_advance: flag,
      pending_invoice_items_behavior: z.enum(['exclude', 'include']).optional(),
      ...common,
    },
    SAMPLE_INVOICE,
  ),
  'POST /invoiceitems': post(
    { ...customer, invoice: text, amount: whole, currency, ...common },
    SAMPLE_INVOICE_ITEM,
  ),
  'POST /invoices/{id}/finalize': postNothing(SAMPLE_INVOICE),
  'POST /invoices/{id}/send': postNothing(SAMPLE_INVOICE),
  'GET /invoices': list(
    { ...created, customer: text, status: text, subscription: text, collection_method: text },
    SAMPLE_INVOICE,
  ),
  'POST /payment_links': post(
    { line_items: lines, allow_promotion_codes: flag, metadata },
    { id: 'plink_1', url: 'https://buy.stripe.com/test_1' },
  ),
  'POST /checkout/sessions': post(
    {
      mode: z.enum(['payment', 'setup', 'subscription']),
      line_items: lines,
      success_url: z.url(),
      cancel_url: text,
      customer: text,
      customer_email: text,
      client_reference_id: text,
      metadata,
    },
    { id: 'cs_1', url: 'https://checkout.stripe.com/c/pay/cs_1' },
  ),
  'POST /subscriptions': post(
    {
      ...customer,
      items: lines,
      trial_period_days: whole.optional(),
      collection_method: method,
      days_until_due: whole.optional(),
      ...common,
    },
    SAMPLE_SUBSCRIPTION,
  ),
  'DELETE /subscriptions/{id}': {
    type: FORM,
    body: z.strictObject({ invoice_now: flag, prorate: flag }),
    gives: SAMPLE_SUBSCRIPTION,
  },
  'GET /subscriptions': list({ customer: text, status: text, price: text }, SAMPLE_SUBSCRIPTION),
  'POST /webhook_endpoints': {
    type: FORM,
    body: z.strictObject({ url: z.url(), enabled_events: z.array(z.string()).min(1) }),
    gives: { id: 'we_1', secret: 'whsec_1' },
  },
  'GET /webhook_endpoints': {
    query: z.strictObject({ limit: text }),
    gives: { data: [{ id: 'we_1', url: 'https://patchbay.example/hooks/1' }] },
  },
  'DELETE /webhook_endpoints/we_1': { gives: { id: 'we_1', deleted: true } },
  'GET /events': list({ ...created, type: text }, { id: 'evt_1', created: 1 }),
  'GET /prices': list(
    { active: flag, product: text, currency: text, 'expand[]': text },
    { id: 'price_1', product: { name: 'Consulting' }, unit_amount: 1999, currency: 'eur' },
  ),
  'GET /account': { gives: { id: 'acct_1' } },
};

/** Stripe's API as far as this connector uses it, after Stripe's OpenAPI description. */
export const contract: Contract = {
  headers: { authorization: 'Bearer sk_test_1', 'stripe-version': '2024-06-20' },
  operations: Object.fromEntries(
    Object.entries(resources).map(([name, operation]) => [name.replace(' ', ' /v1'), operation]),
  ),
};
